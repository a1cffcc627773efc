export { readDecisionFiles, readDecisions } from './read-decisions.ts';
export { evaluateDecision } from './evaluate-decision.ts';
export type { Decisions } from './decision.ts';
