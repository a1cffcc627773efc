import { deadline } from '../language/deadline.ts';
import type { Extension } from '../language/extension.ts';
import type { ElementFacts } from '../language/facts.ts';
import { milestone } from '../language/milestone.ts';
import { outcome } from '../language/outcome.ts';
import { errorIn } from '../findings/finding.ts';
import type { Finding } from '../findings/finding.ts';
import type { FlowNode } from '../kernel/node.ts';
import type { Parts } from './expressions.ts';
import { beforeDecision, undecidedEnds } from './undecided.ts';

/**
 * What would leave a dossier standing, or the people concerned without a word about it: an
 * application that is never decided or shows no milestone, a main term that passes unseen. Asked of what is to be
 * published; what was published before still runs.
 */
export function stuckFindings(parts: Parts): readonly Finding[] {
  return [...unwatchedTerms(parts), ...(parts.startFormId === '' ? [] : untold(parts))];
}

function unwatchedTerms({ terms, facts }: Parts): readonly Finding[] {
  const watched = new Set(Object.values(facts).flatMap((each) => watchedBy(deadline.of(each))));
  return Object.values(terms).flatMap(({ id, label, main }) => {
    if (!main || watched.has(id)) return [];
    return [errorIn('procedure.bpmn', 'term.unwatched', { term: id, label })];
  });
}

/** A reminder does not watch the end of its term. */
const watchedBy = (bound: ReturnType<typeof deadline.of>): readonly string[] =>
  bound === undefined || bound.before !== undefined ? [] : [bound.term];

const says =
  (extension: Extension) =>
  (facts: ElementFacts): boolean =>
    extension.of(facts) !== undefined;

// Who applied has to see where the dossier stands, and how it ended.
function untold(parts: Parts): readonly Finding[] {
  const { program } = parts;
  const asked = { program, decides: (node: FlowNode) => saysOf(outcome, parts, node) };
  const standing = beforeDecision(asked).filter((node) => isStop(node) && !shows(parts, node));
  const diagram = 'procedure.bpmn';
  return [
    ...standing.map(({ id }) => ({ ...errorIn(diagram, 'milestone.missing'), elementId: id })),
    ...undecidedEnds(asked).map(({ id }) => ({ ...errorIn(diagram, 'outcome.missing'), elementId: id })),
  ];
}

/** Where a dossier waits for somebody. */
const isStop = ({ work }: FlowNode): boolean => work?.type === 'task' || work?.type === 'call';

/** Whether an element shows a milestone while it is open: its own, that of a phase around it, or of the process. */
function shows(parts: Parts, node: FlowNode): boolean {
  if (saysOf(milestone, parts, node)) return true;
  const around = node.parent === undefined ? undefined : parts.program.nodes[node.parent];
  if (around !== undefined) return shows(parts, around);
  return says(milestone)(parts.facts[parts.program.processId] ?? {});
}

/** Whether an element carries a mark; a call does where something in the called process does. */
function saysOf(extension: Extension, parts: Parts, { id, work }: FlowNode): boolean {
  if (says(extension)(parts.facts[id] ?? {})) return true;
  if (work?.type !== 'call') return false;
  const part = parts.parts?.[work.processId];
  if (part !== undefined) return Object.values(part.facts).some(says(extension));
  const companion = Object.keys(parts.companions?.[work.processId]?.nodes ?? {});
  return companion.some((each) => says(extension)(parts.facts[each] ?? {}));
}
