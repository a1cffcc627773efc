import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { folderFileStore } from '../../engine/connect/files.ts';
import { localIssuer } from '../../engine/connect/identity/provider.ts';
import { createLog } from '../../engine/connect/log.ts';
import type { Mail, Mailer } from '../../engine/connect/mail.ts';
import type { Actor, PersonActor } from '../../engine/core/actor.ts';
import type { Command } from '../../engine/core/command.ts';
import type { Dossier } from '../../engine/core/dossier.ts';
import type { ProcedureFiles } from '../../engine/core/procedure.ts';
import { Problem } from '../../engine/core/problem.ts';
import { noCast, type Cast } from '../../engine/core/scenario/cast.ts';
import { withBody } from '../../engine/core/scenario/people.ts';
import type { Answers } from '../../engine/core/scenario/scenario.ts';
import type { Stage } from '../../engine/core/scenario/stage.ts';
import { chosenExecutor } from '../../engine/executors/chosen.ts';
import type { JobDeps } from '../../engine/jobs/job.ts';
import { jobHandlers } from '../../engine/jobs/tasks.ts';
import type { Instant } from '../../engine/kernel/types.ts';
import { run, type Answer } from '../../engine/run.ts';
import { formLookups } from '../../engine/store/lookups.ts';
import { procedureLoader } from '../../engine/publish/load-procedure.ts';
import { publish } from '../../engine/publish.ts';
import { loadDossier } from '../../engine/store/tables/dossiers.ts';
import { openDraft } from '../../engine/store/tables/drafts.ts';
import { seedDemo } from '../../engine/store/seed.ts';
import { bodyIdOf } from '../../engine/store/seed/bodies.ts';
import { freshDatabase, type TestDatabase } from './database.ts';
import { accessId, publishedDatabase, type PublishedDatabase } from './published.ts';
import { seatCast } from './seat-cast.ts';
import { currentVersion, drain, nextTimer, storedPerson, viewOf } from './harness-rows.ts';

/**
 * The engine without its server: the door and the jobs on a PostgreSQL of their own, with a clock that stands still.
 */
export interface RunningIter extends Stage {
  readonly database: TestDatabase;
  readonly deps: JobDeps;
  /** Regione Emilia-Romagna. */
  readonly bodyId: string;
  readonly procedureId: string;
  /** What the mail server was given, the oldest first. */
  readonly mails: readonly Mail[];
  readonly filesFolder: string;
  now(): Instant;
  /** A demo person, or one of a cast that is seated, as they come out of the sign-in. */
  person(username: string, cast?: Cast): Promise<PersonActor>;
  /** Asks at the door; every call has a key of its own unless told. */
  run(command: Command, actor: Actor, key?: string): Promise<Answer>;
  /** A submission by a demo person, with a draft of its own. */
  submission(
    username: string,
    answers: Answers,
    cast?: Cast,
  ): Promise<{ readonly command: Command; readonly actor: PersonActor }>;
  /** The dossier submitted last. */
  dossier(): Promise<Dossier>;
  /** Does all jobs but timers, and those that they bring about, until none is left. */
  drainJobs(): Promise<void>;
  stop(): Promise<void>;
}

/** How it starts. */
export interface RunningIterOptions {
  readonly at?: Instant;
  /** Published instead of procedure 15. */
  readonly files?: ProcedureFiles;
}

/** Starts it. Stop it after all. */
export async function aRunningIter(options: RunningIterOptions = {}): Promise<RunningIter> {
  const { files } = options;
  const database = await (files === undefined ? publishedDatabase() : emptyDatabase());
  const folder = mkdtempSync(join(tmpdir(), 'iter-harness-'));
  const clock = aStandingClock(options.at ?? '2026-03-02T08:00:00.000Z');
  const mails: Mail[] = [];
  const deps = depsOf({ database, folder, now: clock.now, mails });
  if (files !== undefined) await fill(deps, files);
  const procedureId = files?.procedureId ?? accessId;
  const parts = { deps, clock, procedureId };
  const door = doorOf(parts);
  return {
    database,
    deps,
    mails,
    filesFolder: folder,
    procedureId,
    ...door,
    ...verbsOf(parts, door),
    stop: () => stopAll(database, folder),
  };
}

async function emptyDatabase(): Promise<PublishedDatabase> {
  const database = await freshDatabase();
  return { ...database, procedures: procedureLoader(database.db) };
}

/** Lets the demo people in and publishes a procedure of a test. */
async function fill({ db, clock }: JobDeps, files: ProcedureFiles): Promise<void> {
  await seedDemo(db, { issuer: localIssuer, now: clock(), newId: v7 });
  const publication = await publish(db, files, clock());
  if (publication.outcome === 'refused') throw new Error(JSON.stringify(publication.findings));
}

interface Parts {
  readonly deps: JobDeps;
  readonly clock: StandingClock;
  readonly procedureId: string;
}

