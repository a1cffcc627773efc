import type { Variables } from '../kernel/types.ts';
import type { Day } from './dossier.ts';
import type { Procedure } from './procedure.ts';

/** The values that a procedure's parameters have on a day; a parameter that is not valid yet is left out. */
export function parametersOn(parameters: Procedure['parameters'], day: Day): Variables {
  const entries = Object.entries(parameters).flatMap(([name, values]) => {
    const valid = values.filter(({ validFrom }) => validFrom <= day);
    const latest = valid.toSorted((one, other) => one.validFrom.localeCompare(other.validFrom)).at(-1);
    return latest === undefined ? [] : [[name, latest.value] as const];
  });
  return Object.fromEntries(entries);
}
