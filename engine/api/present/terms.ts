import type { TermStepView, TermView } from '../../../forms/contract/dossiers.ts';
import type { Day, Dossier, Term } from '../../core/dossier.ts';
import type { Language } from '../../core/language.ts';
import type { EnglishWords, Procedure } from '../../core/procedure.ts';
import { termName, wordsFor } from '../../core/with-parts.ts';
import { daysLeft, deadline, isExpired, standsStill } from '../../core/term/deadline.ts';
import { explanation } from '../../core/term/explanation.ts';
import { linkOn, stopGround, termInForce } from '../../core/term.ts';
import { termStepInWords } from '../../words/term/words.ts';
import { defined } from './defined.ts';

/**
 * The legal clocks of a dossier as people read them on a day, the main one first; with the remedies, and the
 * others in the order in which the procedure declares them.
 */
export function presentTerms(
  dossier: Pick<Dossier, 'terms' | 'variables'>,
  { today, language }: { readonly today: Day; readonly language: Language },
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
      steps: presentSteps(term, language, english),
    }));
}

/** How the last day of a term comes about, in the language of the reader. */
function presentSteps(term: Term, language: Language, english: EnglishWords | undefined): TermStepView[] {
  const named = { ...term, ...(term.after && { after: inLanguage(term.after, language, english) }) };
  return explanation(named).map((step) => {
    const { code, ground, endOn } = step;
    return { code, text: termStepInWords(step, language), ...defined({ ground, endOn }) };
  });
}

function inLanguage(term: Term, language: Language, english: EnglishWords | undefined): Term {
  const label = english?.terms[termName(term.termId)]?.label;
  return language === 'it' || label === undefined ? term : { ...term, label };
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
