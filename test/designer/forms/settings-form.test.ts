import { describe, expect, it } from 'vitest';
import {
  settingAnswers,
  settingChanges,
  settingKey,
  settingsForm,
} from '../../../designer/forms/panel/settings-form.ts';
import {
  englishSettings,
  layoutSettings,
  prefillSettings,
  questionSettings,
} from '../../../designer/forms/panel/common-settings.ts';
import { aDraft } from './a-draft.ts';
import type { Part } from '../../../designer/forms/model/draft.ts';
import { fieldEditors } from '../../../forms/fields/editors.ts';
import type { Setting } from '../../../forms/fields/editor-types.ts';
import { readForm } from '../../../forms/schema/read.ts';
import { textIfAny } from '../../../forms/text/designer.ts';

const part: Part = {
  id: 'nome',
  type: 'textfield',
  key: 'nome',
  label: 'Nome',
  validate: { required: true, maxLength: 20 },
  properties: { maxFiles: '3', locked: 'true' },
};

const settings: readonly Setting[] = [
  { at: 'label', field: { type: 'textfield', validate: { maxLength: 10 } } },
  { at: 'validate.required', field: { type: 'checkbox' } },
  { at: 'validate.maxLength', field: { type: 'number', decimalDigits: 0, validate: { min: 0 } } },
  { at: 'properties.maxFiles', field: { type: 'number' } },
  { at: 'properties.locked', field: { type: 'checkbox' } },
];

const changes = (answers: Record<string, string | number | boolean>) =>
  settingChanges(part, settings, {
    answers: {
      ...settingAnswers(part, settings),
      ...Object.fromEntries(Object.entries(answers).map(([at, value]) => [settingKey(at), value])),
    },
    today: '2026-10-04',
  });

describe('the settings of a part as a form', () => {
  it('start with what the part has', () => {
    expect(settingAnswers(part, settings)).toEqual({
      setting_label: 'Nome',
      setting_validate_required: true,
      setting_validate_maxLength: 20,
      setting_properties_maxFiles: 3,
      setting_properties_locked: true,
    });
  });

  it('change nothing when nothing is written', () => {
    expect(changes({})).toEqual([]);
  });

  it.each([
    [{ label: 'Cognome' }, [{ at: 'label', value: 'Cognome' }]],
    [{ label: '' }, [{ at: 'label', value: undefined }]],
    [{ label: 'Più lungo di dieci' }, []],
    [{ 'validate.maxLength': '30' }, [{ at: 'validate.maxLength', value: 30 }]],
    [{ 'validate.maxLength': 'trenta' }, []],
    [{ 'validate.maxLength': '-1' }, []],
    [{ 'validate.required': false }, [{ at: 'validate.required', value: undefined }]],
    [{ 'properties.maxFiles': '5' }, [{ at: 'properties.maxFiles', value: '5' }]],
    [{ 'properties.locked': false }, [{ at: 'properties.locked', value: undefined }]],
  ])('with %j give %j', (written, expected) => {
    expect(changes(written)).toEqual(expected);
  });
});

describe('the settings of every type', () => {
  const words = (key: string): string => textIfAny(`designer.${key}`) ?? `?${key}`;
  it.each(Object.entries(fieldEditors))('%s can be asked, in Italian', (_type, editor) => {
    const fresh: Part = {
      ...aDraft({ components: [{ key: 'x', ...editor.fresh }] }).components[0],
      id: 'x',
      type: editor.fresh.type,
    };
    const all = [questionSettings, prefillSettings, englishSettings, layoutSettings].flatMap((of) => of(fresh));
    const form = settingsForm([...all, ...editor.settings], words);
    expect(readForm(form).issues).toEqual([]);
    expect(JSON.stringify(form)).not.toContain('"?');
  });

  it.each(Object.keys(fieldEditors))('%s has a name', (type) => {
    expect(textIfAny(`designer.types.${type}`)).toBeDefined();
  });
});

describe('the kinds of file of an attachment', () => {
  const [kinds] = fieldEditors.filepicker?.settings ?? [];
  const asked = kinds === undefined ? [] : [kinds];
  const file = (accept?: string): Part => ({ id: 'f', type: 'filepicker', key: 'f', ...(accept && { accept }) });
  const written = (accept: string | undefined, ids: readonly string[]) =>
    settingChanges(file(accept), asked, { answers: { setting_accept: [...ids] }, today: '2026-10-04' });

  it('are chosen by their names', () => {
    const [field] = settingsForm(asked, (key) => key).components;
    expect(field).toMatchObject({ type: 'checklist' });
    expect(field && 'values' in field ? field.values : []).toContainEqual({ value: 'jpg', label: 'Fotografia (JPG)' });
    expect(settingAnswers(file('image/jpeg, .p7m'), asked)).toEqual({ setting_accept: ['p7m', 'jpg'] });
  });

  it('are kept as endings, and none as no member', () => {
    expect(written('.pdf', ['pdf', 'jpg'])).toEqual([{ at: 'accept', value: '.pdf,.jpg' }]);
    expect(written('.pdf', [])).toEqual([{ at: 'accept', value: undefined }]);
  });

  it('stay as they are written when nobody chooses others', () => {
    expect(written('image/jpeg, .p7m', ['p7m', 'jpg'])).toEqual([]);
    expect(written(undefined, [])).toEqual([]);
  });
});
