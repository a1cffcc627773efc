import { describe, expect, it } from 'vitest';
import {
  acceptAnswers,
  formContext,
  formSources,
  variablesOf,
  type Answering,
} from '../../../engine/core/answering.ts';
import { aCitizen, aProcedure, anUpload, theTimer } from '../../support/builders.ts';
import { aField, aForm, aList, aPage } from '../../forms/schema/a-form.ts';

const now = '2026-03-01T23:30:00.000Z';
const form = aForm(
  aPage('dati', [
    aField({ key: 'nome', validate: { required: true } }),
    aField({ key: 'cf', properties: { prefill: 'identity.fiscalCode', locked: 'true' } }),
    aField({ key: 'sede', properties: { prefill: 'registry.parix.seat', correctable: 'true' } }),
    aField({ key: 'nota', conditional: { hide: '= nome = "Ada"' } }),
  ]),
  aList('soci', [aField({ key: 'quota' })]),
);
const answering = (changes: Partial<Answering>): Answering => ({
  ...{ form, answers: { nome: 'Ugo' }, sources: {}, context: {}, uploads: [], now },
  ...changes,
});
const refusal = (...issues: readonly object[]) =>
  expect.objectContaining({
    code: 'answers.invalid',
    details: { issues: issues.map((each) => expect.objectContaining(each)) },
  });

describe('what a form is filled from', () => {
  it('is the dossier, what was fetched, and the sign-in, the later before the earlier', () => {
    const { givenName, familyName, fiscalCode, email } = aCitizen();
    expect(formSources(aCitizen(), { a: 1, b: 1, identity: 1 }, { b: 2 })).toEqual({
      ...{ a: 1, b: 2 },
      identity: { givenName, familyName, fiscalCode, email },
    });
    const { fiscalCode: _code, email: _email, ...unnamed } = aCitizen();
    expect(formSources(unnamed)).toEqual({ identity: { givenName, familyName, fiscalCode: null, email: null } });
    expect(formSources(theTimer, { a: 1 }, { b: 2 })).toEqual({ a: 1 });
  });

  it('is seen by its expressions with the day in Italy', async () => {
    const procedure = await aProcedure();
    expect(formContext(procedure, now)).toEqual({ parameters: { rispostaGiorni: 30 }, today: '2026-03-02' });
    expect(formContext(procedure, now, { a: 1 })).toEqual({ a: 1, today: '2026-03-02' });
  });
});

describe('answers', () => {
  it('are taken in their normal form, locked ones as the source has them', () => {
    const sources = { identity: { fiscalCode: 'X' } };
    expect(acceptAnswers(answering({ answers: { nome: '  Ugo ', cf: 'Y' }, sources }))).toEqual({
      nome: 'Ugo',
      cf: 'X',
    });
  });

  it('are refused with all that is not right', () => {
    expect(() => acceptAnswers(answering({ answers: { altro: 1 } }))).toThrow(
      refusal({ path: 'altro', code: 'field.unknown' }, { path: 'nome', code: 'field.required' }),
    );
  });

  it('are refused where a correction has no reason, when one is asked', () => {
    const corrected = {
      answers: { nome: 'Ugo', sede: 'Via Po' },
      sources: { registry: { parix: { seat: 'Via Roma' } } },
    };
    expect(acceptAnswers(answering(corrected))).toMatchObject({ sede: 'Via Po' });
    expect(acceptAnswers(answering({ ...corrected, reasons: { sede: 'Trasloco' } }))).toMatchObject({ sede: 'Via Po' });
    expect(() => acceptAnswers(answering({ ...corrected, reasons: {} }))).toThrow(
      refusal({ path: 'sede', code: 'field.reason-required' }),
    );
  });

  it('to no form are none', () => {
    expect(acceptAnswers(answering({ form: undefined, answers: {} }))).toEqual({});
    expect(() => acceptAnswers(answering({ form: undefined, answers: { nome: 'Ugo' } }))).toThrow(
      refusal({ path: 'nome', code: 'field.unknown', params: { key: 'nome' } }),
    );
  });

  it('name files that were uploaded', () => {
    const withFile = aForm(aField({ key: 'delega', type: 'filepicker', label: 'Delega' }));
    const { uploadId, name, size, mediaType, sha256 } = anUpload();
    const answers = { delega: [{ uploadId, name, size, mediaType, sha256 }] };
    const known = answering({ form: withFile, answers, uploads: [anUpload()] });
    expect(acceptAnswers(known)['delega']).toMatchObject([{ uploadId: 'u1' }]);
    expect(() => acceptAnswers({ ...known, uploads: [] })).toThrow(
      expect.objectContaining({ code: 'answers.invalid' }),
    );
  });
});

describe('answers as variables', () => {
  it('are null or an empty list where nothing was said', () => {
    expect(variablesOf(form, { nome: 'Ugo' }, {})).toEqual({ nome: 'Ugo', cf: null, sede: null, nota: null, soci: [] });
    expect(variablesOf(undefined, { nome: 'Ugo' }, {})).toEqual({});
  });

  it('that are hidden leave what the dossier knows', () => {
    expect(variablesOf(form, { nome: 'Ada' }, {})).toMatchObject({ nota: null });
    expect(variablesOf(form, { nome: 'Ada' }, { nota: 'Prima' })).not.toHaveProperty('nota');
    expect(variablesOf(form, { nome: 'Ugo' }, { nota: 'Prima' })).toMatchObject({ nota: null });
  });

  it('of a hidden page are null, its lists too', () => {
    const hidden = aForm(
      aPage('altro', [aField({ key: 'via' }), aList('soci', [aField({ key: 'quota' })])], {
        conditional: { hide: '= true' },
      }),
    );
    expect(variablesOf(hidden, {}, {})).toEqual({ via: null, soci: null });
  });
});
