import type { Variables } from '../kernel/types.ts';
import type { Day } from './dossier.ts';
import type { ParameterValue, Procedure } from './procedure.ts';

/** A value that the body gives to a parameter; it prevails over that of the procedure. */
export interface BodyParameter extends Pick<ParameterValue, 'value' | 'source'> {
  readonly name: string;
}

/** The values of a procedure's parameters with those of the body over them. */
export function parametersIn(values: Variables, ofBody: readonly BodyParameter[]): Variables {
  const known = ofBody.filter(({ name }) => name in values);
  return { ...values, ...Object.fromEntries(known.map(({ name, value }) => [name, value])) };
}

/** The values that a procedure's parameters have on a day; a parameter that is not valid yet is left out. */
export function parametersOn(parameters: Procedure['parameters'], day: Day): Variables {
  const entries = Object.entries(parameters).flatMap(([name, values]) => {
    const valid = values.filter(({ validFrom }) => validFrom <= day);
    const latest = valid.toSorted((one, other) => one.validFrom.localeCompare(other.validFrom)).at(-1);
    return latest === undefined ? [] : [[name, latest.value] as const];
  });
  return Object.fromEntries(entries);
}
