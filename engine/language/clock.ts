import { holds, textAt } from '../core/expression.ts';
import { extension } from './extension.ts';
import type { FactOf } from './extension.ts';
import type { Hand } from './hand.ts';
import { choice, days, feel, law, named } from './kinds.ts';
import { onAnyElement } from './places.ts';
import { moveTerm } from './term-moves.ts';

const attributes = {
  term: named('term', { label: 'Termine' }),
  act: choice({ label: 'Che cosa fa' }, [
    { value: 'start', label: 'Comincia' },
    { value: 'suspend', label: 'È sospeso' },
    { value: 'resume', label: 'Riprende' },
    { value: 'interrupt', label: 'È interrotto' },
    { value: 'restart', label: 'Ricomincia da capo' },
    { value: 'end', label: 'Finisce' },
  ]),
  on: choice({ label: 'Quando' }, [
    { value: 'entered', label: 'Quando si arriva all’elemento' },
    { value: 'left', label: 'Quando lo si lascia' },
  ]),
  ground: law({ label: 'Articolo di legge', hint: 'Oppure un’espressione che lo dà.' }),
  when: feel({ label: 'Solo se', hint: 'Una condizione; senza, vale sempre.' }).optional(),
  maxDays: days({ label: 'Al massimo per giorni', hint: 'Quanti giorni una sospensione può aggiungere.' }).optional(),
};

/** `<iter:clock>` on any element: a legal term starts, stops, goes on or ends when the element is entered or left. */
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
  return holds(fact.when, hand) ? moveTerm(hand, { ...fact, ground: textAt(fact.ground, hand) }) : hand;
}
