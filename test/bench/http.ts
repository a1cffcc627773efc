import { loadavg } from 'node:os';
import { addressOf } from '../../forms/contract/client.ts';
import { openDatabase } from '../../engine/store/db.ts';
import { line, perSecond, quantile } from './load/clients.ts';
import { aDoor } from './load/door.ts';
import { aBenchPlace, readyDrafts, type BenchPlace, type ReadyDraft } from './load/place.ts';
import { aBenchServer, clientsOf, type Answered, type BenchServer } from './load/server.ts';
import { statementsDuring } from './load/statements.ts';

const width = 8;
const rounds = 5;
const perRound = 80;
const reads = 40;
const bounds = { ratio: 0.5, statements: 3 };

/**
 * Measures submissions over HTTP at one server process against submissions at the door, by turns on one database, and
 * counts the statements of a request that only reads. Whether each is at its bound.
 */
export async function benchHttp(): Promise<boolean> {
  const place = await aBenchPlace();
  try {
    const server = await aBenchServer(place);
    try {
      const held = await measure(place, server);
      line('carico della macchina, ultimo minuto', loadavg()[0]?.toFixed(1) ?? '');
      return held;
    } finally {
      await server.stop();
    }
  } finally {
    await place.stop();
  }
}

async function measure(place: BenchPlace, server: BenchServer): Promise<boolean> {
  const db = openDatabase(place.url);
  const drafts = await readyDrafts(db, ['giulia'], 2 * (rounds + 1) * perRound);
  await db.destroy();
  const cookie = await server.signIn('giulia');
  const ratio = await compare({ place, server, drafts, cookie });
  const statements = await countStatements(place, server, cookie);
  return ratio && statements;
}

interface Compared {
  readonly place: BenchPlace;
  readonly server: BenchServer;
  readonly drafts: readonly ReadyDraft[];
  readonly cookie: string;
}

async function compare({ place, server, drafts, cookie }: Compared): Promise<boolean> {
  const door = aDoor(place.url);
  const clients = clientsOf(server.baseUrl);
  const pairs: { readonly http: number; readonly door: number }[] = [];
  // The first round warms both up and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    const slice = (part: number): readonly ReadyDraft[] =>
      drafts.slice((2 * round + part) * perRound, (2 * round + part + 1) * perRound);
    const doors = await perSecond(slice(0), width, door.submit);
    const http = await perSecond(slice(1), width, async (draft) => must(await clients.submit(draft, cookie), 201));
    if (round > 0) pairs.push({ http, door: doors });
  }
  clients.close();
  await door.stop();
  const ratio = quantile(
    pairs.map((pair) => pair.http / pair.door),
    0.5,
  );
  const speed = (of: 'http' | 'door'): string =>
    quantile(
      pairs.map((pair) => pair[of]),
      0.5,
    ).toFixed(0);
  line(`HTTP e porta, ${width} alla volta`, `${speed('http')} e ${speed('door')} al secondo`);
  line('rapporto', `${ratio.toFixed(2)} (almeno ${bounds.ratio})`, ratio >= bounds.ratio);
  return ratio >= bounds.ratio;
}

async function countStatements(place: BenchPlace, server: BenchServer, cookie: string): Promise<boolean> {
  const clients = clientsOf(server.baseUrl);
  const list = addressOf('listDossiers');
  const first = must(await clients.get(list, cookie), 200);
  const dossierId = /"dossierId":"([^"]+)"/.exec(first.body)?.[1] ?? '';
  const asked = {
    'le proprie pratiche': list,
    'una pratica': addressOf('readDossier', { params: { dossierId } }),
    'la sessione': addressOf('readSession', { query: { audience: 'citizen' } }),
  };
  let held = true;
  for (const [what, path] of Object.entries(asked)) {
    must(await clients.get(path, cookie), 200);
    const statements = await statementsDuring(place, async () => {
      for (let count = 0; count < reads; count += 1) must(await clients.get(path, cookie), 200);
    });
    const each = statements / reads;
    const isHeld = each <= bounds.statements;
    held = held && isHeld;
    line(`istruzioni SQL per leggere ${what}`, `${each.toFixed(1)} (al più ${bounds.statements})`, isHeld);
  }
  clients.close();
  return held;
}

function must(answered: Answered, status: number): Answered {
  if (answered.status === status) return answered;
  throw new Error(`the server answered ${answered.status} instead of ${status}: ${answered.body.slice(0, 200)}`);
}
