import { afterEach, expect, it } from 'vitest';
import { en } from '../../../forms/text/en.ts';
import { formatDate, formatDateTime, formatMoney } from '../../../forms/text/format.ts';
import { issueText } from '../../../forms/text/issue-text.ts';
import { it as italian } from '../../../forms/text/it.ts';
import { t as deskText } from '../../../forms/text/clerk.ts';
import { t as designerText } from '../../../forms/text/designer.ts';
import { designer } from '../../../forms/text/it/designer.ts';
import { setLanguage, t } from '../../../forms/text/text.ts';
import { deskTexts } from '../../support/english.ts';

afterEach(() => setLanguage('it'));

const sentences = (texts: object, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : sentences(value as object, `${path}${key}.`),
  );

it('each English sentence stands for an Italian one, and needs the same parameters', () => {
  const parameters = (text: string): readonly string[] =>
    [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();
  const mirrored = new Map(sentences({ ...italian, ...deskTexts.it }));
  const wrong = sentences({ ...en, ...deskTexts.en }).filter(([key, text]) => {
    const original = mirrored.get(key);
    return original === undefined || parameters(original).join() !== parameters(text).join();
  });
  expect(wrong).toEqual([]);
});

it('a complaint about a part names it in the language of who reads', async () => {
  const issue = {
    path: 'chi.familyName',
    code: 'field.required',
    params: { label: 'Chi', labelKey: 'fields.person.familyName' },
  };
  expect(issueText(issue)).toContain('Cognome');
  await setLanguage('en');
  expect(issueText(issue)).toContain('Family name');
});

it('sentences, dates and numbers change with the language', async () => {
  const issue = { path: 'eta', code: 'number.too-small', params: { label: 'Età', min: 1000, given: '1' } };
  expect(t('kit.form.continue')).toBe('Continua');
  expect(formatDateTime('2026-10-04T07:30:00Z')).toBe('4 ottobre 2026, ore 09:30');
  await setLanguage('en');
  expect(t('kit.form.continue')).toBe('Continue');
  expect(formatDate('2026-10-04')).toBe('4 October 2026');
  expect(formatDateTime('2026-10-04T07:30:00Z')).toBe('4 October 2026, 09:30');
  expect(formatMoney(123450)).toBe('€1,234.50');
  expect(issueText(issue)).toContain('1,000');
});

it('an app brings its English with it, and one that has none stays Italian', async () => {
  await setLanguage('en');
  expect(deskText('clerk.dossier.answers')).toBe('Data submitted');
  expect(designerText('designer.types.textfield')).toBe(designer.types.textfield);
});
