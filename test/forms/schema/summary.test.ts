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

  it('prints what stands in groups, and not what is hidden there', () => {
    const grouped = aForm(
      aPage('uno', [
        {
          type: 'group',
          label: 'Dentro',
          components: [aField(), aField({ key: 'b', conditional: { hide: '=true' } })],
        },
        { type: 'group', components: [aField({ key: 'c' })], conditional: { hide: '=true' } },
      ]),
    );
    expect(summarise(grouped, { nome: 'Ada', b: 'x', c: 'y' })[0]?.rows.map(({ key, text }) => [key, text])).toEqual([
      ['nome', 'Ada'],
    ]);
  });

  it.each([
    [{ properties: { itemLabel: 'Socio' }, label: 'Soci' }, 'Socio 2: Nome'],
    [{ label: 'Soci' }, 'Soci 2: Nome'],
    [{ label: undefined }, 'soci 2: Nome'],
  ])('names the items of a list %o in a row', (words, label) => {
    const listed = aForm(aList('soci', [aField()], words as object));
    expect(summarise(listed, { soci: [{ nome: 'Ada' }, { nome: 'Ugo' }] })[0]?.rows[1]).toMatchObject({
      key: 'soci[1].nome',
      label,
    });
  });

  it('shows what cannot be read as it was written', () => {
    const [page] = summarise(aForm(aField({ type: 'number', label: undefined })), { nome: 'tre' });
    expect(page?.rows).toMatchObject([{ label: 'nome', text: 'tre' }]);
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

describe('a choice from a list outside the form', () => {
  const chosen = aForm(aField({ type: 'select', properties: { choicesFrom: 'vocabulary:regions' } }));
  const printed = (choiceLabels: Answers) => summarise(chosen, { nome: '08' }, { choiceLabels })[0]?.rows[0]?.text;

  it('is printed with the words that the list has for it', () => {
    expect(printed({ 'vocabulary:regions': { '05': 'Veneto', '08': 'Emilia-Romagna' } })).toBe('Emilia-Romagna');
  });

  it('is printed as it stands where the list is not known', () => {
    expect(printed({})).toBe('08');
    expect(printed({ 'vocabulary:regions': 'none' })).toBe('08');
    expect(printed({ 'vocabulary:regions': { '05': 'Veneto' } })).toBe('08');
  });
});
