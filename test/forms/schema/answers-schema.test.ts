import { Ajv2020 } from 'ajv/dist/2020.js';
import { fc, runsOr } from '../../support/random.ts';
import { describe, expect, it } from 'vitest';
import { answersSchema } from '../../../forms/schema/answers-schema.ts';
import type { Answers, FormDocument } from '../../../forms/schema/document.ts';
import { validateAnswers } from '../../../forms/schema/validate.ts';
import { aField, aForm, aList, aPage, choices } from './a-form.ts';
import { anyAnswers } from './any-values.ts';
import { everyLookup, formOfEach, keyOf, rightAnswers } from './one-of-each.ts';

const runs = runsOr(200);
const ajv = new Ajv2020({ strict: true, strictRequired: true, allErrors: true, validateFormats: false });

const faults = (form: FormDocument, answers: Answers): readonly string[] => {
  const accepts = ajv.compile(answersSchema(form));
  accepts(answers);
  return (accepts.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
};

/** What is left of answers when all that is wrong is taken away, until the validator accepts the rest. */
function accepted(form: FormDocument, given: Answers): Answers | undefined {
  const { values, issues } = validateAnswers(form, given, everyLookup);
  if (issues.length === 0) return values;
  const wrong = new Set(issues.map(({ path }) => path.split(/[.[]/)[0] ?? path));
  const left = Object.entries(given).filter(([key]) => !wrong.has(key));
  return left.length < Object.keys(given).length ? accepted(form, Object.fromEntries(left)) : undefined;
}

const required = { required: true };

describe('the JSON Schema of the answers', () => {
  const form = aForm(
    aPage('uno', [
      aField({ validate: { required: true, maxLength: 5 } }),
      aField({ key: 'tipo', type: 'radio', values: choices('a', 'b') }),
      aField({ key: 'patto', type: 'checkbox', validate: required }),
      aField({ key: 'perche', validate: required, conditional: { hide: '=tipo = "a"' } }),
    ]),
    aPage('due', [aField({ key: 'fine', validate: required })], { conditional: { hide: '=tipo = "a"' } }),
    aList('soci', [aField({ key: 'quota', type: 'number', decimalDigits: 0, validate: { required: true, min: 1 } })], {
      properties: { maxItems: '2' },
    }),
  );

  it('accepts what the validator accepts', () => {
    expect(faults(form, { nome: 'Ada', tipo: 'a', patto: true, soci: [{ quota: 3 }] })).toEqual([]);
  });

  it.each<[string, Answers, string]>([
    ['a required answer that is missing', { patto: true }, ' required'],
    ['a text that is too long', { nome: 'Ada Prova', patto: true }, '/nome maxLength'],
    ['a choice that is not offered', { nome: 'Ada', patto: true, tipo: 'z' }, '/tipo enum'],
    ['a box that has to be ticked', { nome: 'Ada', patto: false }, '/patto const'],
    ['an answer that nobody asked for', { nome: 'Ada', patto: true, x: 1 }, ' additionalProperties'],
    ['a number below its limit in a list', { nome: 'Ada', patto: true, soci: [{ quota: 0 }] }, '/soci/0/quota minimum'],
    [
      'a list that is too long',
      { nome: 'Ada', patto: true, soci: [1, 2, 3].map((quota) => ({ quota })) },
      '/soci maxItems',
    ],
  ])('refuses %s', (_what, answers, fault) => {
    expect(faults(form, answers)).toEqual([fault]);
  });

  it('does not ask for what may be hidden', () => {
    expect(answersSchema(form)).toMatchObject({ required: ['nome', 'patto'] });
  });

  it('knows a right answer of every type in the table', () => {
    for (const [type, answers] of Object.entries(rightAnswers)) {
      const readings = answers.map((answer) => accepted(formOfEach, { [keyOf(type)]: answer }));
      expect(
        readings.some((reading) => reading?.[keyOf(type)] !== undefined),
        type,
      ).toBe(true);
    }
  });

  it('forbids nothing that the validator accepts', () => {
    const accepts = ajv.compile(answersSchema(formOfEach));
    let judged = 0;
    fc.assert(
      fc.property(anyAnswers, (given) => {
        const values = accepted(formOfEach, given);
        if (values === undefined) return;
        judged += 1;
        expect(accepts(values) ? [] : accepts.errors).toEqual([]);
      }),
      { numRuns: runs },
    );
    expect(judged).toBeGreaterThan(runs / 2);
  });
});
