import { citizen } from './it/citizen.ts';
import { clerk } from './it/clerk.ts';
import { issues } from './it/issues.ts';
import { kit } from './it/kit.ts';
import { values } from './it/values.ts';

/** Every Italian sentence that the program shows, by area. Procedures bring their own. */
export const it = { kit, issues, values, citizen, clerk } as const;
