import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { v7 } from 'uuid';
import { systemClock } from '../connect/clock.ts';
import { Problem } from '../core/problem.ts';
import { problemWords } from '../words/problems/words.ts';
import { beginPackage, replaceFiles } from '../publish/package-drafts.ts';
import { readProcedureFolder } from '../publish/read-folder.ts';
import type { Db } from '../store/db.ts';
import {
  findBody,
  findPackageOf,
  listAllPackages,
  packageFiles,
  setFourEyes,
  type PackageRow,
} from '../store/tables/packages.ts';
import { UsageProblem, type CliCommand } from './command.ts';
import { withDatabase } from './database.ts';
import { readParameters } from './parameters.ts';

/** Whoever works at the command line has no session. */
const author = { personId: null, name: 'Riga di comando' } as const;

/** `packages list`: what is drawn here, by whom changed last. */
export const packagesListCommand: CliCommand = {
  name: 'packages list',
  parameters: '[--json]',
  summary: 'Elenca i pacchetti dei procedimenti, con ente, versione in uso e ultima modifica.',
  perform: async (args, { env, print }) => {
    const { values, positionals } = readParameters(args, { json: { type: 'boolean' } });
    if (positionals[0] !== undefined) throw new UsageProblem(`${positionals[0]} è di troppo.`);
    return withDatabase(env, async (db) => {
      const rows = await listAllPackages(db);
      if (values.json === true) print(JSON.stringify(rows.map(({ card: _card, ...row }) => row)));
      else if (rows.length === 0) print('Nessun pacchetto.');
      else rows.map(lineOf).forEach(print);
      return 0;
    });
  },
};

function lineOf({ procedureId, bodyName, version, retiredAt, changedAt, changedBy, revision }: PackageRow): string {
  const use = version === null ? 'mai pubblicato' : `in uso la versione ${version}`;
  const retired = retiredAt === null ? '' : `, ritirato il ${retiredAt}`;
  return `${procedureId}: ${bodyName}, ${use}${retired}; revisione ${revision} di ${changedBy}, ${changedAt}`;
}

/** `packages export`: the files of a package into a folder. */
export const packagesExportCommand: CliCommand = {
  name: 'packages export',
  parameters: '<procedimento> <cartella>',
  summary: 'Scrive i file di un pacchetto in una cartella col suo nome, nuova o vuota, dentro quella indicata.',
  perform: async (args, { env, print }) => {
    const [procedureId, folder] = wordsIn(args, ['il nome del procedimento', 'la cartella']);
    return withDatabase(env, async (db) => {
      const found = await findPackageOf(db, procedureId);
      if (found === undefined) throw new UsageProblem(`Il pacchetto ${procedureId} non c’è: vedi packages list.`);
      const place = resolve(folder, procedureId);
      await mkdir(place, { recursive: true });
      if ((await readdir(place)).length > 0) throw new UsageProblem(`La cartella ${place} non è vuota.`);
      const files = await packageFiles(db, found.packageId);
      for (const { path, text } of files) {
        await mkdir(dirname(join(place, path)), { recursive: true });
        await writeFile(join(place, path), text, { flag: 'wx' });
      }
      print(`${files.length} file di ${procedureId}, revisione ${found.revision}, in ${place}.`);
      return 0;
    });
  },
};

/** `packages import`: a folder as a package, new or newly written. */
export const packagesImportCommand: CliCommand = {
  name: 'packages import',
  parameters: '<cartella> --body <codice IPA>',
  summary:
    'Fa di una cartella il pacchetto di un ente; se c’è già, ne scrive i file: la storia conserva quelli di prima.',
  perform: async (args, { env, print, complain }) => {
    const { values, positionals } = readParameters(args, { body: { type: 'string' } });
    const [folder] = wordsIn(positionals, ['la cartella']);
    const { body: ipaCode } = values;
    if (ipaCode === undefined)
      throw new UsageProblem('Manca --body, il codice IPA dell’ente che disegna il procedimento.');
    const { procedureId, unread = [], ...texts } = await readFolder(folder);
    const files = { ...texts.files, ...texts.scenarios, ...texts.notes };
    if (unread.length > 0) throw new UsageProblem(`Non si legge ${unread.map(({ path }) => path).join(', ')}.`);
    return withDatabase(env, async (db) => {
      const body = await findBody(db, { ipaCode });
      if (body === undefined) throw new UsageProblem(`L’ente ${ipaCode} non è tra quelli di questa installazione.`);
      try {
        const revision = await put(db, { procedureId, bodyId: body.bodyId, files });
        print(`Pacchetto ${procedureId} di ${ipaCode}, revisione ${revision}.`);
        return 0;
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        complain(`${problemWords.it.titles[error.code]}.`);
        return 1;
      }
    });
  },
};

async function readFolder(folder: string) {
  try {
    return await readProcedureFolder(folder);
  } catch (error) {
    throw new UsageProblem(`La cartella ${folder} non si può leggere.`, { cause: error });
  }
}

interface Given {
  readonly procedureId: string;
  readonly bodyId: string;
  readonly files: Readonly<Record<string, string>>;
}

async function put(db: Db, { procedureId, bodyId, files }: Given): Promise<number> {
  const at = systemClock()();
  const found = await findPackageOf(db, procedureId);
  if (found === undefined) {
    await beginPackage(db, { packageId: v7(), procedureId, bodyId, files, author, at, isOperator: true });
    return 1;
  }
  if (found.bodyId !== bodyId) throw new Problem('package.of-another-body', { procedureId });
  return replaceFiles(db, { packageId: found.packageId, author, at }, files);
}

/** `packages four-eyes`: whether publishing takes a second person in a body. */
export const packagesFourEyesCommand: CliCommand = {
  name: 'packages four-eyes',
  parameters: '<codice IPA> on|off',
  summary: 'Dice se in un ente un pacchetto lo pubblica una persona diversa da chi l’ha cambiato per ultima.',
  perform: async (args, { env, print }) => {
    const [ipaCode, choice] = wordsIn(args, ['il codice IPA dell’ente', 'on oppure off']);
    if (choice !== 'on' && choice !== 'off') throw new UsageProblem(`${choice} non si capisce: serve on oppure off.`);
    return withDatabase(env, async (db) => {
      const isKnown = await setFourEyes(db, ipaCode, choice === 'on');
      if (!isKnown) throw new UsageProblem(`L’ente ${ipaCode} non è tra quelli di questa installazione.`);
      print(
        choice === 'on'
          ? `In ${ipaCode} pubblica una seconda persona.`
          : `In ${ipaCode} pubblica chiunque sia analista.`,
      );
      return 0;
    });
  },
};

/** Exactly the words that a command asks for. */
function wordsIn<const Names extends readonly string[]>(
  args: readonly string[],
  names: Names,
): { [K in keyof Names]: string } {
  const missing = names[args.length];
  if (missing !== undefined) throw new UsageProblem(`Manca ${missing}.`);
  const surplus = args[names.length];
  if (surplus !== undefined) throw new UsageProblem(`${surplus} è di troppo.`);
  // As many words as there are names.
  return [...args] as unknown as { [K in keyof Names]: string };
}
