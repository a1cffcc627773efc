import { expect, it } from 'vitest';
import { askedIn } from '../../../forms/kit/asked.ts';
import type { Answers } from '../../../forms/schema/document.ts';
import { settle } from '../../../forms/schema/settle.ts';
import { aField, aForm, aPage } from '../schema/a-form.ts';

const required = { validate: { required: true } };
const form = aForm(
  aPage('dati', [
    aField({ key: 'oggetto', label: 'Oggetto', remark: 'Quale?', ...required }),
    aField({ key: 'nome', label: 'Nome', ...required }),
    aField({ key: 'telefono', label: 'Telefono', remark: 'Manca', ...required }),
    aField({ key: 'note', label: 'Note', remark: 'Perché?', conditional: { hide: '= oggetto = "atto"' } }),
  ]),
);
const held = { oggetto: 'verbale', nome: 'Giulia', note: 'Sì' };

const done = (values: Answers): readonly string[] =>
  askedIn({ form, held, values, settled: settle(form, values, { variables: {} }), today: '2026-03-27' }).map(
    ({ path, isDone }) => `${path}: ${isDone ? 'done' : 'open'}`,
  );

it('what is asked is open as long as it is as it was sent', () => {
  expect(done(held)).toEqual(['oggetto: open', 'telefono: open', 'note: open']);
});

it('what has become another answer is done', () => {
  expect(done({ ...held, oggetto: 'delibera', telefono: '051' })).toEqual([
    'oggetto: done',
    'telefono: done',
    'note: open',
  ]);
});

it('an answer that is wrong, or written again as it was, is not done', () => {
  expect(done({ ...held, oggetto: '', telefono: ' ', note: 'Sì ' })).toEqual([
    'oggetto: open',
    'telefono: open',
    'note: open',
  ]);
});

it('what another answer hides is no longer asked', () => {
  expect(done({ ...held, oggetto: 'atto' })).toEqual(['oggetto: done', 'telefono: open']);
});

it('says of each what it is called and what the office wrote', () => {
  const asked = askedIn({
    form,
    held,
    values: held,
    settled: settle(form, held, { variables: {} }),
    today: '2026-03-27',
  });
  expect(asked[0]).toEqual({ path: 'oggetto', label: 'Oggetto', remark: 'Quale?', isDone: false });
});
