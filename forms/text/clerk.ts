import { clerk } from './it/clerk.ts';
import { withTexts } from './text.ts';

/** The sentence with its parameters filled in: of the office desk, of the kit and of the fields. */
export const t = withTexts({ clerk } as const, () => import('./en/clerk.ts'));
