import type { ChainCheck } from '../core/record.ts';
import { sha256 } from '../run/sha256.ts';
import { isUuid } from '../run/uuid.ts';
import { auditRecords, type AuditedRecord } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { UsageProblem, type CliCommand, type CommandScene } from './command.ts';
import { withDatabase } from './database.ts';
import { readParameters } from './parameters.ts';

/** `audit verify`: whether the records of the dossiers are as they were written. */
export const auditVerify: CliCommand = {
  name: 'audit verify',
  parameters: '[id della pratica] [--json]',
  summary: 'Ricalcola la catena degli eventi delle pratiche e dice se qualcosa è stato alterato.',
  perform: async (args, { env, print }) => {
    const { dossierId, asJson } = readAsked(args);
    return withDatabase(env, async (db) => {
      const result = await verify(db, dossierId, asJson ? () => undefined : print);
      print(asJson ? JSON.stringify(result) : conclusion(result));
      return result.broken.length === 0 ? 0 : 1;
    });
  },
};

interface Broken {
  readonly dossierId: string;
  readonly registration: string;
  /** Place of the first event that is not as it was written. */
  readonly sequence: number;
  readonly reason: Reason;
}

interface Result {
  readonly dossiers: number;
  readonly events: number;
  readonly broken: readonly Broken[];
}

type Reason = Extract<ChainCheck, { intact: false }>['brokenAt']['reason'];

const reasons: Readonly<Record<Reason, string>> = {
  'sequence-gap': 'l’evento manca',
  'previous-hash-differs': 'l’evento non segue quello prima',
  'hash-differs': 'il contenuto dell’evento non è quello registrato',
  'head-differs': 'la fine del registro non è quella che la pratica conosce: mancano o avanzano eventi',
};

function readAsked(args: readonly string[]): { readonly dossierId: string | undefined; readonly asJson: boolean } {
  const { values, positionals } = readParameters(args, { json: { type: 'boolean' } });
  const [dossierId, surplus] = positionals;
  if (surplus !== undefined) throw new UsageProblem(`Una pratica alla volta: ${surplus} è di troppo.`);
  if (dossierId !== undefined && !isUuid(dossierId)) {
    throw new UsageProblem(
      `${dossierId} non è l’id di una pratica: serve un UUID, come si legge nell’indirizzo della sua pagina.`,
    );
  }
  return { dossierId, asJson: values.json === true };
}

async function verify(db: Db, dossierId: string | undefined, print: CommandScene['print']): Promise<Result> {
  const broken: Broken[] = [];
  let [dossiers, events] = [0, 0];
  for await (const record of auditRecords(db, { sha256, ...(dossierId === undefined ? {} : { dossierId }) })) {
    dossiers += 1;
    events += record.eventCount;
    const found = brokenIn(record);
    if (!found) continue;
    broken.push(found);
    print(`Pratica ${found.registration} (${found.dossierId}): evento ${found.sequence}, ${reasons[found.reason]}.`);
  }
  if (dossierId !== undefined && dossiers === 0) throw new UsageProblem(`Non c’è nessuna pratica con id ${dossierId}.`);
  return { dossiers, events, broken };
}

function brokenIn({ dossierId, registration, check }: AuditedRecord): Broken | undefined {
  return check.intact ? undefined : { dossierId, registration, ...check.brokenAt };
}

function conclusion({ dossiers, events, broken }: Result): string {
  const read = `${counted(dossiers, 'pratica', 'pratiche')}, ${counted(events, 'evento', 'eventi')}`;
  return broken.length === 0
    ? `${read}: nessuna alterazione.`
    : `${read}: ${counted(broken.length, 'pratica alterata', 'pratiche alterate')}.`;
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('it-IT')} ${count === 1 ? one : many}`;
}
