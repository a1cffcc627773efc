import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../engine/store/db.ts';
import { line, quantile } from './load/clients.ts';
import { aBenchPlace, readyDrafts, type ReadyDraft } from './load/place.ts';
import { aBenchServer, clientsOf, type BenchServer } from './load/server.ts';

const crowd = 1000;
const crowdSeconds = 15;
/** Where the best is looked for, after a while in which the server warms up. */
const calm = [8, 8, 16, 32];
const calmSeconds = 4;
const perPhase = 2000;
const bounds = { goodput: 0.8, p99Ms: 1000 };

/**
 * Lets a thousand clients at once submit to one server process, each coming back when the server says so, after
 * measuring what it does with few. Whether it takes in as much as it can, answers what it took in time, and stays up.
 */
export async function benchOverload(): Promise<boolean> {
  const place = await aBenchPlace();
  try {
    const db = openDatabase(place.url);
    const drafts = await readyDrafts(db, ['giulia'], (calm.length + 3) * perPhase);
    await db.destroy();
    const server = await aBenchServer(place);
    try {
      return await measure(server, [...drafts]);
    } finally {
      await server.stop();
    }
  } finally {
    await place.stop();
  }
}

async function measure(server: BenchServer, drafts: ReadyDraft[]): Promise<boolean> {
  const cookie = await server.signIn('giulia');
  const ask = { server, cookie };
  let best = 0;
  for (const [index, clients] of calm.entries()) {
    const tally = await phase({ ...ask, drafts: drafts.splice(0, perPhase), clients, seconds: calmSeconds });
    if (index > 0) best = Math.max(best, tally.perSecond);
  }
  const tally = await phase({ ...ask, drafts, clients: crowd, seconds: crowdSeconds });
  const after = await fetch(`${server.baseUrl}/status`, { signal: AbortSignal.timeout(5000) }).then(
    ({ status }) => status,
    () => 0,
  );
  return report(tally, { best, isUp: server.isRunning() && after === 200 });
}

function report(tally: Tally, { best, isUp }: { readonly best: number; readonly isUp: boolean }): boolean {
  const share = tally.perSecond / best;
  const p99 = quantile(tally.accepted, 0.99);
  const lines = [
    ['prese al secondo, al meglio con pochi', best.toFixed(0), true],
    [`prese al secondo con ${crowd}`, tally.perSecond.toFixed(0), true],
    ['parte del meglio', `${share.toFixed(2)} (almeno ${bounds.goodput})`, share >= bounds.goodput],
    ['prese, mediana', `${quantile(tally.accepted, 0.5).toFixed(0)} ms`, true],
    ['prese, novantanovesimo centesimo', `${p99.toFixed(0)} ms (al più ${bounds.p99Ms})`, p99 <= bounds.p99Ms],
    ['mandate via con 503', `${tally.sentAway} su ${tally.sentAway + tally.accepted.length}`, true],
    ['altre risposte', JSON.stringify(tally.others), Object.keys(tally.others).length === 0],
    ['senza risposta', String(tally.broken), tally.broken === 0],
    ['il server è in piedi e risponde', isUp ? 'sì' : 'no', isUp],
  ] as const;
  for (const [what, figure, isHeld] of lines) line(what, figure, isHeld);
  line('carico della macchina, ultimo minuto', loadavg()[0]?.toFixed(1) ?? '');
  return lines.every(([, , isHeld]) => isHeld);
}

interface Phase {
  readonly server: BenchServer;
  readonly cookie: string;
  readonly drafts: readonly ReadyDraft[];
  readonly clients: number;
  readonly seconds: number;
}

interface Tally {
  /** How long each accepted submission took, in milliseconds. */
  readonly accepted: readonly number[];
  readonly perSecond: number;
  readonly sentAway: number;
  /** How many had another status. */
  readonly others: Readonly<Record<string, number>>;
  readonly broken: number;
}

/** Lets clients submit one draft after the other until the time is up or no draft is left. */
async function phase({ server, cookie, drafts, clients, seconds }: Phase): Promise<Tally> {
  const accepted: number[] = [];
  const others: Record<string, number> = {};
  let [sentAway, broken] = [0, 0];
  const queue = [...drafts];
  const sender = clientsOf(server.baseUrl);
  const begun = performance.now();
  const until = begun + seconds * 1000;
  const client = async (): Promise<void> => {
    let draft = queue.pop();
    while (draft !== undefined && performance.now() < until) {
      const { status, ms, retryAfterMs } = await sender.submit(draft, cookie);
      if (status === 503) {
        sentAway += 1;
        await pause(Math.min(retryAfterMs, Math.max(0, until - performance.now())));
        continue;
      }
      if (status === 201) accepted.push(ms);
      else if (status === 0) broken += 1;
      else others[status] = (others[status] ?? 0) + 1;
      draft = queue.pop();
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const perSecond = (accepted.length * 1000) / (performance.now() - begun);
  sender.close();
  return { accepted, perSecond, sentAway, others, broken };
}
