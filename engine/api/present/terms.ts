import type { TermView } from '../../../forms/contract/dossiers.ts';
import type { Day, Dossier, Term } from '../../core/dossier.ts';
import type { EnglishWords, Procedure } from '../../core/procedure.ts';
import { termName, wordsFor } from '../../core/with-parts.ts';
import { daysLeft, deadline, isExpired } from '../../core/term/deadline.ts';
import { stopGround, termInForce } from '../../core/term.ts';
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

function presentTerm(term: Term, today: Day, english: EnglishWords | undefined): TermView {
  const expired = isExpired(term, today);
  return {
    termId: term.termId,
    label: term.label,
    ...defined({ labelInEnglish: english?.terms[termName(term.termId)]?.label }),
    main: term.main,
    days: term.days,
    state: expired ? 'expired' : term.state,
    startedOn: term.startedOn,
    ...defined({ deadlineOn: deadline(term, today), daysLeft: daysLeft(term, today) }),
    ground: term.ground,
    ...defined({ stopReason: stopGround(term) }),
  };
}
