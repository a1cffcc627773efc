import { expect, it } from 'vitest';
import { openEndedFindings } from '../../../engine/catalogue/open-ended.ts';
import { termRules } from '../../../engine/language/term.ts';
import { inEnglish, inItalian } from '../../support/findings.ts';
import { factsOf } from '../../support/facts.ts';
import type { Said } from '../../support/facts.ts';

const ground = 'L. 241/1990, art. 2';
const main = { id: 'risposta', label: 'Risposta', days: '30', ground, main: 'true', expiry: 'default' };

function found(marks: Readonly<Record<string, Said>>) {
  const facts = factsOf({ prova: { term: main }, ...marks });
  return openEndedFindings({ facts, terms: Object.fromEntries(termRules(facts).map((rule) => [rule.id, rule])) });
}

const rules = (marks: Readonly<Record<string, Said>>) =>
  found(marks).map(({ rule, elementId }) => [rule, elementId].join(' ').trim());

it('a term whose meaning is said leaves nothing open', () => {
  expect(rules({})).toEqual([]);
});

it('a term without an expiry is found, the time for a remedy is not', () => {
  const { expiry: _said, ...silent } = main;
  expect(rules({ prova: { term: silent } })).toEqual(['term.no-expiry']);
  expect(rules({ prova: { term: { ...silent, main: 'false', remedy: 'Ricorri.' } } })).toEqual([]);
});

it('a suspension without a bound is found, with the article', () => {
  const hold = { term: 'risposta', effect: 'suspend', ground };
  const open = { check: { hold } };
  expect(rules(open)).toEqual(['term.no-bound check']);
  expect(inItalian(found(open))[0]).toMatch(/ sospeso senza un limite: .+art\. 2 c\. 7/);
  expect(inEnglish(found(open))[0]).toMatch(/ suspended without a bound: .+art\. 2 c\. 7/);
  expect(rules({ check: { clock: { term: 'risposta', act: 'suspend', on: 'left', ground } } })).toHaveLength(1);
});

it('a suspension is bounded by its days, or by the term of its activity', () => {
  const hold = { term: 'risposta', effect: 'suspend', ground };
  const own = { id: 'integrazione', label: 'I', days: '10', ground, expiry: 'goes-on' };
  expect(rules({ check: { hold: { ...hold, maxDays: '30' } } })).toEqual([]);
  expect(rules({ check: { hold, term: own } })).toEqual([]);
  expect(rules({ check: { hold: { ...hold, effect: 'interrupt' } } })).toEqual([]);
});

it('a change of length says by how much, an extension why', () => {
  const clock = { term: 'risposta', on: 'left', ground };
  expect(rules({ check: { clock: { ...clock, act: 'extend' } } })).toEqual([
    'term.no-length check',
    'term.no-reason check',
  ]);
  expect(rules({ check: { clock: { ...clock, act: 'set', to: '150' } } })).toEqual([]);
  expect(rules({ check: { clock: { ...clock, act: 'extend', by: '30', reason: '= motivo' } } })).toEqual([]);
});
