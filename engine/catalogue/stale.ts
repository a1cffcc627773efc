import { warningIn } from '../findings/finding.ts';
import type { Finding } from '../findings/finding.ts';
import type { FlowNode } from '../kernel/node.ts';
import type { Program } from '../kernel/program.ts';
import { correction } from '../language/correction.ts';
import { programsOf, type Parts } from './expressions.ts';
import { answerKeys } from './known-names.ts';
import { namesIn } from './names.ts';
import { afterwards, further } from './undecided.ts';

/**
 * Decisions that stay as they were when what they read is corrected. A correction gives the process new answers; what
 * was decided by the old ones is stale until it is decided again. So each decision that comes before a correction and
 * reads an answer has to come again after it, on the way that follows: into the same variable, by the same rules.
 */
export function staleDecisions(parts: Parts): readonly Finding[] {
  const answers = new Set(Object.values(parts.forms).flatMap((form) => answerKeys(form.components)));
  return programsOf(parts).flatMap((program) => {
    const nodes = Object.values(program.nodes);
    const decisions = nodes.filter((node) => readsOf(node, program).some((name) => answers.has(name)));
    return nodes
      .filter((node) => corrects(node, parts))
      .flatMap((node) => {
        const after = reachedFrom(program, afterwards(program, node));
        const isAgain = (decision: FlowNode): boolean => [...after].some((each) => isSameWork(each, decision));
        return decisions
          .filter((decision) => reachedFrom(program, further(program, decision)).has(node) && !isAgain(decision))
          .map((decision) => ({
            ...warningIn('procedure.bpmn', 'correction.stale', {
              decision: decision.name === '' ? decision.id : decision.name,
              correction: node.name === '' ? node.id : node.name,
            }),
            elementId: decision.id,
          }));
      });
  });
}

/** Whether forms are corrected at an element: itself, or anywhere in the part that it calls. */
function corrects({ id, work }: FlowNode, parts: Corrected, around: readonly string[] = []): boolean {
  if (correction.of(parts.facts[id]) !== undefined) return true;
  const partId = work?.type === 'call' ? work.processId : '';
  const called = around.includes(partId) ? undefined : parts.parts?.[partId];
  if (called === undefined) return false;
  return Object.values(called.program.nodes).some((node) => corrects(node, called, [...around, partId]));
}

type Corrected = Pick<Parts, 'facts' | 'parts'>;

/** The names that a decision reads, with those of the decisions that it requires. */
function readsOf({ work }: FlowNode, { decisions }: Program): readonly string[] {
  if (work?.type !== 'decision') return [];
  const seen = new Set<string>();
  const next = [work.decisionId];
  const names: string[] = [];
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    const decision = decisions[id];
    if (decision === undefined || seen.has(id)) continue;
    seen.add(id);
    next.push(...decision.requires);
    if (decision.logic.type !== 'table') continue;
    names.push(...decision.logic.inputs.flatMap(({ expression }) => namesIn(expression)));
  }
  return names.map((name) => name.split('.')[0] ?? name);
}

const isSameWork = ({ work: one }: FlowNode, { work: other }: FlowNode): boolean =>
  one?.type === 'decision' &&
  other?.type === 'decision' &&
  one.decisionId === other.decisionId &&
  one.resultVariable === other.resultVariable;

function reachedFrom(program: Program, first: readonly FlowNode[]): ReadonlySet<FlowNode> {
  const seen = new Set<FlowNode>();
  const next = [...first];
  for (let node = next.pop(); node !== undefined; node = next.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    next.push(...further(program, node));
  }
  return seen;
}
