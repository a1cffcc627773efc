import type { Variables } from '../kernel/types.ts';
import type { Day } from './dossier.ts';
import { Problem } from './problem.ts';
import type { ParameterValue, Procedure } from './procedure.ts';

/** A value that the body gives to a parameter; it prevails over that of the procedure. */
export interface BodyParameter extends Pick<ParameterValue, 'value' | 'source'> {
  readonly name: string;
}

/** Of the values of a body those that the procedure leaves to the bodies. */
export function leftToBody({ service }: Procedure, ofBody: readonly BodyParameter[] = []): readonly BodyParameter[] {
  const left = service.ofBodies?.parameters ?? {};
  return ofBody.filter(({ name }) => Object.hasOwn(left, name));
}

/** The values of a procedure's parameters on a day, with those of the body over them. */
export function parametersFor(procedure: Procedure, ofBody: readonly BodyParameter[] | undefined, day: Day): Variables {
  const own = leftToBody(procedure, ofBody).map(({ name, value }) => [name, value] as const);
  return { ...parametersOn(procedure.parameters, day), ...Object.fromEntries(own) };
}

/**
 * Refuses to begin a dossier for a body that has not given what the procedure asks of every body.
 *
 * @throws Problem `body.not-ready`, with the labels of what is missing
 */
export function demandBodyValues(procedure: Procedure, ofBody: readonly BodyParameter[] | undefined): void {
  const given = new Set(leftToBody(procedure, ofBody).map(({ name }) => name));
  const missing = Object.entries(procedure.service.ofBodies?.parameters ?? {})
    .filter(([name, { must }]) => must && !given.has(name))
    .map(([, { label }]) => label);
  if (missing.length > 0) throw new Problem('body.not-ready', { missing });
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
