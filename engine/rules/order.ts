import { DecisionProblem } from './decision-problem.ts';
import type { Decision, Decisions } from './decision.ts';

/**
 * A decision after everything it requires, each once; what `isGiven` says need not be evaluated for.
 * @throws DecisionProblem `decision.unknown`, `decision.circular`
 */
export function inOrder(
  decisions: Decisions,
  id: string,
  isGiven: (decision: Decision) => boolean,
): readonly Decision[] {
  const ordered = new Set<Decision>();
  const path: Decision[] = [find(decisions, id)];
  for (let decision = path.at(-1); decision !== undefined; decision = path.at(-1)) {
    const required = path.length > 1 && isGiven(decision) ? [] : decision.requires;
    const missing = required.map((each) => find(decisions, each)).find((each) => !ordered.has(each));
    if (missing === undefined) {
      ordered.add(decision);
      path.pop();
    } else if (path.includes(missing)) {
      throw circular(missing.id);
    } else {
      path.push(missing);
    }
  }
  return [...ordered];
}

/** The problem of a decision that no file holds. */
export function unknownDecision(id: string): DecisionProblem {
  return new DecisionProblem({ code: 'decision.unknown', params: { decisionId: id } });
}

function circular(id: string): DecisionProblem {
  return new DecisionProblem({ code: 'decision.circular', params: { decisionId: id } });
}

function find(decisions: Decisions, id: string): Decision {
  const decision = decisions[id];
  if (decision === undefined) throw unknownDecision(id);
  return decision;
}
