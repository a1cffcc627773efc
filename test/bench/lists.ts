import { loadavg } from 'node:os';
import { addressOf } from '../../forms/contract/client.ts';
import { addDays, romeDay } from '../../engine/core/calendar.ts';
import { line, quantile } from './load/clients.ts';
import { fill } from './load/fill.ts';
import { aBenchPlace, procedureId } from './load/place.ts';
import { watchPlans } from './load/plans.ts';
import { aBenchServer, clientsOf, type BenchClients, type BenchServer } from './load/server.ts';

const times = 24;
const boundMs = 200;
/** In every dossier, in one of fifty, in one of 600; `copies.ts` makes them. */
const words = { everywhere: 'verbali', frequent: 'mebadiba', rare: 'basababa' };
/** Pages that are turned one after the other. */
const pages = 24;

/**
 * Fills a database with dossiers and measures every list as a reader at a server asks for it: the 95th percentile, and
 * whether a table that grows is read from end to end. Whether all are at their bound.
 * @param size how many dossiers
 */
export async function benchLists(size = '100000'): Promise<boolean> {
  const place = await aBenchPlace();
  try {
    const begun = performance.now();
    await fill(place, Number(size));
    line(`pratiche scritte: ${size}`, `${((performance.now() - begun) / 1000).toFixed(0)} s`);
    const server = await aBenchServer(place);
    const measured = await withCases(server, measure).finally(server.stop);
    const watch = await watchPlans(place);
    const watched = await aBenchServer(place);
    const seen = await withCases(watched, (one, clients) => watch.during(() => ask(one, clients))).finally(
      watched.stop,
    );
    await watch.stop();
    return report(measured, seen);
  } finally {
    await place.stop();
  }
}

/** What is asked of a list, by whom. */
interface Case {
  readonly what: string;
  readonly path: string;
  readonly cookie: string;
  /** One page after the other. */
  readonly turned?: true;
}

type Results<Result> = ReadonlyMap<string, Result>;

async function withCases<Result>(
  server: BenchServer,
  work: (one: Case, clients: BenchClients) => Promise<Result>,
): Promise<Results<Result>> {
  const clients = clientsOf(server.baseUrl);
  const results = new Map<string, Result>();
  for (const one of await casesFor(server, clients)) results.set(one.what, await work(one, clients));
  clients.close();
  return results;
}

async function casesFor(server: BenchServer, clients: BenchClients): Promise<readonly Case[]> {
  const [giulia, marco] = [await server.signIn('giulia'), await server.signIn('marco')];
  const desk = await server.signIn('operatore', 'office');
  const own = await clients.get(addressOf('listDossiers'), giulia);
  const dossierId = /"dossierId":"([^"]+)"/.exec(own.body)?.[1] ?? '';
  const office = await clients.get(addressOf('listOfficeDossiers', { query: { limit: 1 } }), desk);
  const officeDossierId = /"dossierId":"([^"]+)"/.exec(office.body)?.[1] ?? '';
  const today = romeDay(new Date().toISOString());
  const at = (what: string, name: Parameters<typeof addressOf>[0], query: Record<string, unknown> = {}) => ({
    ...{ what, path: addressOf(name, { params: { procedureId, dossierId }, query }) },
    ...{ cookie: name === 'listTasks' || name === 'listOfficeDossiers' ? desk : giulia },
  });
  return [
    at('coda', 'listTasks'),
    at('coda, per apertura', 'listTasks', { sort: 'opened' }),
    at('coda, non prese, in ritardo', 'listTasks', { show: 'free', due: 'overdue' }),
    at('coda, mie', 'listTasks', { show: 'mine' }),
    at('coda, di un ufficio, entro la settimana', 'listTasks', { officeCode: 'documenti', due: 'week' }),
    at('coda, di un procedimento', 'listTasks', { procedureId, due: 'later' }),
    { ...at('coda, una pagina dopo l’altra', 'listTasks', { limit: 100 }), turned: true },
    at('coda, ricerca di una parola di tutte', 'listTasks', { q: words.everywhere }),
    at('coda, ricerca di più parole', 'listTasks', { q: `${words.everywhere} ${words.frequent}` }),
    at('coda, ricerca con due errori', 'listTasks', { q: `${misspelt(words.frequent)} ${misspelt(words.rare)}` }),
    at('ufficio', 'listOfficeDossiers'),
    at('ufficio, concluse', 'listOfficeDossiers', { state: 'closed' }),
    { ...at('ufficio, una pagina dopo l’altra', 'listOfficeDossiers', { limit: 100 }), turned: true },
    at('ufficio, ricerca di una parola di tutte', 'listOfficeDossiers', { q: words.everywhere }),
    {
      ...at('ufficio, pagine di una ricerca', 'listOfficeDossiers', { q: words.everywhere, limit: 100 }),
      turned: true,
    },
    at('ufficio, ricerca di una parola rara', 'listOfficeDossiers', { q: words.rare }),
    at('ufficio, ricerca di una parola frequente', 'listOfficeDossiers', { q: words.frequent }),
    at('ufficio, ricerca di un numero', 'listOfficeDossiers', { q: '4711' }),
    at('ufficio, ricerca con un errore', 'listOfficeDossiers', { q: misspelt(words.frequent) }),
    at('ufficio, ricerca di ciò che non c’è', 'listOfficeDossiers', { q: 'introvabile xyzzyx' }),
    at('pratiche di chi ne ha molte', 'listDossiers'),
    { ...at('pratiche di chi ne ha molte, tutte le pagine', 'listDossiers', { limit: 100 }), turned: true },
    { ...at('pratiche di chi ne ha poche', 'listDossiers'), cookie: marco },
    at('pratiche aperte, ricerca', 'listDossiers', { q: words.frequent, state: 'open' }),
    { ...at('pratiche di chi ne ha poche, ricerca', 'listDossiers', { q: misspelt(words.frequent) }), cookie: marco },
    at('una pratica, richiedente', 'readDossier'),
    {
      ...at('una pratica, ufficio', 'listOfficeDossiers'),
      path: addressOf('readOfficeDossier', { params: { dossierId: officeDossierId } }),
    },
    at('catalogo', 'listProcedures'),
    at('catalogo, ricerca', 'listProcedures', { q: 'accesso documenti' }),
    at('catalogo, ricerca con un errore', 'listProcedures', { q: 'acesso' }),
    at('registro, un mese', 'readRegister', { from: addDays(today, -60), to: addDays(today, -30) }),
    at('registro, un anno', 'readRegister', { from: addDays(today, -365), to: today }),
  ];
}

