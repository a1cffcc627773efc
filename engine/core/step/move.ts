import { ExecutionProblem } from '../../kernel/types.ts';
import type { JobWait, Move, Trigger, Wait, WaitId } from '../../kernel/types.ts';
import type { Dossier, OpenWait } from '../dossier.ts';
import type { Step } from '../effects.ts';
import { Problem } from '../problem.ts';
import type { ProblemCode } from '../problem.ts';
import { milestoneLabel } from '../status.ts';
import { applyTrail } from './facts.ts';
import { issueNotice, noticeJob } from './notices.ts';
import { change, record } from './progress.ts';
import type { Scene } from './progress.ts';
import { closeTask, openTask, taskAt, taskFacts } from './tasks.ts';
import { armTimers, timerJobs } from './timers.ts';

/** Job types that leave the step as work for after the commit. */
const outsideJobs: readonly string[] = ['create-document'];

/** More notices than this in one step mean a loop in the diagram. */
const mostNotices = 1000;

/** Starts the execution of a new dossier with its variables, and settles what follows. */
export async function setOff(step: Step, scene: Scene): Promise<Step> {
  const { executor, procedure, now } = scene.context;
  const move = await guarded(() => executor.start(procedure.program, step.dossier.variables, now));
  return rest(applyMove(step, { move }, scene), scene, { before: step.dossier });
}

/** What came from outside, and the wait that it resolves: a task that closes by it is completed, not cancelled. */
export interface Impulse {
  readonly trigger: Trigger;
  readonly resolves?: WaitId;
}

/** Gives a trigger to the execution and settles what follows; `step` has its tasks and waits as the store knows them. */
export async function goOn(step: Step, impulse: Impulse, scene: Scene): Promise<Step> {
  return rest(await advance(step, impulse, scene), scene, { before: step.dossier, resolved: impulse.resolves });
}

/** Where the step came from: the dossier before it, and the wait that was resolved from outside. */
interface Origin {
  readonly before: Dossier;
  readonly resolved?: WaitId | undefined;
}

// Notices need nobody outside: they are issued and the execution goes on until it waits for somebody.
async function rest(step: Step, scene: Scene, origin: Origin): Promise<Step> {
  let current = step;
  for (let count = 0; count <= mostNotices; count += 1) {
    const notice = openNotice(current.dossier);
    if (!notice) return settled(armTimers(current, scene), origin);
    const trigger: Trigger = { type: 'complete', waitId: notice.id, output: {} };
    current = await advance(issueNotice(current, notice, scene), { trigger, resolves: notice.id }, scene);
  }
  throw new Problem('step.failed', { code: 'step.endless', found: `${mostNotices} notices in one step` });
}

async function advance(step: Step, { trigger, resolves }: Impulse, scene: Scene): Promise<Step> {
  const { executor, procedure, now } = scene.context;
  const move = await guarded(() => executor.advance(procedure.program, step.dossier.state, trigger, now));
  return applyMove(step, { move, resolves }, scene);
}

interface Moved {
  readonly move: Move;
  readonly resolves?: WaitId | undefined;
}

function applyMove(step: Step, { move, resolves }: Moved, scene: Scene): Step {
  const moved = change(step, { state: move.state, variables: move.variables });
  const told = applyTrail(moved, move.trail, scene);
  const closed = move.closed.reduce((current, waitId) => closeWait(current, waitId, { scene, resolves }), told);
  const stillOpen = move.opened.filter(({ id }) => !move.closed.includes(id));
  const opened = stillOpen.reduce((current, wait) => openWait(current, wait, scene), closed);
  return move.ended ? close(opened, move.ended, scene) : opened;
}

function closeWait(
  step: Step,
  waitId: WaitId,
  how: { readonly scene: Scene; readonly resolves: WaitId | undefined },
): Step {
  const task = taskAt(step.dossier, waitId);
  if (!task) return change(step, { waits: step.dossier.waits.filter(({ wait }) => wait.id !== waitId) });
  if (waitId === how.resolves) return closeTask(step, task, 'completed');
  return record(closeTask(step, task, 'cancelled'), how.scene, { type: 'task.cancelled', data: taskFacts(task) });
}

