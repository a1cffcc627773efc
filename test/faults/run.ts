/**
 * Kills server, worker and database at random points under load, freezes the database, fills the disk, and compares
 * after each fault what the server acknowledged with what the database has: `npm run faults -- [--times 200] [--seed 1]
 * [--people 6] [--only server,database]`. Ends with 1 when anything is lost or doubled.
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { line, quantile } from '../bench/load/clients.ts';
import { diceOf } from './dice.ts';
import { runFaults, type FaultDone, type FaultReport } from './faults.ts';
import { isKind, kinds, type Kind } from './kinds.ts';
import { aSmallDisk } from './small-disk.ts';

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    people: { type: 'string', default: '6' },
    only: { type: 'string', default: Object.keys(kinds).join(',') },
  },
});
const [times, seed, people] = [Number(values.times), Number(values.seed), Number(values.people)];
const disk = aSmallDisk();
if (disk === undefined) say('Il disco pieno non si prova: serve root, su Linux, per montarne uno piccolo.');
const asked = values.only.split(',').filter(isKind);
const possible = asked.filter((kind) => kind !== 'pieno' || disk !== undefined);
const dice = diceOf(seed + 2);
const faults = Array.from({ length: times }, () => possible[dice(possible.length)] ?? 'server');
let count = 0;
const leaving = new AbortController();
process.once('SIGINT', () => {
  say('Ancora il controllo finale; un altro Ctrl-C non lo aspetta.');
  leaving.abort();
});
try {
  const onFault = (done: FaultDone): void => {
    count += 1;
    const { keys, lost, doubled, broken } = done.findings;
    const found = `confrontate ${keys} chiavi, perse ${lost.length}, doppie ${doubled.length}, guaste ${broken.length}`;
    say(`${count}/${times} ${done.kind}: di nuovo dopo ${seconds(done.awayMs)}, ${found}`);
  };
  const report = await runFaults({ faults, people, seed, disk, signal: leaving.signal, onFault });
  process.exitCode = tell(report) ? 0 : 1;
} finally {
  disk?.remove();
}

function tell({ faults: done, end, ...report }: FaultReport): boolean {
  for (const kind of Object.keys(kinds) as Kind[]) {
    const own = done.filter((one) => one.kind === kind);
    const away = own.map(({ awayMs }) => awayMs);
    const [median, most] = [quantile(away, 0.5), Math.max(...away)];
    if (own.length > 0) line(kind, `${own.length} volte, di nuovo dopo ${seconds(median)}, al più ${seconds(most)}`);
  }
  line('pratiche e comandi confermati', `${report.dossiers} e ${report.commands}`);
  line('file confermati', String(report.files));
  line('timer scattati', String(report.timersFired));
  line('mail prese dal server di posta', `${report.mails}, in dubbio per il registro ${report.mailsUnknown}`);
  line('risposte per stato', [...report.statuses].map(([status, times]) => `${status}: ${times}`).join(', '));
  const all = [...done.map(({ findings }) => findings), end];
  const held = (['lost', 'doubled', 'broken'] as const).map((what) => {
    const found = [...new Set(all.flatMap((findings) => findings[what]))];
    line({ lost: 'persi', doubled: 'doppi', broken: 'guasti' }[what], String(found.length), found.length === 0);
    for (const sentence of found.slice(0, 20)) say(`    ${sentence}`);
    return found.length === 0;
  });
  return held.every(Boolean);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
