import { DecisionProblem } from '../../../rules/decision-problem.ts';
import { evaluateDecision } from '../../../rules/evaluate-decision.ts';
import { evaluateAt, instantAt, textAt, textsAt } from '../expressions.ts';
import type { Place } from '../expressions.ts';
import { finishActivity } from '../finish.ts';
import { enterNode, leave } from '../flow.ts';
import { mapInputs, mapOutputs } from '../mappings.ts';
import { isActivity, itemNames } from '../../node.ts';
import type { FlowNode, Work } from '../../program.ts';
import { putToken } from '../run.ts';
import type { Run } from '../run.ts';
import type { Token } from '../state.ts';
import { throwEvent } from '../throwing.ts';
import { ExecutionProblem } from '../../types.ts';
import type { Json, Variables } from '../../types.ts';
import { isContext, visibleTo } from '../variables.ts';
import { openBoundary, openMessage, openWait } from '../waits.ts';
import type { Behaviour } from './behaviour.ts';

/** A task does its work: at once, or by waiting for somebody outside. */
export const task: Behaviour = (run, arriving, node) => {
  enterNode(run, arriving);
  const input = mapInputs(run, arriving, node);
  const token: Token =
    Object.keys(input).length === 0 ? arriving : { ...arriving, vars: { ...arriving.vars, ...input } };
  putToken(run, token);
  const work = node.work ?? { type: 'pass' };
  const result = doWork(run, token, { node, work, input });
  if (result !== undefined) return finish(run, token, { node, payload: result });
  // The events on the border of a repeated activity are those of the whole, not of each instance.
  if (token.nth === undefined) openBoundary(run, token, node);
};

// A message throw event that is sent as a job is no activity.
function finish(
  run: Run,
  token: Token,
  { node, payload }: { readonly node: FlowNode; readonly payload: Variables },
): void {
  if (!run.tokens.has(token.id)) return;
  if (isActivity(node)) return finishActivity(run, token, { payload });
  mapOutputs(run, token, { node, payload });
  leave(run, token);
}

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
    case 'send':
      throwEvent(run, token, { event: { type: 'message', message: work.message }, payload: input });
      return {};
    case 'task':
      openWait(
        run,
        { token },
        { ...base, type: 'task', ...assignmentOf(work, place), input, ...ownOf(run, node, place) },
      );
      return undefined;
    case 'job':
      openWait(run, { token }, { ...base, type: 'job', jobType: work.jobType, headers: work.headers, input });
      return undefined;
    case 'message':
      openMessage(run, { token }, { node, message: work.message });
      return undefined;
    case 'call':
      openWait(run, { token }, { ...base, type: 'child', ...callOf(work, place, input) });
      return undefined;
  }
}

// Without a result variable, the entries of a context become variables and any other value is dropped.
function asVariables(value: Json, resultVariable: string | undefined): Variables {
  if (resultVariable !== undefined) return { [resultVariable]: value };
  return isContext(value) ? value : {};
}

function callOf(work: Extract<Work, { type: 'call' }>, place: Place, input: Variables) {
  const { binding } = work;
  return {
    calledElement: textAt(work.processId, place),
    binding: binding.type === 'versionTag' ? { versionTag: binding.tag } : binding.type,
    input: work.givesAll ? { ...place.variables, ...input } : input,
  };
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

// What one of several instances has for itself: it stays as it is while the instance lasts.
function ownOf({ program }: Run, node: FlowNode, { variables }: Place): { readonly instance?: Variables } {
  const names = itemNames(program.nodes, node);
  if (names.length === 0) return {};
  return { instance: Object.fromEntries(names.map((name) => [name, variables[name] ?? null])) };
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
    const { failure } = error;
    throw new ExecutionProblem({ code: 'decision.failed', params: { elementId, failure } }, { cause: error });
  }
}
