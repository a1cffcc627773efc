import { nextOfCycle } from '../../../engine/kernel/time/cycle.ts';
import { evaluateLeniently } from '../../../engine/kernel/running/expressions.ts';
import type { Program } from '../../../engine/kernel/program.ts';
import { subscriptionsOf } from '../../../engine/kernel/running/subscriptions.ts';
import { addDuration } from '../../../engine/kernel/time/instants.ts';
import type { Instant, Trigger, Variables } from '../../../engine/kernel/types.ts';
import { broadcast, deliver, open, openListening, settle, step } from './effects.ts';
import type { Happening } from './effects.ts';
import { WorldProblem } from './problem.ts';
import { latestOf, openIn } from './world.ts';
import type { Instance, Listening, World } from './world.ts';

/** What an act has led to, and the instance it was about. */
export interface Acted {
  readonly world: World;
  readonly instance: Instance;
}

/**
 * Deploys the processes of a file together. They listen from now on, and earlier versions of them no longer do;
 * instances that run stay with the version they began with.
 */
export function deploy(world: World, programs: readonly Program[]): World {
  const deployment = world.deployed.reduce((most, each) => Math.max(most, each.deployment), 0) + 1;
  const ids = new Set(programs.map(({ processId }) => processId));
  const added = programs.flatMap((program) =>
    subscriptionsOf(program, world.now).map((subscription) => ({
      subscription,
      processId: program.processId,
      deployment,
    })),
  );
  return {
    ...world,
    deployed: [...world.deployed, ...programs.map((program) => ({ program, deployment }))],
    listening: [...world.listening.filter(({ processId }) => !ids.has(processId)), ...added],
  };
}

/**
 * Begins an instance of the newest version of a process.
 * @throws WorldProblem `process.unknown`, or what the first step throws
 */
export function begin(world: World, processId: string, variables: Variables): Acted {
  const deployed = latestOf(world, processId);
  if (deployed === undefined) {
    throw new WorldProblem('process.unknown', processId);
  }
  const happening = begun(world);
  const { id } = open(happening, deployed, { variables });
  return acted(happening, id);
}

/**
 * Gives a trigger to one instance.
 * @throws ExecutionProblem or WorldProblem, and then the world stays as it was
 */
export function give(world: World, instanceId: string, trigger: Trigger): World {
  const happening = begun(world);
  step(happening, instanceId, trigger);
  return settle(happening);
}

/**
 * Sends a message from outside: to the oldest instance that waits for it, else to a process that it starts.
 * @throws WorldProblem `message.not-expected` when nothing takes it
 */
export function send(world: World, message: Omit<Extract<Trigger, { type: 'message' }>, 'type'>): World {
  const happening = begun(world);
  if (deliver(happening, { type: 'message', ...message })) return settle(happening);
  throw new WorldProblem('message.not-expected', message.message);
}

/** Broadcasts a signal from outside. */
export function signal(world: World, name: string, payload: Variables = {}): World {
  const happening = begun(world);
  broadcast(happening, { type: 'signal', signal: name, payload });
  return settle(happening);
}

/** Makes facts known: processes with a conditional start event that holds for them begin. */
export function announce(world: World, facts: Variables): World {
  const happening = begun(world);
  for (const listening of world.listening) {
    const { subscription } = listening;
    if (subscription.type !== 'condition') continue;
    const place = { elementId: subscription.elementId, variables: facts, now: world.now };
    if (evaluateLeniently(subscription.condition, place) === true) openListening(happening, listening, facts);
  }
  return settle(happening);
}

/** Moves the clock on by an ISO 8601 duration; every timer that becomes due on the way fires, in order of time. */
export function pass(world: World, duration: string): World {
  const until = addDuration(world.now, duration);
  if (until === undefined) {
    throw new WorldProblem('duration.unreadable', duration);
  }
  let current = world;
  for (let due = nextDue(current, until); due !== undefined; due = nextDue(current, until)) {
    current = fire({ ...current, now: due.dueAt > current.now ? due.dueAt : current.now }, due);
  }
  return { ...current, now: until };
}

interface Due {
  readonly dueAt: Instant;
  readonly instanceId?: string;
  readonly waitId?: string;
  readonly listening?: Listening;
}

function nextDue(world: World, until: Instant): Due | undefined {
  const waiting = openIn(world).flatMap(({ instance, wait }): readonly Due[] =>
    wait.type === 'timer' ? [{ dueAt: wait.dueAt, instanceId: instance.id, waitId: wait.id }] : [],
  );
  const starting = world.listening.flatMap((listening): readonly Due[] =>
    listening.subscription.type === 'timer' ? [{ dueAt: listening.subscription.dueAt, listening }] : [],
  );
  const due = [...starting, ...waiting].filter(({ dueAt }) => dueAt <= until);
  return due.toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : one.dueAt > other.dueAt ? 1 : 0))[0];
}

function fire(world: World, { instanceId = '', waitId = '', listening }: Due): World {
  if (listening === undefined) return give(world, instanceId, { type: 'fire', waitId });
  const happening = begun(renewed(world, listening));
  openListening(happening, listening, {});
  return settle(happening);
}

function renewed(world: World, due: Listening): World {
  const { subscription } = due;
  const cycle =
    subscription.type === 'timer' && subscription.cycle ? nextOfCycle(subscription.cycle, world.now) : undefined;
  const next: readonly Listening[] =
    subscription.type === 'timer' && cycle !== undefined
      ? [{ ...due, subscription: { ...subscription, dueAt: cycle.dueAt, cycle } }]
      : [];
  return { ...world, listening: world.listening.flatMap((each) => (each === due ? next : [each])) };
}

function begun(world: World): Happening {
  return { world, effects: [] };
}

function acted(happening: Happening, instanceId: string): Acted {
  const world = settle(happening);
  const instance = world.instances.get(instanceId);
  if (instance === undefined) throw new WorldProblem('instance.unknown', instanceId);
  return { world, instance };
}
