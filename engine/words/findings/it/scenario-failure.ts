import type { ScenarioFailure } from '../../../findings/scenario-failure.ts';

/** A step that did not go as its scenario tells, in Italian. */
export function italianFailure({ type, step, refusal, expected, found }: ScenarioFailure): string {
  const refused = refusal === undefined ? '' : `${refusal.code} ${JSON.stringify(refusal.details)}`;
  if (type === 'refused') return `Il passo ${step} è stato rifiutato con ${refused}, e lo scenario non se lo aspetta.`;
  const why = refused === '' ? '' : ` (rifiuto: ${refused})`;
  return `Al passo ${step} lo scenario si aspetta ${JSON.stringify(expected)} e trova ${JSON.stringify(found)}${why}.`;
}
