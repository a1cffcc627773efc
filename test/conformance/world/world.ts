import type { Program } from '../../../engine/kernel/program.ts';
import type { Subscription } from '../../../engine/kernel/running/subscriptions.ts';
import type {
  Emission,
  Ending,
  ExecutionState,
  Instant,
  TrailEntry,
  Variables,
  Wait,
  WaitId,
} from '../../../engine/kernel/types.ts';

/*
 * A world is many instances of many processes under one clock, in memory and as a value: for the kernel's cases, which
 * know no dossiers. An act gives a new world in which everything that follows from it has happened: messages have been
 * delivered, signals broadcast, called processes started and ended. Time stands still unless it is moved.
 */

/** A process that has been deployed, and which deployment it came with. */
export interface Deployed {
  readonly program: Program;
  readonly deployment: number;
}

/** A start event that listens, and for which process. */
export interface Listening {
  readonly subscription: Subscription;
  readonly processId: string;
  readonly deployment: number;
}

/** A running or ended instance. */
export interface Instance {
  readonly id: string;
  readonly program: Program;
  readonly deployment: number;
  readonly state: ExecutionState;
  /** What it waits for, the oldest first. */
  readonly waits: readonly Wait[];
  readonly variables: Variables;
  /** All that has happened in it, in order. */
  readonly trail: readonly TrailEntry[];
  readonly ended?: Ending;
  /** The call by which another instance started it. */
  readonly calledBy?: { readonly instanceId: string; readonly waitId: WaitId };
}

/** Instances, processes and a clock. */
export interface World {
  readonly now: Instant;
  readonly deployed: readonly Deployed[];
  readonly listening: readonly Listening[];
  /** All instances by their id, the oldest first. */
  readonly instances: ReadonlyMap<string, Instance>;
  /** Messages that nothing was waiting for. */
  readonly lost: readonly Emission[];
}

/** A world without processes, at an instant. */
export function emptyWorld(now: Instant): World {
  return { now, deployed: [], listening: [], instances: new Map(), lost: [] };
}

/** The instances that have not ended, of one process or of all. */
export function runningIn(world: World, processId?: string): readonly Instance[] {
  return [...world.instances.values()].filter(
    ({ ended, program }) => ended === undefined && (processId === undefined || program.processId === processId),
  );
}

/** What is open in all instances: the oldest instance first, in each the oldest wait. */
export function openIn(world: World): readonly { readonly instance: Instance; readonly wait: Wait }[] {
  return runningIn(world).flatMap((instance) => instance.waits.map((wait) => ({ instance, wait })));
}

/** The newest version of a process. */
export function latestOf(world: World, processId: string): Deployed | undefined {
  return world.deployed.findLast(({ program }) => program.processId === processId);
}
