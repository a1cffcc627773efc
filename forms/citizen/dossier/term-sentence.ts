import type { TermView } from '../../contract/dossiers.ts';
import { formatTheDate } from '../../text/format.ts';
import { t } from '../../text/text.ts';

/** How much of a running term is left, in words: `12 giorni rimasti`, `scade oggi`, `termine passato da 2 giorni`. */
export function daysLeftText(daysLeft: number): string {
  if (daysLeft === 0) return t('citizen.term.today');
  return daysLeft > 0
    ? t('citizen.term.daysLeft', { count: daysLeft })
    : t('citizen.term.pastDays', { count: -daysLeft });
}

/** A term in one sentence. */
export function termSentence({ state, deadlineOn, daysLeft }: TermView): string {
  switch (state) {
    case 'suspended':
      return t('citizen.term.suspended');
    case 'interrupted':
      return t('citizen.term.interrupted');
    case 'ended':
      return t('citizen.term.ended');
    case 'expired':
      return t('citizen.term.expired');
    case 'running': {
      const left = daysLeft === undefined ? '' : ` (${daysLeftText(daysLeft)})`;
      return deadlineOn === undefined ? left : t('citizen.term.by', { date: formatTheDate(deadlineOn) }) + left;
    }
  }
}
