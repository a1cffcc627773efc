import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldSchemas } from '../../../forms/fields/schemas.ts';
import type { Answers, FieldComponent, Json } from '../../../forms/schema/document.ts';
import { readForm } from '../../../forms/schema/read.ts';
import { summarise } from '../../../forms/schema/summary.ts';
import { validateAnswers } from '../../../forms/schema/validate.ts';
import { issueText } from '../../../forms/text/issue-text.ts';
import { aField, aForm, aList, aPage, choices } from './a-form.ts';

const oneOfEach: readonly FieldComponent[] = Object.values(fieldSchemas).map(({ type, carriers }) =>
  aField({
    key: type.replace('-', '_'),
    type: carriers[0] ?? type,
    ...(carriers.includes(type) ? {} : { properties: { type } }),
    values: choices('a', 'b', 'c'),
  }),
);

const form = aForm(
  aPage('uno', oneOfEach),
  aPage('due', [aList('voci', oneOfEach), aField({ key: 'altro', conditional: { hide: '=checkbox' } })], {
    conditional: { hide: '=number > 10' },
  }),
  aField({ key: 'doppio', type: 'number', properties: { computed: '=number * 2' } }),
);

const uploads = (uploadId: string) => ({ name: `${uploadId}.pdf`, size: 10, mediaType: 'application/pdf' });
const options = { today: '2026-11-23', uploads };

const plausible = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom<Json>('a', ['a', 'c'], '1.234,5', '4/10/2026', 'Ada@ESEMPIO.it', '051 1234567', 'esempio.it/à b'),
  fc.constantFrom<Json>('prvdaa85d43a944g', [{ uploadId: 'u', name: 'x', size: 1 }], { a: [] }, null),
  fc.emailAddress(),
  fc.webUrl(),
  fc.jsonValue() as fc.Arbitrary<Json>,
);

const fieldAnswers = fc.record(
  Object.fromEntries(
    [...oneOfEach.map(({ key }) => key), 'altro', 'ignoto', '__proto__'].map((key) => [key, plausible]),
  ),
  { requiredKeys: [] },
);

const answers = fc
  .tuple(fieldAnswers, fc.oneof(fc.array(fieldAnswers, { maxLength: 3 }), plausible))
  .map(([own, voci]) => ({ ...own, voci }) as Answers);

describe('any answers', () => {
  it('meet a form that is right', () => {
    expect(readForm(form).issues).toEqual([]);
  });

  it('are judged and printed without a crash', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { issues } = validateAnswers(form, given, options);
        expect(issues.map(issueText)).not.toContain('');
        expect(summarise(form, given, { today: options.today }).length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });

  it('stay the same when they are validated again', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const once = validateAnswers(form, given, options).values;
        expect(validateAnswers(form, once, options).values).toEqual(once);
      }),
      { numRuns: 150 },
    );
  });
});
