import { textIfAny } from '../forms/text/designer.ts';
import type { TextParams } from '../forms/text/text.ts';

/** The sentence under a key below `designer.` that is known only at run time; the key itself when there is none. */
export const words = (key: string, params: TextParams = {}): string => textIfAny(`designer.${key}`, params) ?? key;

/** What a type of component is called: ours by its name, one of Camunda's by the name that its editor uses. */
export const typeLabel = (type: string): string => textIfAny(`designer.types.${type}`) ?? type;

/** What a type of ours is for, in a sentence or two; nothing for one of Camunda's. */
export const typePurpose = (type: string): string => textIfAny(`designer.purposes.${type}`) ?? '';
