export { readDecisions } from './read-decisions.ts';
export type { ReadDecisions } from './read-decisions.ts';
export { evaluateDecision } from './evaluate-decision.ts';
export type { DecisionOutcome } from './evaluate-decision.ts';
export { DecisionProblem } from './decision-problem.ts';
export type { Decision, Decisions } from './decision.ts';
