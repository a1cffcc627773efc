import { unfit, textAt } from '../core/expression.ts';
import { Problem } from '../core/problem.ts';
import { isOutcome, outcomeKind } from '../core/status.ts';
import type { OutcomeKind } from '../../forms/contract/standing.ts';
import { extension } from './extension.ts';
import { law, outcomeCode } from './kinds.ts';
import { onAnyElement } from './places.ts';
import type { Hand } from './hand.ts';
import { endMainTerm } from './term-moves.ts';
import { silenceIsConsent } from './term-place.ts';

/** The duty to conclude with an express act. */
const dutyToConclude = 'L. 241/1990, art. 2 c. 1';

/**
 * `<iter:outcome>` on any element: how the dossier is decided when the element is entered; a code, or FEEL giving one.
 * The main term ends with it.
 */
export const outcome = extension(
  {
    name: 'outcome',
    on: onAnyElement,
    attributes: {
      code: outcomeCode(),
      ground: law().optional(),
    },
  },
  {
    entered: (fact, hand) => {
      const code = textAt(fact.code, hand);
      if (!isOutcome(code, hand.own)) throw unfit(fact.code, hand, { found: code, expected: 'the code of an outcome' });
      demandEffect(hand, outcomeKind(code, hand.own));
      const data = { code, kind: outcomeKind(code, hand.own), elementId: hand.elementId };
      const ended = endMainTerm(hand, textAt(fact.ground ?? dutyToConclude, hand));
      return ended.change({ outcome: { code, decidedAt: hand.now } }).record({ type: 'outcome.reached', data });
    },
  },
);

const negative: readonly OutcomeKind[] = ['denied', 'not-admissible'];

/**
 * A negative act after the silence that is a consent has no effect, whatever the diagram says (L. 241/1990, art. 2
 * c. 8-bis). An annulment or revocation of own motion is another outcome.
 *
 * @throws Problem `outcome.without-effect`
 */
function demandEffect(hand: Hand<unknown>, kind: OutcomeKind): void {
  if (!negative.includes(kind)) return;
  const decided = hand.dossier.outcome;
  const isConsented = decided !== undefined && outcomeKind(decided.code, hand.own) === 'silent-consent';
  if (!isConsented && !silenceIsConsent(hand)) return;
  throw new Problem('outcome.without-effect', { elementId: hand.elementId, ground: 'L. 241/1990, art. 2 c. 8-bis' });
}
