import { readFile } from 'node:fs/promises';
import { romeDay } from '../../core/calendar.ts';
import { readKnown } from '../../store/organisation/known.ts';
import { UsageProblem, type CliCommand, type CommandScene } from '../command.ts';
import { withDatabase } from '../database.ts';
import { readParameters } from '../parameters.ts';
import { assignments } from './assignments.ts';
import { bodies } from './bodies.ts';
import { dayIn } from './columns.ts';
import { headerFaults, judgeRows, type Fault } from './judge-rows.ts';
import { offices } from './offices.ts';
import { people } from './people.ts';
import { readCsv } from './read-csv.ts';
import type { Register } from './register.ts';

/** `bodies|offices|people|assign import|list|end`: who is who, from lists. */
export const organisationCommands: readonly CliCommand[] = [bodies, offices, people, assignments].flatMap(
  (register) => [importCommand(register), listCommand(register), endCommand(register)],
);

function importCommand(register: Register): CliCommand {
  const columns = Object.entries(register.columns).map(([name, { isOptional }]) => (isOptional ? `[${name}]` : name));
  return {
    name: `${register.name} import`,
    parameters: '<file.csv>',
    summary: `Legge ${register.what} da un elenco CSV con le colonne ${columns.join('; ')}. Se una riga è sbagliata non registra nulla.`,
    perform: async (args, scene) => {
      const { positionals } = readParameters(args, {});
      const [file] = positionals;
      if (file === undefined || positionals.length > 1) throw new UsageProblem('Serve il nome di un file CSV.');
      const reading = readCsv(await bytesOf(file));
      if ('fault' in reading) {
        scene.complain(`${file}${reading.line === undefined ? '' : `, riga ${reading.line}`} ${reading.fault}.`);
        return 1;
      }
      const wrong = headerFaults(reading.columns, register);
      if (wrong.length === 0) return importRows({ register, rows: reading.rows }, scene);
      wrong.forEach(scene.complain);
      return 1;
    },
  };
}

interface Listed {
  readonly register: Register;
  readonly rows: Parameters<typeof judgeRows>[0];
}

async function importRows({ register, rows: listed }: Listed, { env, print, complain }: CommandScene): Promise<number> {
  return withDatabase(env, async (db) => {
    const { rows, faults } = judgeRows(listed, register, await readKnown(db));
    if (faults.length > 0) {
      faults.map(sentenceOf).forEach(complain);
      complain(`Non ho registrato nulla: da correggere ${faults.length} ${faults.length === 1 ? 'valore' : 'valori'}.`);
      return 1;
    }
    await db.transaction((transaction) => register.keep(transaction, rows));
    print(`Registrati: ${rows.length} ${register.what}.`);
    register.notes?.(rows, await readKnown(db)).forEach(print);
    return 0;
  });
}

const sentenceOf = ({ line, column, value, expected }: Fault): string =>
  `Riga ${line}, colonna ${column}: ${value === '' ? 'non c’è niente' : `«${value}» non va bene`}; serve ${expected}.`;

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
        const lines = await register.list(db, positionals.join(' '));
        lines.forEach(print);
        if (lines.length === 0) print('Nessuna riga.');
        return 0;
      });
    },
  };
}

function endCommand(register: Register): CliCommand {
  const [least, most] = register.ending.words;
  return {
    name: `${register.name} end`,
    parameters: `${register.ending.parameters} [--on <giorno>]`,
    summary: `Chiude ${register.what} con l’ultimo giorno, oggi se non si dice.`,
    perform: async (args, { env, print, complain }) => {
      const { values, positionals } = readParameters(args, { on: { type: 'string' } });
      const lastOn = dayIn(values.on ?? romeDay(new Date().toISOString()));
      if (lastOn === undefined) throw new UsageProblem(`${values.on} non è un giorno, come 2026-03-31.`);
      if (positionals.length < least || positionals.length > most)
        throw new UsageProblem(`Serve ${register.ending.parameters}.`);
      return withDatabase(env, async (db) => {
        const against = await register.end(db, positionals, lastOn);
        if (against === undefined) print(`Fino al ${lastOn}.`);
        else complain(against);
        return against === undefined ? 0 : 1;
      });
    },
  };
}
