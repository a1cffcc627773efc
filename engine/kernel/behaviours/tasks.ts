import { DecisionProblem } from '../../rules/decision-problem.ts';
import { evaluateDecision } from '../../rules/evaluate-decision.ts';
import { evaluateAt, instantAt, textAt, textsAt } from '../expressions.ts';
import type { Place } from '../expressions.ts';
import { enterNode, leave } from '../flow.ts';
import { mapInputs, mapOutputs } from '../mappings.ts';
import type { FlowNode, Work } from '../program.ts';
import { openWait } from '../run.ts';
import type { Run } from '../run.ts';
import type { Token } from '../state.ts';
import { ExecutionProblem } from '../types.ts';
import type { Json, Variables } from '../types.ts';
import { isContext, visibleTo } from '../variables.ts';
import type { Behaviour } from './behaviour.ts';
import { openBoundary, openMessage } from './catching.ts';

/** A task does its work: at once, or by waiting for somebody outside. */
export const task: Behaviour = (run, arriving, node) => {
  enterNode(run, arriving);
  const input = mapInputs(run, arriving, node);
  const token: Token = node.inputs.length === 0 ? arriving : { ...arriving, vars: input };
  run.tokens.set(token.id, token);
  const work = node.work ?? { type: 'pass' };
  const result = doWork(run, token, { node, work, input });
  if (result === undefined) return openBoundary(run, token, node);
  mapOutputs(run, token, { node, payload: result });
  leave(run, token);
};

interface Assignment {
  readonly node: FlowNode;
  readonly work: Work;
  readonly input: Variables;
}

// The variables of work that is done at once; absent when a wait has been opened instead.
function doWork(run: Run, token: Token, { node, work, input }: Assignment): Variables | undefined {
  const place = { elementId: node.id, variables: visibleTo(run, token), now: run.now };
  const base = { elementId: node.id, name: node.name };
  switch (work.type) {
    case 'pass':
      return {};
    case 'script':
      return asVariables(evaluateAt(work.expression, place), work.resultVariable);
    case 'decision':
      return asVariables(decide(run, work.decisionId, place), work.resultVariable);
    case 'task':
      openWait(run, token, { ...base, type: 'task', ...assignmentOf(work, place), input });
      return undefined;
    case 'job':
      openWait(run, token, { ...base, type: 'job', jobType: work.jobType, headers: work.headers, input });
      return undefined;
    case 'message':
      openMessage(run, token, { node, message: work.message });
      return undefined;
  }
}

// Without a result variable, the entries of a context become variables and any other value is dropped.
function asVariables(value: Json, resultVariable: string | undefined): Variables {
  if (resultVariable !== undefined) return { [resultVariable]: value };
  return isContext(value) ? value : {};
}

function assignmentOf(work: Extract<Work, { type: 'task' }>, place: Place) {
  const { formId, assignee, candidateGroups, candidateUsers, dueDate } = work;
  return {
    ...(formId !== undefined && { formId }),
    ...(assignee !== undefined && { assignee: textAt(assignee, place) }),
    candidateGroups: candidateGroups === undefined ? [] : textsAt(candidateGroups, place),
    candidateUsers: candidateUsers === undefined ? [] : textsAt(candidateUsers, place),
    ...(dueDate !== undefined && { dueAt: instantAt(dueDate, place) }),
  };
}

function decide(run: Run, decisionId: string, { elementId, variables, now }: Place): Json {
  try {
    const { result, trace, required } = evaluateDecision(run.program.decisions, decisionId, {
      context: variables,
      clock: now,
    });
    for (const decision of [...required, trace]) run.trail.push({ type: 'decided', elementId, decision });
    return result;
  } catch (error) {
    if (!(error instanceof DecisionProblem)) throw error;
    const { code, message } = error;
    const { expression } = error.place;
    const place = { elementId, ...(expression !== undefined && { expression }) };
    throw new ExecutionProblem(code, `Attività ${elementId}: ${message}`, place, { cause: error });
  }
}
