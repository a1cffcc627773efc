import { deadline } from '../language/deadline.ts';
import type { Extension } from '../language/extension.ts';
import type { ElementFacts } from '../language/facts.ts';
import { milestone } from '../language/milestone.ts';
import { outcome } from '../language/outcome.ts';
import type { Finding } from '../findings/finding.ts';
import type { Parts } from './expressions.ts';
import { error } from './findings.ts';

/**
 * What would leave a dossier standing, or the people concerned without a word about it: an
 * application that is never decided or shows no milestone, a main term that passes unseen. Asked of what is to be
 * published; what was published before still runs.
 */
export function stuckFindings(parts: Parts): readonly Finding[] {
  return [...unwatchedTerms(parts), ...(parts.startFormId === '' ? [] : untold(parts))];
}

const inDiagram = (rule: string, message: string, elementId?: string): Finding => ({
  ...error('procedure.bpmn', rule, message),
  ...(elementId !== undefined && { elementId }),
});

function unwatchedTerms({ terms, facts }: Parts): readonly Finding[] {
  const watched = new Set(Object.values(facts).flatMap((each) => deadline.of(each)?.term ?? []));
  return Object.values(terms).flatMap(({ id, label, main }) => {
    if (!main || watched.has(id)) return [];
    const message = `Quando passa il termine principale «${label}» (${id}) non succede nulla: serve un evento a tempo con iter:deadline term="${id}".`;
    return [inDiagram('term.unwatched', message)];
  });
}

const says =
  (extension: Extension) =>
  (facts: ElementFacts): boolean =>
    extension.of(facts) !== undefined;

// Who applied has to see where the dossier stands, and how it ended.
function untold({ facts }: Parts): readonly Finding[] {
  const all = Object.values(facts);
  const noMilestone =
    'Nessun elemento porta una tappa (iter:milestone): chi ha presentato la domanda non vedrebbe dove sta.';
  const noOutcome = 'Nessun elemento porta un esito (iter:outcome): la pratica non sarebbe mai decisa.';
  return [
    ...(all.some(says(milestone)) ? [] : [inDiagram('milestone.missing', noMilestone)]),
    ...(all.some(says(outcome)) ? [] : [inDiagram('outcome.missing', noOutcome)]),
  ];
}