function openWait(step: Step, wait: Wait, scene: Scene): Step {
  if (wait.type === 'task') return openTask(step, wait, scene);
  const open: OpenWait = { wait, dueAt: wait.type === 'timer' ? wait.dueAt : null };
  const waiting = change(step, { waits: [...step.dossier.waits, open] });
  return wait.type === 'job' ? requestJob(waiting, wait, scene) : waiting;
}

function requestJob(step: Step, wait: JobWait, scene: Scene): Step {
  const { id: waitId, elementId, jobType } = wait;
  if (jobType === noticeJob) return step;
  if (!outsideJobs.includes(jobType)) {
    throw new Problem('step.failed', { elementId, jobType, expected: [noticeJob, ...outsideJobs].join(', ') });
  }
  const { dossierId } = step.dossier;
  const key = documentKey(step.dossier, waitId);
  const requested: Step = { ...step, jobs: [...step.jobs, { type: 'create-document', key, dossierId, waitId }] };
  return record(requested, scene, { type: 'job.requested', data: { jobType, elementId, name: wait.name, waitId } });
}

function openNotice(dossier: Dossier): JobWait | undefined {
  const isNotice = (wait: Wait): wait is JobWait => wait.type === 'job' && wait.jobType === noticeJob;
  return dossier.waits.map(({ wait }): Wait => wait).find(isNotice);
}

function close(step: Step, { reason, endEventId }: NonNullable<Move['ended']>, scene: Scene): Step {
  const concluded = step.dossier.milestone === 'conclusa' ? step : conclude(step, scene);
  const closed = change(concluded, { closedAt: scene.context.now });
  return record(closed, scene, { type: 'dossier.closed', data: { reason, endEventId: endEventId ?? null } });
}

function conclude(step: Step, scene: Scene): Step {
  const data = { code: 'conclusa', label: milestoneLabel('conclusa') };
  return record(change(step, { milestone: 'conclusa' }), scene, { type: 'milestone.reached', data });
}

// What opened and closed within the step is in its events; outside it never existed.
function settled(step: Step, { before, resolved }: Origin): Step {
  const { dossier } = step;
  const wasOpen = (taskId: string): boolean => before.tasks.some((task) => task.taskId === taskId);
  const isOpen = (taskId: string): boolean => dossier.tasks.some((task) => task.taskId === taskId);
  const timers = timerJobs(before, dossier, resolved);
  const jobs = outsideWaits(dossier);
  const abandoned = [...outsideWaits(before)].filter((waitId) => !jobs.has(waitId) && waitId !== resolved);
  return {
    ...step,
    tasksOpened: step.tasksOpened.filter(({ taskId }) => isOpen(taskId)),
    tasksClosed: step.tasksClosed.filter(({ taskId }) => wasOpen(taskId)),
    tasksChanged: step.tasksChanged.filter(({ taskId }) => isOpen(taskId)),
    jobs: [...step.jobs.filter((job) => job.type !== 'create-document' || jobs.has(job.waitId)), ...timers.jobs],
    jobsDropped: [...timers.jobsDropped, ...abandoned.map((waitId) => documentKey(dossier, waitId))],
  };
}

function outsideWaits(dossier: Dossier): ReadonlySet<WaitId> {
  return new Set(dossier.waits.flatMap(({ wait }) => (wait.type === 'job' ? [wait.id] : [])));
}

function documentKey({ dossierId }: Dossier, waitId: WaitId): string {
  return `create-document:${dossierId}:${waitId}`;
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
    const details = { ...error.place, code: error.code, message: error.message };
    throw new Problem(executionCodes[error.code] ?? 'step.failed', details, { cause: error });
  }
}