type Door = Pick<RunningIter, 'bodyId' | 'now' | 'person' | 'run' | 'submission' | 'drainJobs'>;

/** Whoever knocks, and how. */
function doorOf({ deps, clock, procedureId }: Parts): Door {
  const bodyId = bodyIdOf('r_emiro');
  const person = (username: string, cast?: Cast): Promise<PersonActor> => storedPerson(deps, username, cast);
  return {
    bodyId,
    now: clock.now,
    person,
    run: (command, actor, key = v7()) => run(deps, { command, actor, key }),
    drainJobs: () => drain(deps),
    submission: async (username, given, cast) => {
      const actor = await person(username, cast);
      const { personId } = actor;
      const procedureVersion = await currentVersion(deps, procedureId);
      const asked = { procedureId, procedureVersion, draftId: v7(), answers: withBody(given, bodyId) };
      const { draftId } = await openDraft(deps.db, { ...asked, personId, at: clock.now() });
      return { actor, command: { type: 'submit', ...asked, draftId, dossierId: v7() } };
    },
  };
}

type Verbs = Stage & Pick<RunningIter, 'dossier'>;

/** The verbs of scenarios, on the dossier submitted last. */
function verbsOf({ deps, clock, procedureId }: Parts, door: Door): Verbs {
  let dossierId = '';
  const dossier = async (): Promise<Dossier> => {
    const found = dossierId === '' ? undefined : await loadDossier(deps.db, dossierId);
    if (!found) throw new Problem('dossier.not-found');
    return found.dossier;
  };
  const seated = { cast: noCast };
  const person = (username: string) => door.person(username, seated.cast);
  const taskAt = async (elementId: string) => {
    const { tasks } = await dossier();
    const task = tasks.find((one) => one.elementId === elementId);
    if (!task) throw new Problem('task.not-found', { elementId, open: tasks.map((one) => one.elementId) });
    return task;
  };
  const claim = async (username: string, taskId: string) => {
    await door.run({ type: 'claim', dossierId, taskId }, await person(username));
  };
  return {
    dossier,
    seat: async (cast) => {
      seated.cast = cast;
      await seatCast(deps, procedureId, cast);
    },
    advanceTo: (at) => advance(deps, clock, new Date(at).toISOString()),
    submit: async (username, answers) => {
      const { command, actor } = await door.submission(username, answers, seated.cast);
      await door.run(command, actor);
      dossierId = command.dossierId;
      await door.drainJobs();
    },
    claim: async (username, elementId) => claim(username, (await taskAt(elementId)).taskId),
    complete: async (username, elementId, answers) => {
      const { taskId, audience, claimedBy } = await taskAt(elementId);
      const actor = await person(username);
      const mustClaim = audience.type === 'office' && claimedBy === undefined && actor.audience === 'office';
      if (mustClaim) await claim(username, taskId);
      await door.run({ type: 'complete', dossierId, taskId, answers }, actor);
      await door.drainJobs();
    },
    act: async (username, elementId, answers) => {
      await door.run({ type: 'act', dossierId, elementId, answers }, await person(username));
      await door.drainJobs();
    },
    view: async () => (dossierId === '' ? undefined : viewOf(deps, await dossier())),
  };
}

/** Moves the clock, firing on the way every timer at the instant when it is due. */
async function advance(deps: JobDeps, clock: StandingClock, until: Instant): Promise<void> {
  await drain(deps);
  for (let due = await nextTimer(deps, until); due; due = await nextTimer(deps, until)) {
    if (due.dueAt > clock.now()) clock.set(due.dueAt);
    await jobHandlers[due.type](due.payload, deps);
    await drain(deps);
  }
  clock.set(until);
}

interface StandingClock {
  readonly now: () => Instant;
  readonly set: (at: Instant) => void;
}

function aStandingClock(at: Instant): StandingClock {
  let current = at;
  return {
    now: () => current,
    set: (next) => {
      current = next;
    },
  };
}

/** Services outside are simulated. */
export const noOutside: JobDeps['outside'] = {
  http: () => Promise.reject(new Error('no service outside')),
  settings: async () => ({}),
  simulates: ['http'],
};

interface Surroundings {
  readonly database: PublishedDatabase;
  readonly folder: string;
  readonly now: () => Instant;
  readonly mails: Mail[];
}

function depsOf({ database, folder, now, mails }: Surroundings): JobDeps {
  const mailer: Mailer = {
    send: async (mail, beforeText) => {
      await beforeText?.();
      mails.push(mail);
      return '250 accepted';
    },
    close: () => undefined,
  };
  return {
    db: database.db,
    clock: now,
    newId: v7,
    procedures: database.procedures,
    executor: chosenExecutor,
    lookups: formLookups(database.db, now),
    baseUrl: 'http://localhost',
    files: folderFileStore(folder, v7),
    mailer,
    log: createLog({ level: 'silent', production: true }),
    outside: noOutside,
  };
}

async function stopAll(database: TestDatabase, folder: string): Promise<void> {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
}
