import { designer } from './it/designer.ts';
import { withTexts } from './text.ts';

/** The sentence with its parameters filled in: of the analyst's app, of the kit and of the fields. */
export const t = withTexts({ designer } as const);

export { textIfAny } from './text.ts';
