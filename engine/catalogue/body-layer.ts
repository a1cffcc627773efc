import type { Finding } from '../findings/finding.ts';
import type { Parts } from './expressions.ts';
import { error } from './findings.ts';

/**
 * Parameters that the card leaves to the bodies: each has a value in `parameters.json`, or its kind and the duty of every
 * body to give it, so that no dossier begins without.
 */
export function checkBodyLayer({ service, parameters }: Parts): readonly Finding[] {
  return Object.entries(service.ofBodies?.parameters ?? {}).flatMap(([name, { kind, must }]) => {
    const values = parameters[name];
    if (values === undefined) {
      if (kind !== undefined && must) return [];
      const message = `ofBodies.parameters.${name} non ha un valore in parameters.json: serve lì, oppure servono "kind" e "must".`;
      return [error('service.json', 'body-layer.no-value', message)];
    }
    if (kind === undefined || values.every(({ value }) => typeof value === kind)) return [];
    const message = `ofBodies.parameters.${name} è di tipo ${kind}, in parameters.json il valore è di un altro tipo.`;
    return [error('service.json', 'body-layer.kind', message)];
  });
}
