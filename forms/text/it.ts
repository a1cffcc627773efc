import { citizen } from './it/citizen.ts';
import { clerk } from './it/clerk.ts';
import { designer } from './it/designer.ts';
import { fields } from './it/fields.ts';
import { issues } from './it/issues.ts';
import { kit } from './it/kit.ts';
import { values } from './it/values.ts';

/** Every Italian sentence that the program shows, by area. Procedures bring their own. */
export const it = { kit, fields, issues, values, citizen, clerk, designer } as const;
