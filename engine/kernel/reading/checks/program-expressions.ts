import { parseFeel } from '../../../rules/feel.ts';
import { isCycle } from '../../time/cycle.ts';
import { definitionsOf } from '../../event-definition.ts';
import type { EventDefinition } from '../../event-definition.ts';
import { errorAt } from '../../findings.ts';
import { expressionsOf } from '../../program.ts';
import type { Program } from '../../program.ts';
import { isDuration, isInstantText } from '../../time/instants.ts';
import type { Finding } from '../../../findings/finding.ts';

/** Findings about expressions that cannot be parsed and times that are none. */
export function checkExpressions(program: Program): readonly Finding[] {
  const syntax = expressionsOf(program).flatMap(({ elementId, expression }) =>
    parseFeel(expression).map(({ message }) => errorAt(elementId, 'feel.syntax', `${message} Elemento: ${elementId}.`)),
  );
  const timers = Object.values(program.nodes).flatMap(({ id, event }) =>
    definitionsOf(event).flatMap((definition) => checkTimer(id, definition)),
  );
  return [...syntax, ...timers];
}

const expectations = {
  date: { isRight: isInstantText, expected: 'una data ISO 8601' },
  duration: { isRight: isDuration, expected: 'una durata ISO 8601 (per esempio P30D)' },
  cycle: { isRight: isCycle, expected: 'un ciclo ISO 8601 (per esempio R3/PT10H) o cron' },
} as const;

function checkTimer(id: string, event: EventDefinition): readonly Finding[] {
  if (event.type !== 'timer' || event.expression.startsWith('=')) return [];
  const { isRight, expected } = expectations[event.kind];
  if (isRight(event.expression)) return [];
  const message = `Il timer ${id} dice «${event.expression}»: serve ${expected} o FEEL con «=».`;
  return [errorAt(id, 'timer.time-wrong', message)];
}
