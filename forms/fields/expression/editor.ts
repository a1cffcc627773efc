import type { FieldEditor } from '../editor-types.ts';
import { explained, line } from '../settings.ts';

/** How an analyst sets a computed value. */
export const expressionEditor: FieldEditor = {
  group: 'structure',
  icon: 'it-code-circle',
  fresh: { type: 'expression', expression: '= null' },
  settings: [explained(line('expression', 'expression'))],
};
