import { announce, begin, give, pass, send, signal } from './world/acts.ts';
import { openIn, runningIn } from './world/world.ts';
import type { Instance, World } from './world/world.ts';
import { WorldProblem } from './world/problem.ts';
import type { Json, Variables } from '../../engine/kernel/types.ts';

/** One step of a script, as the manifest writes it. */
export interface Step {
  readonly deploy?: boolean;
  readonly start?: string;
  readonly startByMessage?: string;
  readonly complete?: string;
  readonly completeInOneInstance?: readonly string[];
  readonly scope?: string;
  readonly message?: string;
  readonly signal?: string;
  readonly trigger?: string;
  readonly setVars?: Variables;
  readonly of?: string;
  readonly vars?: Variables;
  readonly advanceTime?: string;
  readonly cancelInstance?: string;
  readonly expectTasks?: readonly string[];
  readonly expectNoTask?: readonly string[];
  readonly expectWaiting?: readonly string[];
  readonly expectEnded?: boolean;
  readonly expectInstances?: Readonly<Record<string, number>>;
  readonly expectVars?: Variables;
  readonly expectCompleted?: Readonly<Record<string, number>>;
  readonly expectError?: boolean;
}

/** The world after a step, or why what it expects is not so. */
export interface Taken {
  readonly world: World;
  readonly reason?: string;
}

/** Takes one step: an act, or a look at how things are. */
export function takeStep(world: World, step: Step): Taken {
  const reason = look(world, step);
  if (reason !== undefined) return { world, reason };
  return { world: doServices(act(world, step)) };
}

function act(world: World, step: Step): World {
  const { vars = {} } = step;
  if (step.start !== undefined) return begin(world, step.start, vars).world;
  if (step.startByMessage !== undefined) return send(world, { message: step.startByMessage, payload: vars });
  if (step.complete !== undefined) return complete(world, { taskId: step.complete, vars });
  if (step.completeInOneInstance !== undefined) return completeTogether(world, step.completeInOneInstance);
  if (step.message !== undefined) return send(world, { message: step.message, payload: vars });
  if (step.signal !== undefined) return signal(world, step.signal, vars);
  if (step.trigger !== undefined) return send(world, { message: `trigger_${step.trigger}`, payload: vars });
  if (step.setVars !== undefined)
    return give(announce(world, step.setVars), chosen(world, step.of).id, {
      type: 'variables',
      variables: step.setVars,
    });
  if (step.advanceTime !== undefined) return pass(world, step.advanceTime);
  if (step.cancelInstance !== undefined) return give(world, chosen(world, step.cancelInstance).id, { type: 'cancel' });
  return world;
}

function complete(world: World, { taskId, vars }: { readonly taskId: string; readonly vars: Variables }): World {
  const open = openIn(world).find(({ wait }) => wait.type === 'task' && wait.elementId === taskId);
  if (open === undefined) throw new WorldProblem('wait.not-open', taskId);
  return give(world, open.instance.id, { type: 'complete', waitId: open.wait.id, output: vars });
}

// Tasks of one instance of a scope opened together: their waits follow one another.
function completeTogether(world: World, taskIds: readonly string[]): World {
  return taskIds.reduce((current, taskId) => complete(current, { taskId, vars: {} }), world);
}

// Service tasks do nothing and are done at once.
function doServices(world: World): World {
  let current = world;
  for (let open = jobIn(current); open !== undefined; open = jobIn(current)) {
    current = give(current, open.instance.id, { type: 'complete', waitId: open.wait.id, output: {} });
  }
  return current;
}

function jobIn(world: World) {
  return openIn(world).find(({ wait }) => wait.type === 'job');
}

// The first started, while it runs; else the one that ran last.
function chosen(world: World, processId: string | undefined): Instance {
  const all = [...world.instances.values()].filter(
    ({ program }) => processId === undefined || program.processId === processId,
  );
  const instance = processId === undefined ? all[0] : (all.findLast(({ ended }) => ended === undefined) ?? all.at(-1));
  if (instance === undefined) throw new WorldProblem('process.unknown', processId ?? '');
  return instance;
}

function look(world: World, step: Step): string | undefined {
  const tasks = openIn(world)
    .filter(({ wait }) => wait.type === 'task')
    .map(({ wait }) => wait.elementId);
  const isRunning = runningIn(world).length > 0;
  if (step.expectTasks !== undefined && !isSame(tasks, step.expectTasks))
    return `aperte sono ${tasks.join(', ') || 'nessuna'}`;
  if (step.expectNoTask?.some((id) => tasks.includes(id)) === true) return `aperte sono ${tasks.join(', ')}`;
  if (step.expectWaiting !== undefined) return lookForWaiting(world, step.expectWaiting);
  if (step.expectEnded !== undefined && step.expectEnded === isRunning)
    return isRunning ? `gira ancora: ${waiting(world)}` : 'tutto è concluso';
  if (step.expectVars !== undefined) return lookForVariables(chosen(world, step.of), step.expectVars);
  for (const [id, count] of Object.entries(step.expectInstances ?? {})) {
    if (runningIn(world, id).length !== count) return `${id} gira ${runningIn(world, id).length} volte`;
  }
  for (const [id, count] of Object.entries(step.expectCompleted ?? {})) {
    if (completedIn(world, id) !== count) return `${id} è conclusa ${completedIn(world, id)} volte`;
  }
  return undefined;
}

function lookForWaiting(world: World, expected: readonly string[]): string | undefined {
  const elements = openIn(world).map(({ wait }) => wait.elementId);
  const isThere = expected.every((id) => count(elements, id) >= count(expected, id));
  return isThere ? undefined : `aspettano ${elements.join(', ')}`;
}

function lookForVariables({ variables }: Instance, expected: Variables): string | undefined {
  const wrong = Object.entries(expected).find(([name, value]) => !isSameValue(variables[name], value));
  return wrong === undefined ? undefined : `${wrong[0]} è ${JSON.stringify(variables[wrong[0]])}`;
}

function completedIn(world: World, elementId: string): number {
  return [...world.instances.values()]
    .flatMap(({ trail }) => trail)
    .filter((entry) => entry.type === 'left' && entry.elementId === elementId).length;
}

function waiting(world: World): string {
  return openIn(world)
    .map(({ wait }) => wait.elementId)
    .join(', ');
}

function count(ids: readonly string[], id: string): number {
  return ids.filter((each) => each === id).length;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());
}

function isSameValue(one: Json | undefined, other: Json): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
