import { demoPeople } from '../core/demo.ts';
import type { Registries } from './registries.ts';

/** The demo person of whom the local registry never says anything: so that a page without its answer can be seen. */
const SILENT_ABOUT = 'luca';

/**
 * Registries with invented facts about the demo people, in the place of those of other administrations.
 * @throws Error in production
 */
export function localRegistries({ production }: { readonly production: boolean }): Registries {
  if (production) throw new Error('The local registries hold invented facts and do not start in production');
  return {
    anpr: {
      ask: async ({ fiscalCode }) => {
        const index = demoPeople.findIndex((one) => one.fiscalCode === fiscalCode);
        const person = demoPeople[index];
        if (person?.username === SILENT_ABOUT) throw new Error('The registry does not answer');
        return person && { residenza: `Via dell’Indipendenza ${index + 1}, 40121 Bologna (BO)` };
      },
    },
  };
}
