import { unfit, textAt } from '../core/expression.ts';
import { isOutcome, outcomeLabel, outcomes } from '../core/status.ts';
import { extension } from './extension.ts';
import { choiceOrFeel } from './kinds.ts';
import { onAnyElement } from './places.ts';

const codes = outcomes.map(({ code, label }) => ({ value: code, label }));

/** `<iter:outcome>` on any element: how the dossier is decided when the element is entered; a code, or FEEL giving one. */
export const outcome = extension(
  {
    name: 'outcome',
    label: 'Esito',
    hint: 'Come è decisa la pratica quando si arriva a questo elemento.',
    on: onAnyElement,
    attributes: { code: choiceOrFeel({ label: 'Esito' }, codes) },
  },
  {
    entered: (fact, hand) => {
      const code = textAt(fact.code, hand);
      if (!isOutcome(code)) throw unfit(fact.code, hand, { found: code, expected: 'the code of an outcome' });
      const data = { code, label: outcomeLabel(code), elementId: hand.elementId };
      return hand.change({ outcome: { code, decidedAt: hand.now } }).record({ type: 'outcome.reached', data });
    },
  },
);
