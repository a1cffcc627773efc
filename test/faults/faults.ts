import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase, type Db } from '../../engine/store/db.ts';
import { aBenchPlace, type BenchPlace } from '../bench/load/place.ts';
import { checkFiles, checkKeys, checkRecords, checkSurplus, checkWhole, together, type Findings } from './check.ts';
import { databaseProcess } from './database-process.ts';
import { diceOf, type Dice } from './dice.ts';
import { openDrafts } from './drafts.ts';
import { startEngines, type Role } from './engines.ts';
import { kinds, type Kind, type Victims } from './kinds.ts';
import { startLoad, type Load } from './load.ts';
import { anOutbox, checkMails, drained, type Outbox } from './outbox.ts';
import type { SmallDisk } from './small-disk.ts';

/** How a run of faults goes. */
export interface FaultPlan {
  /** One after the other. */
  readonly faults: readonly Kind[];
  /** A process for each; one for the server and one for the worker unless told. */
  readonly roles?: readonly Role[];
  /** People who work at the same time. */
  readonly people: number;
  /** Decides when and where; the same seed gives the same faults at the same places, as far as the machine allows. */
  readonly seed: number;
  /** Where everything lies, for a full disk. */
  readonly disk?: SmallDisk | undefined;
  /** Once aborted no further fault is done; what was done is checked to the end. */
  readonly signal?: AbortSignal;
  /** Told after each. */
  readonly onFault?: (done: FaultDone) => void;
}

/** One fault, and what was found after it. */
export interface FaultDone {
  readonly kind: Kind;
  /** From its end until everybody at work had been answered again, in milliseconds. */
  readonly awayMs: number;
  readonly findings: Findings;
}

/** All that a run has found. */
export interface FaultReport {
  readonly faults: readonly FaultDone[];
  /** After all, with nobody at work and no job left. */
  readonly end: Findings;
  readonly commands: number;
  readonly files: number;
  readonly dossiers: number;
  readonly timersFired: number;
  readonly mails: number;
  /** Mails of which the record says that it is not known whether they went out. */
  readonly mailsUnknown: number;
  readonly statuses: Load['statuses'];
}

/** After so long without an answer the service counts as not coming back. */
const mostAwayMs = 240_000;

/** Puts a server, a worker and a database under load, does one fault after the other, and compares after each. */
export async function runFaults(plan: FaultPlan): Promise<FaultReport> {
  const logs = mkdtempSync(join(tmpdir(), 'iter-faults-'));
  const stops: (() => unknown)[] = [() => rmSync(logs, { recursive: true, force: true })];
  const started = async <Part>(part: Promise<Part>, stop: (one: Part) => unknown): Promise<Part> => {
    const one = await part;
    stops.push(() => stop(one));
    return one;
  };
  try {
    const below = plan.disk?.folder;
    const watch = { onDeath: () => undefined, ...(below !== undefined && { below }) };
    const place = await started(aBenchPlace(watch), (one) => one.stop());
    const drafts = await started(openDrafts(place), (one) => one.close());
    const outbox = await started(anOutbox(), (one) => one.close());
    const { roles = ['server', 'worker'] } = plan;
    const settings = { smtpUrl: outbox.smtpUrl, roles, logFile: join(logs, 'engine.log') };
    const engines = await started(startEngines(place, settings), (one) => one.stop());
    const dice = diceOf(plan.seed);
    const load = await startLoad({
      baseUrl: engines.baseUrl,
      drafts,
      people: plan.people,
      dice: diceOf(plan.seed + 1),
    });
    stops.push(load.abandon);
    const db = await started(Promise.resolve(openDatabase(place.url, { connections: 2 })), (one) => one.destroy());
    const victims = { engines, database: databaseProcess(place), disk: plan.disk, dice };
    const faults = await oneAfterTheOther({ plan, load, db, victims });
    await load.stop();
    return await endOf({ place, db, load, outbox, faults });
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
}

interface Running {
  readonly plan: FaultPlan;
  readonly load: Load;
  readonly db: Db;
  readonly victims: Victims;
}

async function oneAfterTheOther({ plan, load, db, victims }: Running): Promise<readonly FaultDone[]> {
  const done: FaultDone[] = [];
  let checked = 0;
  for (const kind of plan.faults) {
    if (plan.signal?.aborted) break;
    await pause(200 + victims.dice(1300));
    await kinds[kind](victims);
    const awayMs = await untilBack(load, plan.people);
    const [all, since] = [[...load.acknowledged], load.acknowledged.slice(checked)];
    checked = all.length;
    const findings = await steadily(victims.dice, async () =>
      together([
        await checkKeys(db, all),
        await checkRecords(db, [...new Set(since.map(({ dossierId }) => dossierId))]),
        await checkWhole(db),
      ]),
    );
    done.push({ kind, awayMs, findings });
    plan.onFault?.({ kind, awayMs, findings });
  }
  return done;
}

/** Waits until as many commands have been acknowledged as people are at work, and as many again. */
async function untilBack(load: Load, people: number): Promise<number> {
  const begun = Date.now();
  const enough = load.acknowledged.length + 2 * people;
  while (load.acknowledged.length < enough) {
    if (Date.now() - begun > mostAwayMs) throw new Error(`Dopo ${mostAwayMs / 1000} s nessuno riceve risposta.`);
    await pause(50);
  }
  return Date.now() - begun;
}

/** The connection that the checks had has gone with the database; a new one is there soon. */
async function steadily<Value>(dice: Dice, work: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 10) throw error;
      await pause(200 + dice(100));
    }
  }
}

interface Ended {
  readonly place: BenchPlace;
  readonly db: Db;
  readonly load: Load;
  readonly outbox: Outbox;
  readonly faults: readonly FaultDone[];
}

async function endOf({ place, db, load, outbox, faults }: Ended): Promise<FaultReport> {
  const left = await drained(db);
  const { rows } = await db.raw<{ rows: { id: string; timers: number }[] }>(
    `SELECT dossier_id AS id, (SELECT count(*) FROM events WHERE type = 'timer.fired') AS timers FROM dossiers`,
  );
  const mails = await checkMails(db, outbox);
  const end = together([
    await checkKeys(db, load.acknowledged),
    await checkSurplus(db, load.acknowledged),
    await checkRecords(
      db,
      rows.map(({ id }) => id),
    ),
    await checkWhole(db),
    await checkFiles(db, join(place.home, 'files'), load.files),
    mails,
    { keys: 0, lost: left, doubled: [], broken: load.strange },
  ]);
  return {
    ...{ faults, end, commands: load.acknowledged.length, files: load.files.length, statuses: load.statuses },
    dossiers: rows.length,
    timersFired: rows[0]?.timers ?? 0,
    mails: outbox.taken(),
    mailsUnknown: mails.unknown,
  };
}
