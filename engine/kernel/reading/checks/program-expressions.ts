import { parseFeel } from '../../../rules/feel.ts';
import { isCycle } from '../../time/cycle.ts';
import { definitionsOf } from '../../event-definition.ts';
import type { EventDefinition } from '../../event-definition.ts';
import { expressionsOf } from '../../program.ts';
import type { Program } from '../../program.ts';
import { isDuration, isInstantText } from '../../time/instants.ts';
import { errorAt } from '../../../findings/finding.ts';
import type { Finding } from '../../../findings/finding.ts';

/** Findings about expressions that cannot be parsed and times that are none. */
export function checkExpressions(program: Program): readonly Finding[] {
  const syntax = expressionsOf(program).flatMap(({ elementId, expression }) =>
    parseFeel(expression).map(({ fault }) => errorAt(elementId, 'feel.syntax', { fault, in: { type: 'element' } })),
  );
  const timers = Object.values(program.nodes).flatMap(({ id, event }) =>
    definitionsOf(event).flatMap((definition) => checkTimer(id, definition)),
  );
  return [...syntax, ...timers];
}

const isTime = { date: isInstantText, duration: isDuration, cycle: isCycle } as const;

function checkTimer(id: string, event: EventDefinition): readonly Finding[] {
  if (event.type !== 'timer' || event.expression.startsWith('=')) return [];
  const { kind, expression } = event;
  return isTime[kind](expression) ? [] : [errorAt(id, 'timer.time-wrong', { kind, expression })];
}
