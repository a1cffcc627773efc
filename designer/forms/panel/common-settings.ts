import type { Setting } from '../../../forms/fields/editor-types.ts';
import { keyMember, type Part } from '../model/draft.ts';

/** The settings that every component of a kind has, section by section; those of its type stand in its `editor.ts`. */

const setting = (at: string, name: string, field: Partial<Setting['field']> = {}): Setting => ({
  at,
  field: { type: 'textfield', label: `builder.settings.${name}`, ...field },
});

const hinted = (at: string, name: string, field: Partial<Setting['field']> = {}): Setting =>
  setting(at, name, { description: `builder.settings.${name}Hint`, ...field });

const isField = (part: Part): boolean => keyMember(part) === 'key';

/** The question itself: what it is called and what is said under it. */
export function questionSettings(part: Part): readonly Setting[] {
  if (part.type === 'text') return [];
  return [
    setting('label', part.type === 'group' ? 'title' : 'label', { type: 'textarea', validate: { maxLength: 500 } }),
    hinted('description', part.type === 'group' ? 'intro' : 'hint', { type: 'textarea' }),
    ...(isField(part) ? [setting('validate.required', 'required', { type: 'checkbox' })] : []),
  ];
}

/** Where answers come from that are known already. */
export const prefillSettings = (part: Part): readonly Setting[] =>
  isField(part)
    ? [
        hinted('properties.prefill', 'prefill'),
        hinted('properties.locked', 'locked', { type: 'checkbox' }),
        hinted('properties.correctable', 'correctable', { type: 'checkbox' }),
      ]
    : [];

/** The formula that gives the answer. */
export const computedSetting: Setting = {
  at: 'properties.computed',
  field: { type: 'textfield', label: 'builder.computed.label', description: 'builder.computed.hint' },
};

/** The words in English. */
export function englishSettings(part: Part): readonly Setting[] {
  if (part.type === 'text') return [setting('translations.en.text', 'english.text', { type: 'textarea' })];
  return [
    setting('translations.en.label', part.type === 'group' ? 'english.title' : 'english.label'),
    setting('translations.en.description', 'english.hint', { type: 'textarea' }),
    ...(part.type === 'dynamiclist' ? [setting('translations.en.itemLabel', 'english.itemLabel')] : []),
    ...(isField(part) ? [setting('translations.en.patternErrorMessage', 'english.patternMessage')] : []),
  ];
}

/** How much of the sixteen columns a field takes. */
export const layoutSettings = (part: Part): readonly Setting[] =>
  part.type === 'group' || part.type === 'dynamiclist'
    ? []
    : [
        hinted('layout.columns', 'width', {
          type: 'select',
          values: [
            { value: '16', label: 'builder.width.full' },
            { value: '8', label: 'builder.width.half' },
            { value: '5', label: 'builder.width.third' },
          ],
        }),
      ];
