import type { ScenarioFailure } from '../../../findings/scenario-failure.ts';

/** A step that did not go as its scenario tells, in English. */
export function englishFailure({ type, step, refusal, expected, found }: ScenarioFailure): string {
  const refused = refusal === undefined ? '' : `${refusal.code} ${JSON.stringify(refusal.details)}`;
  if (type === 'refused') return `Step ${step} was refused with ${refused}, and the scenario does not expect it.`;
  const why = refused === '' ? '' : ` (refused: ${refused})`;
  return `At step ${step} the scenario expects ${JSON.stringify(expected)} and finds ${JSON.stringify(found)}${why}.`;
}
