import { administration } from './it/administration.ts';
import { textIfAny, withTexts } from './text.ts';

/** The sentence with its parameters filled in: of the pages of an administrator, of the kit and of the fields. */
export const t = withTexts({ administration } as const, () => import('./en/administration.ts'));

/** What is said beside the field of a column; undefined where nothing needs to be. */
export const textOfHint = (column: string): string | undefined => textIfAny(`administration.hint.${column}`);
