import { theDayInWords } from '../../core/calendar.ts';
import type { Day } from '../../core/dossier.ts';
import type { OffDay, TermStepParams } from '../../core/term/explanation.ts';
import { lengthInItalian } from '../record/length.ts';
import type { Sentences } from '../sentences.ts';

const acts = { extend: 'Prorogato', shorten: 'Abbreviato', set: 'Cambiato' } as const;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A day after a preposition that takes the article: `dal 2 marzo 2026`, `dall’8 marzo 2026`, `al 12 marzo 2026`. */
const to = (preposition: 'a' | 'da', day: Day): string =>
  theDayInWords(day).replace(/^il /, `${preposition}l `).replace(/^l’/, `${preposition}ll’`);

/** A stretch of days, the year and month once where they are the same: `dal 6 al 12 marzo 2026`. */
function stretch({ fromOn, toOn }: { readonly fromOn: Day; readonly toOn: Day }): string {
  const same = fromOn.slice(0, 7) === toOn.slice(0, 7) ? 2 : fromOn.slice(0, 4) === toOn.slice(0, 4) ? 1 : 0;
  const from = to('da', fromOn).split(' ');
  return `${from.slice(0, from.length - same).join(' ')} ${to('a', toOn)}`;
}

const begun = ({ length, unit }: TermStepParams['begun-after' | 'begun']): string =>
  lengthInItalian({ days: length, unit });

const offDay = ({ on, why, name }: OffDay): string => {
  const kind = { saturday: 'sabato', sunday: 'domenica', holiday: 'festa' }[why];
  return `${theDayInWords(on)} è ${kind}${name === undefined ? '' : ` (${name})`}`;
};

/** How a last day comes about, step by step. */
export const italianTermSteps: Sentences<TermStepParams> = {
  begun: (params) => `${begun(params)} ${to('da', params.on)}; quel giorno non si conta.`,
  'begun-after': ({ after, on, ...params }) =>
    `${begun({ ...params, after })} da quando finisce «${after.label}», ${on === undefined ? 'che ora è fermo' : theDayInWords(on)}.`,
  changed: ({ act, from, to: days, unit, on, reason }) =>
    `${acts[act]} ${theDayInWords(on)}: da ${from} a ${lengthInItalian({ days, unit })}.${reason === undefined ? '' : ` Perché: ${reason}`}`,
  stopped: ({ days, ...stop }) => `Fermo ${stretch(stop)}: ${notCounted(days)}.`,
  'stopped-at-most': ({ days, ...stop }) => `Fermo ${stretch(stop)} al massimo: ${notCounted(days)}.`,
  'stopped-still': ({ fromOn }) => `Fermo ${to('da', fromOn)}: l’ultimo giorno si saprà quando riparte.`,
  'stopped-in-vain': (stop) => `Fermo ${stretch(stop)}: non sposta l’ultimo giorno.`,
  window: (params) => `I giorni ${stretch(params)} non si contano, per legge.`,
  interrupted: ({ on }) => `Interrotto ${theDayInWords(on)}: quando riparte si conta da capo.`,
  'two-working-days': () => 'Deve comprendere almeno due giorni lavorativi.',
  moved: ({ off, to: day }) => `${capital(off.map(offDay).join(', '))}: finisce ${theDayInWords(day)}.`,
  ended: ({ on }) => `Concluso ${theDayInWords(on)}.`,
};

const notCounted = (days: number): string =>
  days === 1 ? '1 giorno che non si conta' : `${days} giorni che non si contano`;
