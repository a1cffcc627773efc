import { parseFeel } from '../../rules/feel.ts';
import { isCycle } from '../cycle.ts';
import { definitionsOf } from '../event-definition.ts';
import type { EventDefinition } from '../event-definition.ts';
import { errorAt } from '../findings.ts';
import { expressionsOf } from '../program.ts';
import type { Program } from '../program.ts';
import { isDuration, isInstantText } from '../time.ts';
import type { Finding } from '../types.ts';

/** Findings about expressions that cannot be parsed, numbers that are not kept, and times that are none. */
export function checkExpressions(program: Program): readonly Finding[] {
  const syntax = expressionsOf(program).flatMap(({ elementId, expression }) =>
    parseFeel(expression).map(({ message }) => errorAt(elementId, 'feel.syntax', `${message} Elemento: ${elementId}.`)),
  );
  const numbers = expressionsOf(program).flatMap(({ elementId, expression }) => checkNumbers(elementId, expression));
  const timers = Object.values(program.nodes).flatMap(({ id, event }) =>
    definitionsOf(event).flatMap((definition) => checkTimer(id, definition)),
  );
  return [...syntax, ...numbers, ...timers];
}

// A number has some 15 digits that are sure (IEEE 754); what has more is the number of something, and a text.
function checkNumbers(id: string, expression: string): readonly Finding[] {
  const written = expression.replace(/"(?:[^"\\]|\\.)*"/gs, '""').match(/(?<![\p{L}\p{N}_.])\d+(?:\.\d+)?/gu) ?? [];
  const long = written.find((text) => text.replace('.', '').replace(/^0+/, '').length > 15);
  if (long === undefined) return [];
  const message = `Il numero ${long} in ${id} ha più di 15 cifre e verrebbe arrotondato: se è un codice, va scritto tra virgolette.`;
  return [errorAt(id, 'feel.number-too-long', message)];
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
