import { readFile } from 'node:fs/promises';
import { systemClock } from '../connect/clock.ts';
import { romeDay } from '../core/calendar.ts';
import { endRows, importList, type Administrator, type Complaint } from '../organisation/administer.ts';
import { dayIn } from '../organisation/columns.ts';
import type { Register } from '../organisation/register.ts';
import { registers } from '../organisation/registers.ts';
import { letLead } from '../store/organisation/bodies.ts';
import { UsageProblem, type CliCommand } from './command.ts';
import { withDatabase } from './database.ts';
import { readParameters } from './parameters.ts';

/** Who has the command line looks after all bodies. */
const operator = (): Administrator => ({
  author: { personId: null, name: 'Riga di comando' },
  at: systemClock()(),
  scope: { isLeader: true, ipaCodes: [] },
});

const leadCommand: CliCommand = {
  name: 'bodies lead',
  parameters: '<codice IPA>',
  summary: 'Dice qual è l’ente capofila: i suoi amministratori amministrano tutti gli enti.',
  perform: async (args, { env, print, complain }) => {
    const [ipaCode, ...others] = readParameters(args, {}).positionals;
    if (ipaCode === undefined || others.length > 0) throw new UsageProblem('Serve il codice IPA di un ente.');
    return withDatabase(env, async (db) => {
      const isThere = await letLead(db, ipaCode);
      if (isThere) print(`${ipaCode} è l’ente capofila.`);
      else complain(`L’ente ${ipaCode} non c’è.`);
      return isThere ? 0 : 1;
    });
  },
};

/** `bodies|offices|people|assign|delegations import|list|end`, and `bodies lead`: who is who, from lists. */
export const organisationCommands: readonly CliCommand[] = [
  ...Object.values(registers).flatMap((register) => [
    importCommand(register),
    listCommand(register),
    endCommand(register),
  ]),
  leadCommand,
];

function importCommand(register: Register): CliCommand {
  const columns = Object.entries(register.columns).map(([name, { isOptional }]) => (isOptional ? `[${name}]` : name));
  return {
    name: `${register.name} import`,
    parameters: '<file.csv>',
    summary: `Legge ${register.what} da un elenco CSV con le colonne ${columns.join('; ')}. Se una riga è sbagliata non registra nulla.`,
    perform: async (args, { env, print, complain }) => {
      const { positionals } = readParameters(args, {});
      const [file] = positionals;
      if (file === undefined || positionals.length > 1) throw new UsageProblem('Serve il nome di un file CSV.');
      const bytes = await bytesOf(file);
      return withDatabase(env, async (db) => {
        const keeping = await importList(db, { register, bytes }, operator());
        if ('kept' in keeping) {
          print(`Registrati: ${keeping.kept} ${register.what}.`);
          keeping.notes.forEach(print);
          return 0;
        }
        const { complaints } = keeping;
        complaints.map(sentenceOf).forEach(complain);
        complain(`Non ho registrato nulla: da correggere ${counted(complaints.length)}.`);
        return 1;
      });
    },
  };
}

const counted = (faults: number): string => (faults === 1 ? 'un punto' : `${faults} punti`);

function sentenceOf({ line, column, message }: Complaint): string {
  const places = [line === undefined ? [] : `Riga ${line}`, column === undefined ? [] : `colonna ${column}`].flat();
  return places.length === 0 ? message : `${places.join(', ')}: ${message}`;
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new UsageProblem(`Il file ${file} non si può leggere.`, { cause: error });
  }
}

function listCommand(register: Register): CliCommand {
  return {
    name: `${register.name} list`,
    parameters: '[<testo>]',
    summary: `Elenca ${register.what}; con un testo, solo le righe che lo contengono.`,
    perform: async (args, { env, print }) => {
      const { positionals } = readParameters(args, {});
      return withDatabase(env, async (db) => {
        const rows = await register.find(db, { text: positionals.join(' ') });
        rows.forEach(({ cells }) => print(register.says(cells)));
        if (rows.length === 0) print('Nessuna riga.');
        return 0;
      });
    },
  };
}

function endCommand(register: Register): CliCommand {
  const { columns, least } = register.ending;
  const parameters = columns.map((column, index) => (index < least ? `<${column}>` : `[<${column}>]`)).join(' ');
  return {
    name: `${register.name} end`,
    parameters: `${parameters} [--on <giorno>]`,
    summary: `Chiude ${register.what} con l’ultimo giorno, oggi se non si dice.`,
    perform: async (args, { env, print, complain }) => {
      const { values, positionals } = readParameters(args, { on: { type: 'string' } });
      const by = operator();
      const lastOn = dayIn(values.on ?? romeDay(by.at));
      if (lastOn === undefined) throw new UsageProblem(`${values.on} non è un giorno, come 2026-03-31.`);
      if (positionals.length < least || positionals.length > columns.length)
        throw new UsageProblem(`Serve ${parameters}.`);
      const cells = Object.fromEntries(positionals.map((word, index) => [columns[index] ?? '', word]));
      return withDatabase(env, async (db) => {
        const against = await endRows(db, { register, cells, lastOn }, by);
        if (against === undefined) print(`Fino al ${lastOn}.`);
        else complain(against);
        return against === undefined ? 0 : 1;
      });
    },
  };
}
