import { parseFeel } from '../rules/feel.ts';
import { errorAt } from './findings.ts';
import { expressionsOf } from './program.ts';
import type { Program } from './program.ts';
import { isDuration, isInstantText } from './time.ts';
import type { Finding } from './types.ts';

/** Findings about expressions that cannot be parsed and times that are none. */
export function checkExpressions(program: Program): readonly Finding[] {
  const syntax = expressionsOf(program).flatMap(({ elementId, expression }) =>
    parseFeel(expression).map(({ message }) => errorAt(elementId, 'feel.syntax', `${message} Elemento: ${elementId}.`)),
  );
  return [...syntax, ...Object.values(program.nodes).flatMap(({ id, event }) => checkTimer(id, event))];
}

function checkTimer(id: string, event: Program['nodes'][string]['event']): readonly Finding[] {
  if (event?.type !== 'timer' || event.expression.startsWith('=')) return [];
  const { kind, expression } = event;
  if (kind === 'duration' ? isDuration(expression) : isInstantText(expression)) return [];
  const expected = kind === 'duration' ? 'una durata ISO 8601 (per esempio P30D)' : 'una data ISO 8601';
  return [errorAt(id, 'timer.time-wrong', `Il timer ${id} dice «${expression}»: serve ${expected} o FEEL con «=».`)];
}
