import type { ChainCheck } from '../core/record.ts';
import { v7 } from 'uuid';
import { alteredFiles, type AlteredFile } from '../audit/files.ts';
import type { Alteration } from '../audit/alteration.ts';
import { readConfig } from '../config.ts';
import { folderFileStore, type FileStore } from '../connect/files.ts';
import { sha256, sha256Bytes } from '../store/sha256.ts';
import { isUuid } from '../store/uuid.ts';
import { auditRecords, type AuditedRecord } from '../audit/audit.ts';
import { auditDays, type AuditedDay, type DayFault } from '../audit/days.ts';
import type { Db } from '../store/db.ts';
import { UsageProblem, type CliCommand, type CommandScene } from './command.ts';
import { withDatabase } from './database.ts';
import { readParameters } from './parameters.ts';

/** `audit verify`: whether the records of the dossiers are as they were written. */
export const auditVerify: CliCommand = {
  name: 'audit verify',
  parameters: '[id della pratica] [--no-files] [--json]',
  summary:
    'Ricalcola il registro delle pratiche, ciò che ne dipende, file compresi, e i giorni chiusi, e dice che cosa è stato alterato.',
  perform: async (args, { env, print }) => {
    const { dossierId, asJson, withFiles } = readAsked(args);
    const files = withFiles ? folderFileStore(readConfig(env).filesFolder, v7) : undefined;
    return withDatabase(env, async (db) => {
      const result = await verify({ db, files, dossierId }, asJson ? () => undefined : print);
      print(asJson ? JSON.stringify(result) : conclusion(result));
      return result.broken.length + result.brokenDays.length === 0 ? 0 : 1;
    });
  },
};

/** What was found, and where; `row` is the key in its table: of an event its number, of the dossier itself nothing. */
interface Broken extends Omit<Alteration, 'code'> {
  readonly dossierId: string;
  readonly registration: string;
  readonly code: Code;
}

interface Result {
  readonly dossiers: number;
  readonly events: number;
  readonly broken: readonly Broken[];
  /** Closed days; none where one dossier alone is asked for. */
  readonly days: number;
  readonly brokenDays: readonly BrokenDay[];
}

type BrokenDay = Required<AuditedDay>;

type Code =
  `event.${Extract<ChainCheck, { intact: false }>['brokenAt']['reason']}` | Alteration['code'] | AlteredFile['code'];

const sentences: Readonly<Record<Code, string>> = {
  'event.sequence-gap': 'l’evento manca',
  'event.previous-hash-differs': 'l’evento non segue quello prima',
  'event.hash-differs': 'il contenuto dell’evento non è quello registrato',
  'event.head-differs': 'la fine del registro non è quella che la pratica conosce: mancano o avanzano eventi',
  'column.differs': 'il valore non è quello registrato',
  'row.missing': 'il registro ne parla, ma la riga non c’è',
  'row.unexpected': 'la riga c’è, ma il registro non ne parla',
  'rows.differ': 'le righe prima di questo istante non sono quelle registrate',
  'file.missing': 'il file non c’è',
  'file.differs': 'il file non è quello registrato',
};

const daySentences: Readonly<Record<DayFault, string>> = {
  'day.differs': 'la riga del giorno non è quella registrata',
  'day.follows-nothing': 'il giorno prima manca, o non è quello a cui questo si lega',
  'day.events-differ': 'gli eventi del giorno non sono quelli che c’erano quando è stato chiuso',
};

function readAsked(args: readonly string[]) {
  const options = { json: { type: 'boolean' }, 'no-files': { type: 'boolean' } } as const;
  const { values, positionals } = readParameters(args, options);
  const [dossierId, surplus] = positionals;
  if (surplus !== undefined) throw new UsageProblem(`Una pratica alla volta: ${surplus} è di troppo.`);
  if (dossierId !== undefined && !isUuid(dossierId)) {
    throw new UsageProblem(
      `${dossierId} non è l’id di una pratica: serve un UUID, come si legge nell’indirizzo della sua pagina.`,
    );
  }
  return { dossierId, asJson: values.json === true, withFiles: values['no-files'] !== true };
}

interface Scope {
  readonly db: Db;
  /** Absent where files are not read. */
  readonly files: FileStore | undefined;
  readonly dossierId: string | undefined;
}

async function verify({ db, files, dossierId }: Scope, print: CommandScene['print']): Promise<Result> {
  const broken: Broken[] = [];
  const whole = new Set<string>();
  let [dossiers, events] = [0, 0];
  for await (const record of auditRecords(db, { sha256, ...(dossierId === undefined ? {} : { dossierId }) })) {
    dossiers += 1;
    events += record.eventCount;
    const altered = files === undefined ? [] : await alteredFiles(files, record.files, whole);
    for (const found of brokenIn(record, altered)) {
      broken.push(found);
      print(sentenceOf(found));
    }
  }
  if (dossierId !== undefined && dossiers === 0) throw new UsageProblem(`Non c’è nessuna pratica con id ${dossierId}.`);
  const closed = dossierId === undefined ? await verifyDays(db, print) : { days: 0, brokenDays: [] };
  return { dossiers, events, broken, ...closed };
}

async function verifyDays(db: Db, print: CommandScene['print']): Promise<Pick<Result, 'days' | 'brokenDays'>> {
  const brokenDays: BrokenDay[] = [];
  let days = 0;
  for await (const { day, fault } of auditDays(db, sha256Bytes)) {
    days += 1;
    if (fault === undefined) continue;
    brokenDays.push({ day, fault });
    print(`Giorno ${day}: ${daySentences[fault]} [${fault}].`);
  }
  return { days, brokenDays };
}

function brokenIn(record: AuditedRecord, files: readonly AlteredFile[]): readonly Broken[] {
  const { dossierId, registration, check, alterations } = record;
  const { brokenAt } = check.intact ? { brokenAt: undefined } : check;
  return [
    ...(brokenAt === undefined
      ? []
      : [{ code: `event.${brokenAt.reason}`, table: 'events', row: String(brokenAt.sequence) } as const]),
    ...alterations,
    ...files.map(({ documentId: row, code }) => ({ code, table: 'documents', row })),
  ].map((found) => ({ dossierId, registration, ...found }));
}

function sentenceOf({ dossierId, registration, code, table, row, column }: Broken): string {
  const place = [`tabella ${table}`, ...(row === '' ? [] : [`riga ${row}`]), ...(column ? [`colonna ${column}`] : [])];
  return `Pratica ${registration} (${dossierId}): ${place.join(', ')}: ${sentences[code]} [${code}].`;
}

function conclusion({ dossiers, events, broken, days, brokenDays }: Result): string {
  const read = [
    counted(dossiers, 'pratica', 'pratiche'),
    counted(events, 'evento', 'eventi'),
    ...(days === 0 ? [] : [counted(days, 'giorno chiuso', 'giorni chiusi')]),
  ].join(', ');
  const altered = new Set(broken.map(({ dossierId }) => dossierId)).size;
  const found = [
    ...(altered === 0 ? [] : [counted(altered, 'pratica alterata', 'pratiche alterate')]),
    ...(brokenDays.length === 0 ? [] : [counted(brokenDays.length, 'giorno alterato', 'giorni alterati')]),
  ];
  return `${read}: ${found.length === 0 ? 'nessuna alterazione' : found.join(', ')}.`;
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('it-IT')} ${count === 1 ? one : many}`;
}
