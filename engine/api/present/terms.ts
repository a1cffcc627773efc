import type { TermView } from '../../../forms/contract/dossiers.ts';
import type { Day, Dossier, Term } from '../../core/dossier.ts';
import type { EnglishWords, Procedure } from '../../core/procedure.ts';
import { termName, wordsFor } from '../../core/with-parts.ts';
import { daysLeft, deadline, isExpired, standsStill } from '../../core/term/deadline.ts';
import { linkOn, stopGround, termInForce } from '../../core/term.ts';
import { defined } from './defined.ts';

/**
 * The legal clocks of a dossier as people read them on a day, the main one first; with the remedies, and the
 * others in the order in which the procedure declares them.
 */
export function presentTerms(
  dossier: Pick<Dossier, 'terms' | 'variables'>,
  today: Day,
  procedure: Procedure,
): TermView[] {
  const { terms: rules, english } = wordsFor(procedure, dossier.variables);
  const order = Object.keys(rules);
  const place = ({ termId }: Term): number => order.indexOf(termName(termId));
  return Object.values(dossier.terms)
    .sort((one, other) => Number(other.main) - Number(one.main) || place(one) - place(other))
    .map((term) => ({
      ...presentTerm(term, today, english),
      ...defined({
        remedy: rules[termName(term.termId)]?.remedy,
        remedyInEnglish: english?.terms[termName(term.termId)]?.remedy,
      }),
    }));
}

/** The clock by which a dossier has to be worked now, if one has started. */
export function presentTermInForce(
  dossier: Pick<Dossier, 'terms'>,
  today: Day,
  english?: EnglishWords,
): TermView | undefined {
  const term = termInForce(dossier);
  return term && presentTerm(term, today, english);
}

/** Of a chain the state of the term that is counted; a stop may last beyond the act that ends it. */
function stateOn(term: Term, today: Day): Term['state'] {
  const { state } = linkOn(term, today);
  return state === 'running' && standsStill(term, today) ? 'suspended' : state;
}

function presentTerm(term: Term, today: Day, english: EnglishWords | undefined): TermView {
  const expired = isExpired(term, today);
  return {
    termId: term.termId,
    label: term.label,
    ...defined({ labelInEnglish: english?.terms[termName(term.termId)]?.label }),
    main: term.main,
    days: term.days,
    ...defined({ unit: term.unit }),
    state: expired ? 'expired' : stateOn(term, today),
    startedOn: term.startedOn,
    ...defined({ deadlineOn: deadline(term, today), daysLeft: daysLeft(term, today) }),
    ground: term.ground,
    ...defined({ stopReason: stopGround(term, today) }),
  };
}
