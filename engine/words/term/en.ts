import type { Day } from '../../core/dossier.ts';
import type { OffDay, TermStepParams } from '../../core/term/explanation.ts';
import { dayInEnglish } from '../record/en.ts';
import { lengthInEnglish } from '../record/length.ts';
import type { Sentences } from '../sentences.ts';

const acts = { extend: 'Extended', shorten: 'Shortened', set: 'Changed' } as const;

const stretch = ({ fromOn, toOn }: { readonly fromOn: Day; readonly toOn: Day }): string =>
  `from ${dayInEnglish(fromOn)} to ${dayInEnglish(toOn)}`;

const begun = ({ length, unit }: TermStepParams['begun-after' | 'begun']): string =>
  lengthInEnglish({ days: length, unit });

const offDay = ({ on, why, name }: OffDay): string => {
  const kind = { saturday: 'a Saturday', sunday: 'a Sunday', holiday: 'a public holiday' }[why];
  return `${dayInEnglish(on)} is ${kind}${name === undefined ? '' : ` (${name})`}`;
};

const notCounted = (days: number): string =>
  days === 1 ? '1 day that is not counted' : `${days} days that are not counted`;

/** How a last day comes about, step by step. */
export const englishTermSteps: Sentences<TermStepParams> = {
  begun: (params) => `${begun(params)} from ${dayInEnglish(params.on)}; that day is not counted.`,
  'begun-after': ({ after, on, ...params }) =>
    `${begun({ ...params, after })} from the end of “${after.label}”, ${on === undefined ? 'which stands still now' : dayInEnglish(on)}.`,
  changed: ({ act, from, to, unit, on, reason }) =>
    `${acts[act]} on ${dayInEnglish(on)}: from ${from} to ${lengthInEnglish({ days: to, unit })}.${reason === undefined ? '' : ` Why: ${reason}`}`,
  stopped: ({ days, ...stop }) => `Stopped ${stretch(stop)}: ${notCounted(days)}.`,
  'stopped-at-most': ({ days, ...stop }) => `Stopped ${stretch(stop)} at the latest: ${notCounted(days)}.`,
  'stopped-still': ({ fromOn }) =>
    `Stopped from ${dayInEnglish(fromOn)}: the last day will be known when the count goes on.`,
  'stopped-in-vain': (stop) => `Stopped ${stretch(stop)}: this does not move the last day.`,
  window: (params) => `The days ${stretch(params)} are not counted, by law.`,
  interrupted: ({ on }) => `Interrupted on ${dayInEnglish(on)}: when it starts again, the count begins anew.`,
  'two-working-days': () => 'It has to hold at least two working days.',
  moved: ({ off, to }) => `${off.map(offDay).join(', ')}: it ends on ${dayInEnglish(to)}.`,
  ended: ({ on }) => `Ended on ${dayInEnglish(on)}.`,
};
