import type { ClockFact } from '../core/procedure.ts';
import { textOf } from '../rules/moddle.ts';
import type { ModdleElement } from '../rules/moddle.ts';
import { expression, feel, knownTerm, oneOf, refuse, required } from './checks.ts';
import type { Extension } from './extension.ts';

const acts: readonly ClockFact['act'][] = ['start', 'suspend', 'resume', 'interrupt', 'restart', 'end'];
const moments: readonly ClockFact['on'][] = ['entered', 'left'];

/** `<iter:clock>` on any element: a legal term starts, stops, goes on or ends when the element is entered or left. */
export const clock: Extension = {
  type: 'iter:Clock',
  attributes: ['term', 'act', 'on', 'ground', 'when', 'maxDays'],
  repeatable: true,
  read: (found) => ({ clocks: found.map(readClock).filter((fact) => fact !== undefined) }),
  check: (found, bearer) => {
    const days = textOf(found, 'maxDays') ?? '1';
    const message = `iter:clock in ${bearer.element.id}: «${days}» in maxDays non è un numero di giorni.`;
    return [
      ...required(found, ['term', 'act', 'on', 'ground'], bearer),
      ...knownTerm(found, bearer),
      ...oneOf(found, 'act', { values: acts, bearer, rule: 'clock.act' }),
      ...oneOf(found, 'on', { values: moments, bearer, rule: 'clock.on' }),
      ...expression(found, 'when', bearer),
      ...feel(found, 'ground', bearer),
      ...(/^[1-9]\d{0,3}$/.test(days) ? [] : [refuse(bearer, 'clock.max-days', message)]),
    ];
  },
};

function readClock(found: ModdleElement): ClockFact | undefined {
  const act = acts.find((each) => each === textOf(found, 'act'));
  const on = moments.find((each) => each === textOf(found, 'on'));
  const [term, ground, when] = [textOf(found, 'term'), textOf(found, 'ground'), textOf(found, 'when')];
  const maxDays = textOf(found, 'maxDays');
  if (act === undefined || on === undefined || term === undefined || ground === undefined) return undefined;
  return {
    term,
    act,
    on,
    ground,
    ...(when !== undefined && { when }),
    ...(maxDays !== undefined && { maxDays: Number(maxDays) }),
  };
}
