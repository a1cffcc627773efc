import { describe, expect, it } from 'vitest';
import type { Answers, FormDocument } from '../../../forms/schema/document.ts';
import { validateAnswers } from '../../../forms/schema/validate.ts';
import { aField, aForm, aList, aPage, choices } from './a-form.ts';

const today = '2026-11-23';

const codes = (form: FormDocument, answers: Answers, page?: string): readonly string[] =>
  validateAnswers(form, answers, { today, page }).issues.map(({ path, code }) => `${path} ${code}`);

const values = (form: FormDocument, answers: Answers): Answers => validateAnswers(form, answers, { today }).values;

const required = { required: true };
const role = aField({ key: 'ruolo', type: 'radio', values: choices('me', 'impresa') });
const company = aField({ key: 'impresa', validate: required, conditional: { hide: '=ruolo != "impresa"' } });

describe('validating answers', () => {
  it('normalises values and finds nothing wrong', () => {
    const form = aForm(aField(), aField({ key: 'cf', properties: { type: 'fiscal-code' } }));
    const result = validateAnswers(form, { nome: ' Ada ', cf: 'prvdaa85d43a944g' }, { today });
    expect(result).toEqual({ values: { nome: 'Ada', cf: 'PRVDAA85D43A944G' }, issues: [] });
  });

  it('asks for a required answer', () => {
    const form = aForm(aField({ validate: required }));
    expect(codes(form, {})).toEqual(['nome field.required']);
    expect(codes(form, { nome: '   ' })).toEqual(['nome field.required']);
    expect(codes(form, { nome: null })).toEqual(['nome field.required']);
  });

  it('asks for a required tick', () => {
    const form = aForm(aField({ type: 'checkbox', validate: required }));
    expect(codes(form, { nome: false })).toEqual(['nome field.required']);
  });

  it('keeps an unticked box as an answer', () => {
    expect(values(aForm(aField({ type: 'checkbox' })), {})).toEqual({ nome: false });
  });

  it('refuses keys that the form does not have', () => {
    expect(codes(aForm(aField()), { nome: 'Ada', admin: true })).toEqual(['admin field.unknown']);
    expect(values(aForm(aField()), { admin: true })).toEqual({});
  });

  it('names the field, the value and what was expected', () => {
    const form = aForm(aField({ type: 'number', validate: { min: 3 } }));
    expect(validateAnswers(form, { nome: 1 }, { today }).issues).toEqual([
      { path: 'nome', code: 'number.too-small', params: { label: 'Nome', min: 3, given: 1 }, value: 1 },
    ]);
  });

  it('returns every issue in the order of reading', () => {
    const form = aForm(
      aPage('a', [aField({ key: 'b', validate: required })]),
      aPage('b', [aField({ key: 'a', validate: required })]),
    );
    expect(codes(form, {})).toEqual(['b field.required', 'a field.required']);
  });

  it('judges what stands in a group of a page', () => {
    const inner = { type: 'group' as const, components: [aField({ validate: required })] };
    expect(codes(aForm(aPage('a', [inner])), {})).toEqual(['nome field.required']);
  });

  it('judges one page when it is asked to', () => {
    const form = aForm(
      aPage('a', [aField({ key: 'x', validate: required })]),
      aPage('b', [aField({ key: 'y', validate: required })]),
    );
    expect(codes(form, { z: 1 }, 'b')).toEqual(['y field.required']);
  });
});

