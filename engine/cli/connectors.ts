import { readFileSync } from 'node:fs';
import { connectors } from '../connect/connectors/connectors.ts';
import { seal } from '../connect/seal.ts';
import { readConfig } from '../config.ts';
import { rowsOf, type Db } from '../store/db.ts';
import { dropSetting, keepSetting, listSettings } from '../store/tables/connector-settings.ts';
import { UsageProblem, type CliCommand } from './command.ts';
import { withDatabase } from './database.ts';
import { readParameters } from './parameters.ts';

/** `connectors set`: a setting of a connector for a body; its value never stands on the command line. */
export const connectorsSetCommand: CliCommand = {
  name: 'connectors set',
  parameters: '<codice IPA> <servizio> <impostazione> [--file FILE]',
  summary: 'Imposta, cifrato, un valore con cui un ente usa un servizio esterno: lo legge dal file o dall’ingresso.',
  perform: async (args, { env, print }) => {
    const { values, positionals } = readParameters(args, { file: { type: 'string' } });
    const asked = readAsked(positionals);
    const { secretKey } = readConfig(env);
    if (secretKey === undefined) throw new UsageProblem('Manca ITER_SECRET_KEY: senza, nessun valore si può cifrare.');
    const value = readValue(values.file);
    checkValue(asked, value);
    return withDatabase(env, async (db) => {
      const bodyId = await bodyNamed(db, asked.body);
      const { connector, name } = asked;
      const sealed = seal(secretKey, value, [bodyId, connector, name]);
      await keepSetting(db, { bodyId, connector, name }, { sealed, setAt: new Date().toISOString() });
      print(`Impostato ${name} di ${connector} per ${asked.body}.`);
      return 0;
    });
  },
};

/** `connectors unset`: a setting is forgotten. */
export const connectorsUnsetCommand: CliCommand = {
  name: 'connectors unset',
  parameters: '<codice IPA> <servizio> <impostazione>',
  summary: 'Toglie un valore con cui un ente usa un servizio esterno.',
  perform: async (args, { env, print }) => {
    const { body, connector, name } = readAsked(readParameters(args, {}).positionals);
    return withDatabase(env, async (db) => {
      const wasThere = await dropSetting(db, { bodyId: await bodyNamed(db, body), connector, name });
      print(wasThere ? `Tolto ${name} di ${connector} per ${body}.` : `${name} di ${connector} non c’era.`);
      return wasThere ? 0 : 1;
    });
  },
};

/** `connectors list`: which connectors there are, and what a body has set; never a value. */
export const connectorsListCommand: CliCommand = {
  name: 'connectors list',
  parameters: '[codice IPA]',
  summary: 'Elenca i servizi esterni e, di un ente, che cosa è impostato: mai i valori.',
  perform: async (args, { env, print }) => {
    const [body] = readParameters(args, {}).positionals;
    if (body === undefined) {
      for (const { type, label, settings } of connectors)
        print(`${type}: ${label} (${Object.keys(settings.shape).join(', ') || 'nulla da impostare'})`);
      return 0;
    }
    return withDatabase(env, async (db) => {
      const set = await listSettings(db, await bodyNamed(db, body));
      if (set.length === 0) print('Nulla di impostato.');
      for (const { connector, name, setAt } of set) print(`${connector} ${name}, dal ${new Date(setAt).toISOString()}`);
      return 0;
    });
  },
};

interface Asked {
  readonly body: string;
  /** `http/registro`: the type, and of several services which one. */
  readonly connector: string;
  readonly name: string;
}

function readAsked([body, connector, name, surplus]: readonly string[]): Asked {
  if (body === undefined || connector === undefined || name === undefined || surplus !== undefined)
    throw new UsageProblem('Servono il codice IPA dell’ente, il servizio e l’impostazione, e nient’altro.');
  const known = settingsOf(connector);
  if (!(name in known))
    throw new UsageProblem(
      `${connector} non ha l’impostazione ${name}: ha ${Object.keys(known).join(', ') || 'nessuna'}.`,
    );
  return { body, connector, name };
}

function settingsOf(connector: string) {
  const [type] = connector.split('/');
  const found = connectors.find((each) => each.type === type);
  if (found !== undefined) return found.settings.shape;
  throw new UsageProblem(`${connector} non c’è: c’è ${connectors.map((each) => each.type).join(', ')}.`);
}

function readValue(file: string | undefined): string {
  try {
    return readFileSync(file ?? 0, 'utf8').replace(/\r?\n$/, '');
  } catch (cause) {
    throw new UsageProblem(`Non leggo il valore da ${file ?? 'ingresso'}.`, { cause });
  }
}

function checkValue({ connector, name }: Asked, value: string): void {
  const schema = settingsOf(connector)[name];
  // What is wrong with it would quote it.
  if (value === '' || schema?.safeParse(value).success !== true)
    throw new UsageProblem(`Il valore non va bene per ${name} di ${connector}.`);
}

async function bodyNamed(db: Db, body: string): Promise<string> {
  const sql = 'SELECT body_id AS "bodyId" FROM bodies WHERE ipa_code = :body';
  const [row] = await rowsOf<{ bodyId: string }>(db, sql, { body });
  if (row !== undefined) return row.bodyId;
  throw new UsageProblem(`${body} non è il codice IPA di un ente di questa installazione.`);
}
