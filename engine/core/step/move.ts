import type { Beginning } from '../../executors/port.ts';
import { ExecutionProblem } from '../../kernel/types.ts';
import type { JobWait, Move, Trigger, Wait } from '../../kernel/types.ts';
import { noticeJob } from '../../language/notice.ts';
import { executionOf, ownExecution, viewFrom } from '../called.ts';
import type { Dossier } from '../dossier.ts';
import type { Step } from '../effects.ts';
import { Problem } from '../problem.ts';
import type { ProblemCode } from '../problem.ts';
import { applyMove } from './apply-move.ts';
import { innerTrigger, sceneIn, waitOf, within } from './executions.ts';
import type { Effect, Impulse, Moving, Start } from './executions.ts';
import { follow } from './follow.ts';
import { reachMilestone } from './milestone.ts';
import { issueOfTask } from './notices.ts';
import { consequenceOf } from './progress.ts';
import type { Scene } from './progress.ts';
import { settled } from './settle.ts';
import type { Origin } from './settle.ts';
import { armTimers, proceduresOf } from './timers.ts';

/**
 * More consequences than this in one step mean a loop in the diagram, or processes that call each other without end.
 */
const mostConsequences = 1000;

/** Starts the execution of a new dossier with its variables, simply or at what set it off, and settles what follows. */
export async function setOff(step: Step, scene: Scene, at?: Beginning): Promise<Step> {
  const after = consequenceOf(scene);
  return rest(await begin({ step, effects: [] }, { executionId: ownExecution, scene: after, at }), after, {
    before: step.dossier,
  });
}

/**
 * Gives a trigger to the execution and settles what follows; `step` has its tasks and waits as the store knows them.
 */
export async function goOn(step: Step, impulse: Impulse, scene: Scene): Promise<Step> {
  const after = consequenceOf(scene);
  const moving = await advance(await gather({ step, effects: [] }, impulse, after), impulse, after);
  return rest(moving, after, { before: step.dossier, resolved: impulse.resolves });
}

// What one of several instances gives stays with it, so that lists of the whole process grow beside it.
async function gather(moving: Moving, { trigger, gathered, corrected }: Impulse, scene: Scene): Promise<Moving> {
  const known = corrected === undefined ? moving : await tell(moving, corrected, scene);
  if (gathered === undefined) return known;
  return tell(known, { executionId: executionOf(waitOf(trigger) ?? ownExecution), variables: gathered }, scene);
}

const tell = (moving: Moving, { executionId, variables }: NonNullable<Impulse['corrected']>, scene: Scene) =>
  advance(moving, { trigger: { type: 'variables', variables }, executionId }, scene);

/** Lets something happen to the executions of the dossier and settles what follows. */
export async function goOnWith(step: Step, effect: Effect, scene: Scene): Promise<Step> {
  return rest({ step, effects: [effect] }, scene, { before: step.dossier });
}

// Everything follows that needs nobody outside: calls, signals, notices; until all executions wait for somebody.
async function rest(moving: Moving, scene: Scene, origin: Origin): Promise<Step> {
  let current = moving;
  for (let count = 0; count <= mostConsequences; count += 1) {
    const next = await consequence(current, scene);
    if (next === undefined) return settled(await atRest(current.step, scene), origin);
    current = next;
  }
  throw new Problem('step.failed', { code: 'step.endless', found: `${mostConsequences} consequences in one step` });
}

async function atRest(step: Step, scene: Scene): Promise<Step> {
  const procedures = await proceduresOf(step.dossier, scene);
  return armTimers(reachMilestone(step, procedures, scene), procedures, scene);
}

async function consequence({ step, effects }: Moving, scene: Scene): Promise<Moving | undefined> {
  const [effect, ...later] = effects;
  if (effect !== undefined) return follow({ step, effects: later }, effect, { scene, begin, advance });
  const notice = openNotice(step.dossier);
  if (notice === undefined) return undefined;
  const executionId = executionOf(notice.id);
  const here = await sceneIn(scene, step.dossier, executionId);
  const issued = within(step, executionId, (seen) => issueOfTask(seen, notice, here));
  const trigger: Trigger = { type: 'complete', waitId: notice.id, output: {} };
  return advance({ step: issued, effects }, { trigger, resolves: notice.id }, scene);
}

async function begin(moving: Moving, { executionId, scene, at }: Start): Promise<Moving> {
  const { dossier } = moving.step;
  const here = await sceneIn(scene, dossier, executionId);
  const { executor, procedure, now } = here.context;
  const { variables } = viewFrom(dossier, executionId);
  const move = await guarded(() => executor.start(procedure.program, variables, now, at));
  return applyMove(moving, { move, executionId }, here);
}

async function advance(moving: Moving, impulse: Impulse, scene: Scene): Promise<Moving> {
  const { trigger, resolves } = impulse;
  const waitId = waitOf(trigger);
  const executionId = waitId === undefined ? (impulse.executionId ?? ownExecution) : executionOf(waitId);
  const { dossier } = moving.step;
  const here = await sceneIn(scene, dossier, executionId);
  const { executor, procedure, now } = here.context;
  const { state } = viewFrom(dossier, executionId);
  const move = await guarded(() => executor.advance(procedure.program, state, innerTrigger(trigger), now));
  return applyMove(moving, { move, executionId, resolves }, here);
}

function openNotice(dossier: Dossier): JobWait | undefined {
  const isNotice = (wait: Wait): wait is JobWait => wait.type === 'job' && wait.jobType === noticeJob;
  return dossier.waits.map(({ wait }): Wait => wait).find(isNotice);
}

const executionCodes: Readonly<Record<string, ProblemCode>> = {
  'wait.not-open': 'wait.not-open',
  'message.not-expected': 'act.not-offered',
};

async function guarded(run: () => Promise<Move>): Promise<Move> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof ExecutionProblem)) throw error;
    const details = { failure: error.failure };
    throw new Problem(executionCodes[error.code] ?? 'step.failed', details, { cause: error });
  }
}
