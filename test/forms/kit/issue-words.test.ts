import { afterEach, describe, expect, it } from 'vitest';
import { issueTextIn } from '../../../forms/kit/issue-words.ts';
import type { FormDocument } from '../../../forms/schema/document.ts';
import { localise } from '../../../forms/schema/localise.ts';
import { validateAnswers } from '../../../forms/schema/validate.ts';
import { setLanguage } from '../../../forms/text/text.ts';
import { aField, aForm, aList } from '../schema/a-form.ts';

const end = aField({
  key: 'fine',
  label: 'Fine',
  validate: {
    pattern: '[0-9]+',
    patternErrorMessage: 'solo cifre',
    rules: [
      { expression: '= true', message: 'Sempre vera', messages: { en: 'Always true' } },
      { expression: '= fine != "1"', message: 'La fine viene dopo.', messages: { en: 'The end comes after.' } },
    ],
  },
  translations: { en: { label: 'End', patternErrorMessage: 'digits only' } },
});

const form: FormDocument = aForm(end, aList('periodi', [end]));

/** The sentences of what the server finds, as a page in English shows them. */
const inEnglish = async (answers: Parameters<typeof validateAnswers>[1]): Promise<readonly string[]> => {
  await setLanguage('en');
  const { issues } = validateAnswers(form, answers, { today: '2026-11-23' });
  return issues.map((issue) => issueTextIn(localise(form, 'en'), issue));
};

describe('an issue of the server in an English form', () => {
  afterEach(() => setLanguage('it'));

  it('has the sentence of its rule in English', async () => {
    expect(await inEnglish({ fine: '1' })).toEqual([expect.stringContaining('The end comes after.')]);
  });

  it('has it inside the items of a list too', async () => {
    expect(await inEnglish({ fine: '2', periodi: [{ fine: '1' }] })).toEqual([
      expect.stringContaining('The end comes after.'),
    ]);
  });

  it('explains a pattern in English', async () => {
    const [sentence = ''] = await inEnglish({ fine: 'x' });
    expect(sentence).toContain('digits only');
    expect(sentence).not.toContain('solo cifre');
  });
});