/** With two letters that changed places. */
const misspelt = (word: string): string => word.replace(/^(..)(.)(.)/, '$1$3$2');

/** How long each of some requests took, in milliseconds; the first is not counted. */
async function measure(one: Case, clients: BenchClients): Promise<readonly number[]> {
  await ask(one, clients);
  if (one.turned) return await turn(one, clients);
  const took: number[] = [];
  for (let count = 0; count < times; count += 1) took.push((await get(clients, one.path, one.cookie)).ms);
  return took;
}

/** Asks for a list once; for what is turned, a page in the midst of it too. */
async function ask(one: Case, clients: BenchClients): Promise<void> {
  const { body } = await get(clients, one.path, one.cookie);
  const cursor = cursorIn(body);
  if (one.turned && cursor !== undefined) await get(clients, pageAt(one.path, cursor), one.cookie);
}

async function turn({ path, cookie }: Case, clients: BenchClients): Promise<readonly number[]> {
  const took: number[] = [];
  let address = path;
  for (let page = 0; page < pages; page += 1) {
    const { ms, body } = await get(clients, address, cookie);
    took.push(ms);
    const cursor = cursorIn(body);
    if (cursor === undefined) break;
    address = pageAt(path, cursor);
  }
  return took;
}

const pageAt = (path: string, cursor: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`;

const cursorIn = (body: string): string | undefined => /"cursor":"([^"]+)"/.exec(body)?.[1];

async function get(clients: BenchClients, path: string, cookie: string) {
  const answered = await clients.get(path, cookie);
  if (answered.status === 200) return answered;
  throw new Error(`${path} was answered ${answered.status}: ${answered.body.slice(0, 200)}`);
}

function report(measured: Results<readonly number[]>, seen: Results<readonly string[]>): boolean {
  let isHeld = true;
  for (const [what, took] of measured) {
    const p95 = quantile(took, 0.95);
    const scanned = seen.get(what) ?? [];
    const held = p95 <= boundMs && scanned.length === 0;
    const figure = `${p95.toFixed(0)} ms, mediana ${quantile(took, 0.5).toFixed(0)}`;
    line(what, scanned.length === 0 ? figure : `${figure}, legge per intero: ${scanned.join(', ')}`, held);
    isHeld = isHeld && held;
  }
  line('al più, 95 volte su 100', `${boundMs} ms, senza leggere per intero una tabella che cresce`);
  line('carico della macchina, ultimo minuto', loadavg()[0]?.toFixed(1) ?? '');
  return isHeld;
}
