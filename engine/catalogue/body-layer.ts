import { errorIn } from '../findings/finding.ts';
import type { Finding } from '../findings/finding.ts';
import type { Parts } from './expressions.ts';

/**
 * Parameters that the card leaves to the bodies: each has a value in `parameters.json`, or its kind and the duty of
 * every body to give it, so that no dossier begins without.
 */
export function checkBodyLayer({ service, parameters }: Parts): readonly Finding[] {
  return Object.entries(service.ofBodies?.parameters ?? {}).flatMap(([name, { kind, must }]) => {
    const values = parameters[name];
    if (values === undefined) {
      if (kind !== undefined && must) return [];
      return [errorIn('service.json', 'body-layer.no-value', { parameter: name })];
    }
    if (kind === undefined || values.every(({ value }) => typeof value === kind)) return [];
    return [errorIn('service.json', 'body-layer.kind', { parameter: name, kind })];
  });
}
