import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../forms/schema/document.ts';
import { summarise } from '../../../forms/schema/summary.ts';
import { aField, aForm, aList, aPage, choices } from './a-form.ts';

const form = aForm(
  aPage('uno', [
    aField({ key: 'tipo', label: 'Tipo', type: 'radio', values: choices('a', 'b') }),
    aField({ key: 'impresa', label: 'Impresa', conditional: { hide: '=tipo = "a"' } }),
    aField({ key: 'ente', label: 'Ente', properties: { type: 'body' } }),
  ]),
  aPage('due', [aList('tecnici', [aField()], { properties: { itemLabel: 'Tecnico' } })]),
  aPage('tre', [{ type: 'text', text: 'Solo testo' }]),
);

describe('the summary of a form', () => {
  it('prints the visible answers page by page', () => {
    const pages = summarise(
      form,
      { tipo: 'a', impresa: 'X', ente: 'c1', tecnici: [{ nome: 'Ugo' }] },
      { bodyNames: { c1: 'Comune' } },
    );
    expect(pages).toEqual([
      {
        id: 'uno',
        title: 'Pagina uno',
        rows: [
          { key: 'tipo', label: 'Tipo', text: 'A', type: 'radio', value: 'a' },
          { key: 'ente', label: 'Ente', text: 'Comune', type: 'body', value: 'c1' },
        ],
      },
      {
        id: 'due',
        title: 'Pagina due',
        rows: [{ key: 'tecnici[0].nome', label: 'Tecnico 1: Nome', text: 'Ugo', type: 'textfield', value: 'Ugo' }],
      },
    ]);
  });

  it('leaves the text of a missing answer empty', () => {
    const [page] = summarise(form, { tipo: 'b' });
    expect(page?.rows.map(({ key, text }) => [key, text])).toEqual([
      ['tipo', 'B'],
      ['impresa', ''],
      ['ente', ''],
    ]);
  });
});

describe('a name from outside the form', () => {
  it('that is no text is not printed for a body', () => {
    const printed = (bodyNames: Answers) => summarise(form, { tipo: 'a', ente: 'c1' }, { bodyNames })[0]?.rows.at(-1);
    expect(printed({ c1: 'Comune' })?.text).toBe('Comune');
    expect(printed({ c1: 5 })?.text).toBe(printed({})?.text);
  });
});
