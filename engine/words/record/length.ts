import { termUnits } from '../../core/dossier.ts';
import type { TermUnit } from '../../core/dossier.ts';
import { word } from './sentence.ts';
import type { Facts } from './sentence.ts';

/** One and several of a unit. */
type Counted = Readonly<Record<TermUnit, readonly [one: string, several: string]>>;

const italian: Counted = {
  days: ['giorno', 'giorni'],
  'working-days': ['giorno lavorativo', 'giorni lavorativi'],
  'eu-days': ['giorno (reg. CEE 1182/71)', 'giorni (reg. CEE 1182/71)'],
  months: ['mese', 'mesi'],
  years: ['anno', 'anni'],
};

const english: Counted = {
  days: ['day', 'days'],
  'working-days': ['working day', 'working days'],
  'eu-days': ['day (Reg. EEC 1182/71)', 'days (Reg. EEC 1182/71)'],
  months: ['month', 'months'],
  years: ['year', 'years'],
};

/** The length of a term, `days` in its `unit`, in Italian: `30 giorni`, `1 mese`. */
export const lengthInItalian = (facts: Facts): string => inWords(facts, italian);

/** The same in English. */
export const lengthInEnglish = (facts: Facts): string => inWords(facts, english);

function inWords(facts: Facts, words: Counted): string {
  const unit = termUnits.find((each) => each === facts['unit']) ?? 'days';
  return `${word(facts, 'days')} ${words[unit][facts['days'] === 1 ? 0 : 1]}`;
}
