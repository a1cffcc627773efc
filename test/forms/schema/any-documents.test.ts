import { Ajv2020 } from 'ajv/dist/2020.js';
import { fc, runsOr } from '../../support/random.ts';
import { describe, expect, it } from 'vitest';
import { answersSchema } from '../../../forms/schema/answers-schema.ts';
import { compareForms } from '../../../forms/schema/compare.ts';
import type { Answers, Component, Json } from '../../../forms/schema/document.ts';
import { localise } from '../../../forms/schema/localise.ts';
import { fillingMinutes } from '../../../forms/schema/minutes.ts';
import { readForm } from '../../../forms/schema/read.ts';
import { formReadability } from '../../../forms/schema/readability.ts';
import { summarise } from '../../../forms/schema/summary.ts';
import { validateAnswers } from '../../../forms/schema/validate.ts';
import { issueText } from '../../../forms/text/issue-text.ts';
import { aForm } from './a-form.ts';
import { anyJson } from './any-values.ts';
import { allTypes, everyLookup, oneOfEach, rightAnswers } from './one-of-each.ts';

const runs = runsOr(150);
const patience = runs * 100 + 30_000;
const ajv = new Ajv2020({ strict: false, validateFormats: false, addUsedSchema: false });

const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const expression = fc.constantFrom(
  '=a = "x"',
  '=b > 3',
  '=c',
  '=not(a = null)',
  '=sum(d)',
  '=values',
  '=a >',
  'a',
  '=[',
  '',
);

const setting = fc.record(
  {
    required: fc.boolean(),
    minLength: fc.nat(4),
    maxLength: fc.nat(9),
    min: fc.integer(),
    max: fc.integer(),
    pattern: fc.constantFrom('[a-z]+', '\\d{3}', '[', ''),
    rules: fc.array(fc.record({ expression, message: fc.string({ minLength: 1 }) }), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

const usualFields = oneOfEach.map(({ type, properties }) => ({ type, properties }));

const aFieldOfAnyKind = fc
  .record(
    {
      kind: fc.constantFrom(...usualFields),
      key: fc.constantFrom(...keys),
      label: fc.string(),
      values: fc.constantFrom<Json>(
        [],
        [{ value: 'a', label: 'A' }],
        ['x', 'y'].map((value) => ({ value, label: value })),
      ),
      validate: setting,
      conditional: fc.record({ hide: expression }, { requiredKeys: [] }),
      valuesExpression: expression,
      readonly: fc.oneof(fc.boolean(), expression),
      more: fc.record(
        {
          computed: expression,
          requiredWhen: expression,
          choicesFrom: fc.constantFrom('api:offices', 'vocabulary:regions', 'api:x', '?'),
          parts: fc.constantFrom('familyName, email?', 'x', ''),
          notBefore: fc.constantFrom('today', 'ieri'),
          shape: fc.constantFrom('area', 'point', 'cerchio'),
        },
        { requiredKeys: [] },
      ),
      odd: fc.dictionary(fc.constantFrom('subtype', 'decimalDigits', 'accept', 'multiple', 'label'), anyJson, {
        maxKeys: 1,
      }),
    },
    { requiredKeys: ['kind', 'key'] },
  )
  .map(({ kind, more, odd, ...rest }) => ({ ...rest, ...kind, properties: { ...kind.properties, ...more }, ...odd }));

const { component } = fc.letrec<{ component: unknown }>((tie) => {
  const components = fc.array(tie('component'), { maxLength: 4 });
  return {
    component: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      { arbitrary: aFieldOfAnyKind, weight: 6 },
      { arbitrary: fc.record({ type: fc.constant('text'), text: fc.string() }), weight: 1 },
      { arbitrary: fc.record({ type: fc.constant('group'), label: fc.string(), components }), weight: 2 },
      {
        arbitrary: fc.record({ type: fc.constant('dynamiclist'), path: fc.constantFrom(...keys), components }),
        weight: 2,
      },
      { arbitrary: anyJson, weight: 1 },
    ),
  };
});

const anyDocument = fc.array(component, { maxLength: 5 }).map((components) => aForm(...(components as Component[])));

const right = Object.values(rightAnswers).flat();
const anyValue = fc.oneof(fc.constantFrom(...right), anyJson);
const item = fc.dictionary(fc.constantFrom(...keys), anyValue, { maxKeys: 3 });
const anyAnswers = fc.dictionary(fc.constantFrom(...keys), fc.oneof(anyValue, fc.array(item, { maxLength: 2 })), {
  maxKeys: 5,
}) as fc.Arbitrary<Answers>;

/** Answers that the validator accepts, as it gives them back. */
function accepted(form: ReturnType<typeof aForm>, given: Answers): Answers | undefined {
  const { values, issues } = validateAnswers(form, given, everyLookup);
  if (issues.length === 0) return values;
  const wrong = new Set(issues.map(({ path }) => path.split(/[.[]/)[0] ?? path));
  const left = Object.entries(given).filter(([key]) => !wrong.has(key));
  return left.length < Object.keys(given).length ? accepted(form, Object.fromEntries(left)) : undefined;
}

describe('any document', () => {
  it('covers every type of field', () => {
    expect(usualFields).toHaveLength(allTypes.length);
  });

  it(
    'is refused with the place of what is wrong, or serves',
    () => {
      let served = 0;
      fc.assert(
        fc.property(anyDocument, anyAnswers, (document, answers) => {
          const { form, issues } = readForm(document);
          expect(issues.every(({ path }) => path.startsWith('components['))).toBe(true);
          expect(issues.map(issueText)).not.toContain('');
          expect(form === undefined).toBe(issues.length > 0);
          if (!form) return;
          served += 1;
          summarise(localise(form, 'en'), answers, { today: everyLookup.today });
          compareForms(form, aForm(...oneOfEach), { ...everyLookup, answers });
          expect(fillingMinutes(form) + formReadability(form).words).toBeGreaterThan(0);
          const values = accepted(form, answers);
          if (values === undefined) return;
          const accepts = ajv.compile(answersSchema(form));
          expect(accepts(values) ? [] : accepts.errors).toEqual([]);
          expect(validateAnswers(form, values, everyLookup).values).toEqual(values);
        }),
        { numRuns: runs },
      );
      expect(served).toBeGreaterThan(runs / 20);
    },
    patience,
  );

  it('that is no form at all is refused', () => {
    fc.assert(
      fc.property(anyJson, (json) => {
        expect(readForm(json).form).toBeUndefined();
        expect(readForm(json).issues.length).toBeGreaterThan(0);
      }),
      { numRuns: runs },
    );
  });
});
