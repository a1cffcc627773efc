import { applying } from './en/applying.ts';
import { citizen } from './en/citizen.ts';
import { fields } from './en/fields.ts';
import { issues } from './en/issues.ts';
import { kit } from './en/kit.ts';
import { values } from './en/values.ts';
import type { it } from './it.ts';
import type { Mirror } from './mirror.ts';

/** The areas that a citizen reads, all that `it` holds. The desk adds its own (`clerk.ts`); the designer is Italian. */
type ForCitizens = Mirror<typeof it>;

/** Every English sentence of the portal; a key that is missing here, or too many, does not compile. */
export const en = { kit, fields, issues, values, applying, citizen } as const satisfies ForCitizens;
