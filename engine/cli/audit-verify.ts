import type { ChainCheck } from '../core/record.ts';
import { v7 } from 'uuid';
import { alteredFiles, type AlteredFile } from '../audit/files.ts';
import type { Alteration } from '../audit/alterations.ts';
import { readConfig } from '../config.ts';
import { folderFileStore, type FileStore } from '../connect/files.ts';
import { sha256 } from '../run/sha256.ts';
import { isUuid } from '../store/uuid.ts';
import { auditRecords, type AuditedRecord } from '../audit/audit.ts';
import type { Db } from '../store/db.ts';
import { UsageProblem, type CliCommand, type CommandScene } from './command.ts';
import { withDatabase } from './database.ts';
import { readParameters } from './parameters.ts';

/** `audit verify`: whether the records of the dossiers are as they were written. */
export const auditVerify: CliCommand = {
  name: 'audit verify',
  parameters: '[id della pratica] [--no-files] [--json]',
  summary:
    'Ricalcola il registro delle pratiche e ciò che ne dipende, file compresi, e dice che cosa è stato alterato.',
  perform: async (args, { env, print }) => {
    const { dossierId, asJson, withFiles } = readAsked(args);
    const files = withFiles ? folderFileStore(readConfig(env).filesFolder, v7) : undefined;
    return withDatabase(env, async (db) => {
      const result = await verify({ db, files, dossierId }, asJson ? () => undefined : print);
      print(asJson ? JSON.stringify(result) : conclusion(result));
      return result.broken.length === 0 ? 0 : 1;
    });
  },
};

interface Broken {
  readonly dossierId: string;
  readonly registration: string;
  /** Place of the first event that is not as it was written; of what stands beside the events, its name. */
  readonly at: { readonly sequence: number } | { readonly name: string };
  readonly reason: Reason;
}

interface Result {
  readonly dossiers: number;
  readonly events: number;
  readonly broken: readonly Broken[];
}

type Reason =
  Extract<ChainCheck, { intact: false }>['brokenAt']['reason'] | Alteration['reason'] | AlteredFile['reason'];

const reasons: Readonly<Record<Reason, string>> = {
  'sequence-gap': 'l’evento manca',
  'previous-hash-differs': 'l’evento non segue quello prima',
  'hash-differs': 'il contenuto dell’evento non è quello registrato',
  'head-differs': 'la fine del registro non è quella che la pratica conosce: mancano o avanzano eventi',
  differs: 'il contenuto non è quello registrato',
  missing: 'il registro ne parla, ma non c’è',
  unexpected: 'c’è, ma il registro non ne parla',
  'file-missing': 'il file non c’è',
  'file-differs': 'il file non è quello registrato',
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
      print(`Pratica ${found.registration} (${found.dossierId}): ${placeOf(found)}, ${reasons[found.reason]}.`);
    }
  }
  if (dossierId !== undefined && dossiers === 0) throw new UsageProblem(`Non c’è nessuna pratica con id ${dossierId}.`);
  return { dossiers, events, broken };
}

function brokenIn(record: AuditedRecord, files: readonly AlteredFile[]): readonly Broken[] {
  const { dossierId, registration, check, alterations } = record;
  const beside = [
    ...alterations,
    ...files.map(({ documentId, reason }) => ({ name: `documents ${documentId}`, reason })),
  ];
  const { brokenAt } = check.intact ? { brokenAt: undefined } : check;
  return [
    ...(brokenAt === undefined ? [] : [{ at: { sequence: brokenAt.sequence }, reason: brokenAt.reason }]),
    ...beside.map(({ name, reason }) => ({ at: { name }, reason })),
  ].map((found) => ({ dossierId, registration, ...found }));
}

const placeOf = ({ at }: Broken): string => ('sequence' in at ? `evento ${at.sequence}` : at.name);

function conclusion({ dossiers, events, broken }: Result): string {
  const read = `${counted(dossiers, 'pratica', 'pratiche')}, ${counted(events, 'evento', 'eventi')}`;
  const altered = new Set(broken.map(({ dossierId }) => dossierId)).size;
  return altered === 0
    ? `${read}: nessuna alterazione.`
    : `${read}: ${counted(altered, 'pratica alterata', 'pratiche alterate')}.`;
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('it-IT')} ${count === 1 ? one : many}`;
}
