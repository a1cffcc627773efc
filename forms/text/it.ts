import { applying } from './it/applying.ts';
import { citizen } from './it/citizen.ts';
import { fields } from './it/fields.ts';
import { issues } from './it/issues.ts';
import { kit } from './it/kit.ts';
import { values } from './it/values.ts';

/**
 * The Italian sentences of the portal and of forms, by area. The desk and the designer add their own (`clerk.ts`,
 * `designer.ts`), which citizens need not fetch; procedures bring theirs.
 */
export const it = { kit, fields, issues, values, applying, citizen } as const;
