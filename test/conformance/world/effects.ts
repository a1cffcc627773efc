import { advance, start, startAt } from '../../../engine/kernel/running/advance.ts';
import type { ChildWait, Emission, Move, Trigger, Variables, WaitId } from '../../../engine/kernel/types.ts';
import { WorldProblem } from './problem.ts';
import { latestOf } from './world.ts';
import type { Deployed, Instance, Listening, World } from './world.ts';

/** A world while something happens in it, and what still follows from that. */
export interface Happening {
  world: World;
  readonly effects: Effect[];
}

/** Something that follows from a step of an instance. */
export type Effect =
  | { readonly type: 'call'; readonly instanceId: string; readonly wait: ChildWait }
  | { readonly type: 'emit'; readonly instanceId: string; readonly emission: Emission }
  | { readonly type: 'return'; readonly instanceId: string }
  | { readonly type: 'abandon'; readonly instanceId: string };

/** Lets everything follow that follows from an act, one after the other. */
export function settle(happening: Happening): World {
  for (const effect of happening.effects) apply(happening, effect);
  return happening.world;
}

/** Begins an instance: simply, or at what set it off. */
export function open(
  happening: Happening,
  { program, deployment }: Deployed,
  beginning: {
    readonly variables: Variables;
    readonly at?: Listening['subscription'];
    readonly calledBy?: Instance['calledBy'];
  },
): Instance {
  const { variables, at, calledBy } = beginning;
  const { now, instances } = happening.world;
  const move =
    at === undefined
      ? start(program, variables, now)
      : startAt(program, at.elementId, { variables, now, part: at.part });
  const id = `${program.processId}-${instances.size + 1}`;
  const instance: Instance = {
    id,
    program,
    deployment,
    state: {},
    waits: [],
    variables,
    trail: [],
    ...(calledBy && { calledBy }),
  };
  return keep(happening, instance, move);
}

/** Gives a trigger to an instance. */
export function step(happening: Happening, instanceId: string, trigger: Trigger): Instance {
  const instance = instanceOf(happening.world, instanceId);
  if (instance.ended !== undefined) {
    throw new WorldProblem('instance.ended', instanceId);
  }
  return keep(happening, instance, advance(instance.program, instance.state, trigger, happening.world.now));
}

/** An instance that is known to exist. */
export function instanceOf(world: World, instanceId: string): Instance {
  const instance = world.instances.get(instanceId);
  if (instance !== undefined) return instance;
  throw new WorldProblem('instance.unknown', instanceId);
}

/**
 * Delivers a message: to the oldest instance that waits for it, else to a process that it starts.
 * @returns whether anything took it
 */
export function deliver(happening: Happening, message: Extract<Trigger, { type: 'message' }>): boolean {
  const { world } = happening;
  const receiver = [...world.instances.values()].find(({ ended, waits }) => {
    return ended === undefined && waits.some((wait) => wait.type === 'message' && answers(wait, message));
  });
  if (receiver !== undefined) {
    step(happening, receiver.id, message);
    return true;
  }
  const listening = world.listening.find(
    ({ subscription }) => subscription.type === 'message' && subscription.message === message.message,
  );
  if (listening !== undefined) openListening(happening, listening, message.payload);
  return listening !== undefined;
}

/** Broadcasts a signal to all instances but the one that threw it, and to the processes that it starts. */
export function broadcast(
  happening: Happening,
  signal: Extract<Trigger, { type: 'signal' }>,
  throwerId?: string,
): void {
  const { instances, listening } = happening.world;
  for (const { id } of instances.values()) {
    const { ended, waits } = instanceOf(happening.world, id);
    const isWaiting = waits.some((wait) => wait.type === 'signal' && wait.signal === signal.signal);
    if (id !== throwerId && ended === undefined && isWaiting) step(happening, id, signal);
  }
  for (const each of listening) {
    const { subscription } = each;
    if (subscription.type === 'signal' && subscription.signal === signal.signal) {
      openListening(happening, each, signal.payload);
    }
  }
}

/** Opens the process of a start event that listens. */
export function openListening(
  happening: Happening,
  { subscription, processId, deployment }: Listening,
  variables: Variables,
): void {
  const deployed = happening.world.deployed.find(
    (each) => each.program.processId === processId && each.deployment === deployment,
  );
  if (deployed !== undefined) open(happening, deployed, { variables, at: subscription });
}

