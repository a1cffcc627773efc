import { fc } from '../../support/random.ts';
import type { Answers, Json } from '../../../forms/schema/document.ts';
import { keyOf, oneOfEach, rightAnswers } from './one-of-each.ts';

/** Values of every kind that JSON has, the odd ones too. */
export const anyJson: fc.Arbitrary<Json> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.emailAddress(),
  fc.webUrl(),
  fc.constantFrom<Json>('a', ['a', 'c'], [{ uploadId: 'u' }], { a: [] }, { from: '2026-10-05', to: 3 }, null),
  fc.jsonValue() as fc.Arbitrary<Json>,
);

/** For a field one of its right answers, as often as any other value. */
const plausible = (key: string): fc.Arbitrary<Json> => {
  const type = Object.keys(rightAnswers).find((each) => keyOf(each) === key);
  const right = type === undefined ? [] : (rightAnswers[type] ?? []);
  return right.length === 0 ? anyJson : fc.oneof(fc.constantFrom(...right), anyJson);
};

const keys = [...oneOfEach.map(({ key }) => key), 'altro', 'nota', 'doppio', 'ignoto', '__proto__'];

const someAnswers = fc.record(Object.fromEntries(keys.map((key) => [key, plausible(key)])), { requiredKeys: [] });

/** Answers to the form with a field of every type. */
export const anyAnswers: fc.Arbitrary<Answers> = fc
  .tuple(someAnswers, fc.option(fc.oneof(fc.array(someAnswers, { maxLength: 3 }), anyJson), { nil: undefined }))
  .map(([own, voci]) => (voci === undefined ? own : { ...own, voci }) as Answers);