describe('a hidden field', () => {
  it('is not asked for and its answer is dropped', () => {
    expect(codes(aForm(role, company), { ruolo: 'me', impresa: 'X' })).toEqual([]);
    expect(values(aForm(role, company), { ruolo: 'me', impresa: 'X' })).toEqual({ ruolo: 'me' });
  });

  it('is shown when its condition cannot be computed', () => {
    const form = aForm(aField({ validate: required, conditional: { hide: '=sconosciuto > 3' } }));
    expect(codes(form, {})).toEqual(['nome field.required']);
  });

  it('hides what depends on its answer', () => {
    const office = aField({ key: 'sede', validate: required, conditional: { hide: '=impresa = null' } });
    const answers = { ruolo: 'me', impresa: 'X', sede: 'Y' };
    expect(values(aForm(role, company, office), answers)).toEqual({ ruolo: 'me' });
    expect(values(aForm(office, company, role), answers)).toEqual({ ruolo: 'me' });
  });

  it('follows the context and the day that are passed', () => {
    const form = aForm(aField({ conditional: { hide: '=parameters.chiuso or today > "2026-01-01"' } }));
    const judged = validateAnswers(
      form,
      { nome: 'Ada' },
      { today: '2025-01-01', context: { parameters: { chiuso: false } } },
    );
    expect(judged.values).toEqual({ nome: 'Ada' });
    expect(values(form, { nome: 'Ada' })).toEqual({});
  });

  it('on a hidden page is not asked for', () => {
    const form = aForm(role, aPage('b', [aField({ validate: required })], { conditional: { hide: '=ruolo = "me"' } }));
    expect(codes(form, { ruolo: 'me', nome: 'Ada' })).toEqual([]);
    expect(values(form, { ruolo: 'me', nome: 'Ada' })).toEqual({ ruolo: 'me' });
  });
});

describe('a repeating group', () => {
  const email = aField({ key: 'email', properties: { type: 'email' }, validate: required });
  const list = aList('controinteressati', [email], { properties: { minItems: '1', maxItems: '2' } });

  it('is judged item by item', () => {
    const answers = { controinteressati: [{ email: 'a@b.it' }, { email: 'x' }] };
    expect(codes(aForm(list), answers)).toEqual(['controinteressati[1].email email.unreadable']);
  });

  it('refuses keys that an item does not have', () => {
    const answers = { controinteressati: [{ email: 'a@b.it', ruolo: 1 }] };
    expect(codes(aForm(list), answers)).toEqual(['controinteressati[0].ruolo field.unknown']);
  });

  it('has its least and most items', () => {
    const item = { email: 'a@b.it' };
    expect(codes(aForm(list), {})).toEqual(['controinteressati list.too-few']);
    expect(codes(aForm(list), { controinteressati: [item, item, item] })).toEqual(['controinteressati list.too-many']);
  });

  it('refuses what is no list of objects', () => {
    expect(codes(aForm(list), { controinteressati: 'x' })).toEqual(['controinteressati field.wrong-type']);
    expect(codes(aForm(list), { controinteressati: [3] })).toEqual(['controinteressati field.wrong-type']);
  });

  it('hides fields item by item', () => {
    const pec = aField({ key: 'pec', conditional: { hide: '=this.tipo != "impresa" or parent.nome = "no"' } });
    const form = aForm(aField(), aList('parti', [aField({ key: 'tipo' }), pec]));
    const parti = [
      { tipo: 'impresa', pec: 'a' },
      { tipo: 'persona', pec: 'b' },
    ];
    expect(values(form, { parti })).toEqual({ parti: [{ tipo: 'impresa', pec: 'a' }, { tipo: 'persona' }] });
  });
});

describe('a computed field', () => {
  const total = aField({ key: 'totale', type: 'number', properties: { computed: '=quantita * prezzo' } });
  const form = aForm(aField({ key: 'quantita', type: 'number' }), aField({ key: 'prezzo', type: 'number' }), total);

  it('takes its value from the expression, not from the browser', () => {
    expect(values(form, { quantita: '3', prezzo: '1,5', totale: 999 })).toEqual({
      quantita: 3,
      prezzo: 1.5,
      totale: 4.5,
    });
  });

  it('is absent while it cannot be computed', () => {
    expect(values(form, { quantita: 3, totale: 999 })).toEqual({ quantita: 3 });
  });
});

describe('an attachment', () => {
  const form = aForm(aField({ type: 'filepicker' }));
  const answers = { nome: [{ uploadId: 'u1', name: 'a.pdf', size: 3 }] };

  it('is refused where nobody can look it up', () => {
    expect(codes(form, answers)).toEqual(['nome attachment.unverified']);
  });

  it('is accepted once it is found', () => {
    const uploads = () => ({ name: 'vero.pdf', size: 4, mediaType: 'application/pdf' });
    const result = validateAnswers(form, answers, { today, uploads });
    expect(result).toEqual({ values: { nome: [{ uploadId: 'u1', name: 'vero.pdf', size: 4 }] }, issues: [] });
  });
});