// What a step has led to: the instance as it is now, and what follows from the step.
function keep(happening: Happening, instance: Instance, move: Move): Instance {
  const closed = new Set(move.closed);
  const now: Instance = {
    ...instance,
    state: move.state,
    waits: [...instance.waits.filter(({ id }) => !closed.has(id)), ...move.opened],
    variables: move.variables,
    trail: [...instance.trail, ...move.trail],
    ...(move.ended !== undefined && { ended: move.ended }),
  };
  const instances = new Map(happening.world.instances).set(now.id, now);
  happening.world = { ...happening.world, instances };
  happening.effects.push(...effectsOf(happening.world, now, move));
  return now;
}

function effectsOf(world: World, { id, calledBy }: Instance, move: Move): readonly Effect[] {
  const children = [...world.instances.values()].filter(
    (child) => child.calledBy?.instanceId === id && child.ended === undefined && isGone(move, child.calledBy.waitId),
  );
  return [
    ...children.map((child) => ({ type: 'abandon', instanceId: child.id }) as const),
    ...(move.emitted ?? []).map((emission) => ({ type: 'emit', instanceId: id, emission }) as const),
    ...move.opened.flatMap((wait) => (wait.type === 'child' ? [{ type: 'call', instanceId: id, wait } as const] : [])),
    ...(move.ended !== undefined && calledBy !== undefined ? [{ type: 'return', instanceId: id } as const] : []),
  ];
}

function isGone({ closed, ended }: Move, waitId: WaitId): boolean {
  return ended !== undefined || closed.includes(waitId);
}

function apply(happening: Happening, effect: Effect): void {
  const { instanceId } = effect;
  switch (effect.type) {
    case 'call':
      return call(happening, instanceId, effect.wait);
    case 'emit':
      return emit(happening, instanceId, effect.emission);
    case 'return':
      return giveBack(happening, instanceOf(happening.world, instanceId));
    case 'abandon':
      if (instanceOf(happening.world, instanceId).ended === undefined) step(happening, instanceId, { type: 'cancel' });
  }
}

function call(happening: Happening, instanceId: string, wait: ChildWait): void {
  const caller = instanceOf(happening.world, instanceId);
  if (!caller.waits.some(({ id }) => id === wait.id)) return;
  const called = calledBy(happening.world, caller, wait);
  if (called === undefined) {
    throw new WorldProblem('call.process-unknown', wait.calledElement);
  }
  open(happening, called, { variables: wait.input, calledBy: { instanceId, waitId: wait.id } });
}

function calledBy(world: World, caller: Instance, { calledElement, binding }: ChildWait): Deployed | undefined {
  if (binding === 'latest') return latestOf(world, calledElement);
  return world.deployed.findLast(({ program, deployment }) => {
    if (program.processId !== calledElement) return false;
    return binding === 'deployment' ? deployment === caller.deployment : program.versionTag === binding.versionTag;
  });
}

function emit(happening: Happening, instanceId: string, emission: Emission): void {
  switch (emission.type) {
    case 'signal':
      return broadcast(happening, { type: 'signal', signal: emission.signal, payload: emission.payload }, instanceId);
    case 'message': {
      if (!deliver(happening, emission))
        happening.world = { ...happening.world, lost: [...happening.world.lost, emission] };
      return;
    }
    case 'escalation': {
      const { code, payload } = emission;
      const parent = parentOf(happening.world, instanceId);
      if (parent !== undefined)
        step(happening, parent.instanceId, { type: 'escalation', waitId: parent.waitId, code, payload });
    }
  }
}

// A called process has ended: its caller goes on, or has the error that nothing caught inside.
function giveBack(happening: Happening, { id, ended, variables }: Instance): void {
  const parent = parentOf(happening.world, id);
  if (parent === undefined) return;
  const { instanceId, waitId } = parent;
  const { code = '', message = '' } = ended?.error ?? {};
  if (ended?.reason === 'error') step(happening, instanceId, { type: 'error', waitId, code, message });
  else step(happening, instanceId, { type: 'complete', waitId, output: variables });
}

// The call that still waits for an instance; absent when it was not called or has been abandoned.
function parentOf(world: World, instanceId: string): Instance['calledBy'] {
  const { calledBy } = instanceOf(world, instanceId);
  const caller = world.instances.get(calledBy?.instanceId ?? '');
  const isAwaited = caller?.ended === undefined && caller?.waits.some(({ id }) => id === calledBy?.waitId);
  return isAwaited === true ? calledBy : undefined;
}

function answers(
  wait: { readonly message: string; readonly correlationKey?: string },
  { message, correlationKey }: Extract<Trigger, { type: 'message' }>,
): boolean {
  if (wait.message !== message) return false;
  return correlationKey === undefined || wait.correlationKey === undefined || wait.correlationKey === correlationKey;
}
