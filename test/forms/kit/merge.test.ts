import { fc } from '../../support/random.ts';
import { describe, expect, test } from 'vitest';
import { setAnswer } from '../../../forms/citizen/apply/answer-at.ts';
import { isSame, mergeAnswers, type Difference } from '../../../forms/kit/merge.ts';
import type { Answers, Json } from '../../../forms/schema/document.ts';

interface Case {
  readonly fact: string;
  readonly versions: readonly [base: Answers, mine: Answers, theirs: Answers];
  readonly answers: Answers;
  readonly taken?: readonly Difference[];
  readonly conflicts?: readonly Difference[];
}

const people = (...emails: readonly string[]): Json => emails.map((email, index) => ({ nome: `P${index}`, email }));

const cases: readonly Case[] = [
  { fact: 'a field changed only here stays', versions: [{ a: '1' }, { a: '2' }, { a: '1' }], answers: { a: '2' } },
  {
    fact: 'a field changed only elsewhere is taken',
    versions: [{ a: '1' }, { a: '1' }, { a: '3' }],
    answers: { a: '3' },
    taken: [{ path: 'a', now: '3', replaced: '1' }],
  },
  {
    fact: 'a field changed on both sides keeps the newer save',
    versions: [{ a: '1' }, { a: '2' }, { a: '3' }],
    answers: { a: '2' },
    conflicts: [{ path: 'a', now: '2', replaced: '3' }],
  },
  {
    fact: 'the same change on both sides is no conflict',
    versions: [{ a: '1' }, { a: '2' }, { a: '2' }],
    answers: { a: '2' },
  },
  {
    fact: 'a field added elsewhere comes in',
    versions: [{}, { a: '1' }, { b: '2' }],
    answers: { a: '1', b: '2' },
    taken: [{ path: 'b', now: '2' }],
  },
  {
    fact: 'a field removed on one side is gone',
    versions: [{ a: '1', b: '2' }, { b: '2' }, { a: '1' }],
    answers: {},
    taken: [{ path: 'b', replaced: '2' }],
  },
  {
    fact: 'a field removed here and changed elsewhere is told',
    versions: [{ a: '1' }, {}, { a: '2' }],
    answers: {},
    conflicts: [{ path: 'a', replaced: '2' }],
  },
  {
    fact: 'items of a repeating group are joined one by one',
    versions: [
      { persone: people('a@x.it', 'b@x.it') },
      { persone: people('A@x.it', 'b@x.it') },
      { persone: people('a@x.it', 'B@x.it') },
    ],
    answers: { persone: people('A@x.it', 'B@x.it') },
    taken: [{ path: 'persone[1].email', now: 'B@x.it', replaced: 'b@x.it' }],
  },
  {
    fact: 'a repeating group of other lengths is one answer',
    versions: [
      { persone: people('a@x.it') },
      { persone: people('a@x.it', 'b@x.it') },
      { persone: people('a@x.it', 'c@x.it', 'd@x.it') },
    ],
    answers: { persone: people('a@x.it', 'b@x.it') },
    conflicts: [{ path: 'persone', now: people('a@x.it', 'b@x.it'), replaced: people('a@x.it', 'c@x.it', 'd@x.it') }],
  },
  {
    fact: 'the parts of a value are not mixed',
    versions: [
      { sede: { via: 'Roma', cap: '1' } },
      { sede: { via: 'Po', cap: '1' } },
      { sede: { via: 'Roma', cap: '2' } },
    ],
    answers: { sede: { via: 'Po', cap: '1' } },
    conflicts: [{ path: 'sede', now: { via: 'Po', cap: '1' }, replaced: { via: 'Roma', cap: '2' } }],
  },
];

const lists = new Set(['persone']);
const merged = (base: Answers, mine: Answers, theirs: Answers) => mergeAnswers({ base, mine, theirs }, lists);

describe('joining two versions of a draft', () => {
  test.each(cases)('$fact', ({ versions, answers, taken = [], conflicts = [] }) => {
    expect(merged(...versions)).toEqual({ answers, taken, conflicts });
  });

  test('the order of members makes no difference', () => {
    expect(isSame([{ a: 1, b: [true, null] }], [{ b: [true, null], a: 1 }])).toBe(true);
    expect(isSame({ a: 1 }, { a: 1, b: null })).toBe(false);
    expect(isSame([1], { 0: 1 })).toBe(false);
  });
});

const value = fc.constantFrom<Json>('x', 'y', '', 1, false, ['u'], { via: 'Roma' });
const item = fc.dictionary(fc.constantFrom('nome', 'email'), value);
const someAnswers: fc.Arbitrary<Answers> = fc
  .record({
    fields: fc.dictionary(fc.constantFrom('a', 'b', 'c'), value),
    persone: fc.option(fc.array(item, { maxLength: 3 })),
  })
  .map(({ fields, persone }) => ({ ...fields, ...(persone === null ? {} : { persone }) }));

/** The answers with every replaced value put back. */
const putBack = (answers: Answers, differences: readonly Difference[]): Answers =>
  differences.reduce((all, { path, replaced }) => setAnswer(all, path, replaced), answers);

describe('any two versions', () => {
  test('lose no answer: each stands or is told', () => {
    fc.assert(
      fc.property(someAnswers, someAnswers, someAnswers, (base, mine, theirs) => {
        const { answers, taken, conflicts } = merged(base, mine, theirs);
        expect(putBack(answers, taken)).toEqual(mine);
        const elsewhere = putBack(answers, conflicts);
        const changedHere = merged(base, mine, base).answers;
        for (const key of ['a', 'b', 'c']) {
          expect([theirs[key], changedHere[key]]).toContainEqual(elsewhere[key]);
          if (!isSame(base[key], theirs[key])) expect(elsewhere[key]).toEqual(theirs[key]);
        }
      }),
    );
  });

  test('of which only one has changed give that one', () => {
    fc.assert(
      fc.property(someAnswers, someAnswers, (base, changed) => {
        expect(merged(base, changed, base).answers).toEqual(changed);
        expect(merged(base, base, changed)).toMatchObject({ answers: changed, conflicts: [] });
      }),
    );
  });

  test('end in the same answers on both devices', () => {
    fc.assert(
      fc.property(someAnswers, someAnswers, someAnswers, (base, first, second) => {
        const saved = merged(base, second, first).answers;
        expect(merged(first, first, saved).answers).toEqual(saved);
      }),
    );
  });
});
