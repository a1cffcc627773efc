import { holds, textAt } from '../core/expression.ts';
import { extension } from './extension.ts';
import type { FactOf } from './extension.ts';
import type { Hand } from './hand.ts';
import { choice, days, daysOrFeel, feel, flag, law, named } from './kinds.ts';
import { onAnyElement } from './places.ts';
import { lengthOf } from './term-length.ts';
import { changeTermLength } from './term-change.ts';
import { moveTerm } from './term-moves.ts';

const attributes = {
  term: named('term', { label: 'Termine' }),
  act: choice({ label: 'Che cosa fa' }, [
    { value: 'start', label: 'Comincia' },
    { value: 'suspend', label: 'È sospeso' },
    { value: 'resume', label: 'Riprende' },
    { value: 'interrupt', label: 'È interrotto' },
    { value: 'restart', label: 'Ricomincia da capo' },
    { value: 'extend', label: 'È prorogato' },
    { value: 'shorten', label: 'È abbreviato' },
    { value: 'set', label: 'Cambia durata' },
    { value: 'end', label: 'Finisce' },
  ]),
  on: choice({ label: 'Quando' }, [
    { value: 'entered', label: 'Quando si arriva all’elemento' },
    { value: 'left', label: 'Quando lo si lascia' },
  ]),
  ground: law({ label: 'Articolo di legge', hint: 'Oppure un’espressione che lo dà.' }),
  when: feel({ label: 'Solo se', hint: 'Una condizione; senza, vale sempre.' }).optional(),
  maxDays: days({ label: 'Al massimo per giorni', hint: 'Quanti giorni una sospensione può aggiungere.' }).optional(),
  by: daysOrFeel({
    label: 'Di quanto',
    hint: 'Per una proroga o un’abbreviazione, nell’unità del termine.',
  }).optional(),
  to: daysOrFeel({ label: 'La nuova durata', hint: 'Per intero, invece di «di quanto».' }).optional(),
  once: flag({ label: 'Una volta sola', hint: 'Un’altra sospensione o proroga dello stesso termine è rifiutata.' }),
  reason: feel({ label: 'Perché', hint: 'Dove sta il motivo: una proroga ne ha sempre uno.' }).optional(),
};

/**
 * `<iter:clock>` on any element: a legal term starts, stops, goes on, gets another length or ends when the element is
 * entered or left.
 */
export const clock = extension(
  {
    name: 'clock',
    label: 'Orologio',
    hint: 'Che cosa succede a un termine quando si arriva a questo elemento o lo si lascia.',
    on: onAnyElement,
    isRepeatable: true,
    attributes,
  },
  {
    entered: (fact, hand) => (fact.on === 'entered' ? moveClock(fact, hand) : hand),
    left: (fact, hand) => (fact.on === 'left' ? moveClock(fact, hand) : hand),
    // An element that is interrupted is left all the same.
    cancelled: (fact, hand) => (fact.on === 'left' ? moveClock(fact, hand) : hand),
  },
);

type ClockFact = FactOf<typeof attributes>;

function moveClock<Carried>(fact: ClockFact, hand: Hand<Carried>): Hand<Carried> {
  if (!holds(fact.when, hand)) return hand;
  const { by, to, reason, act, ...rest } = fact;
  const move = { ...rest, ground: textAt(fact.ground, hand) };
  if (act !== 'extend' && act !== 'shorten' && act !== 'set') return moveTerm(hand, { ...move, act });
  const length = {
    ...(by === undefined ? {} : { by: lengthOf(by, hand, 1) }),
    ...(to === undefined ? {} : { to: lengthOf(to, hand, 1) }),
    ...(reason === undefined ? {} : { reason: textAt(reason, hand) }),
  };
  return changeTermLength(hand, { ...move, ...length, act });
}
