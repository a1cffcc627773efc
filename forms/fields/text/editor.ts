import type { FieldEditor } from '../editor-types.ts';
import { explained, longText, oneOf } from '../settings.ts';

const tones = { info: 'info', warning: 'warning', success: 'success', danger: 'danger' };

/** How an analyst sets a text or a notice. */
export const textEditor: FieldEditor = {
  group: 'structure',
  icon: 'it-info-circle',
  fresh: { type: 'text', text: '' },
  settings: [explained(longText('text', 'text')), oneOf('properties.tone', 'tone', tones)],
};
