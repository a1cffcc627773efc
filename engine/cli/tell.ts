import { v7 } from 'uuid';
import { z } from 'zod';
import { messageExpiry } from '../run/rows.ts';
import { rowsOf, type Db } from '../store/db.ts';
import { tellFacts, tellMessage, tellSignal, type Told } from '../store/outside.ts';
import { UsageProblem, type CliCommand } from './command.ts';
import { withDatabase } from './database.ts';
import { readParameters } from './parameters.ts';

/** `tell message`: a message from outside for the dossier that awaits it. */
export const tellMessageCommand: CliCommand = {
  name: 'tell message',
  parameters: '<nome> [--key chiave] [--body codice IPA] [--data JSON] [--id id]',
  summary: 'Manda un messaggio alla pratica che lo aspetta, o apre quella che comincia con esso.',
  perform: async (args, { env, print }) => {
    const { message, key, ...asked } = readAsked(args, true);
    return withDatabase(env, async (db) => {
      const at = new Date().toISOString();
      const correlation = key === undefined ? {} : { correlationKey: key };
      const told = await toldOf(db, asked);
      await tellMessage(db, { ...told, message, ...correlation, at, expiresAt: messageExpiry(at) });
      print(`Messaggio «${message}» messo in consegna (${told.id}).`);
      return 0;
    });
  },
};

/** `tell signal`: a signal from outside for all dossiers that wait for it. */
export const tellSignalCommand: CliCommand = {
  name: 'tell signal',
  parameters: '<nome> [--body codice IPA] [--data JSON] [--id id]',
  summary: 'Dà un segnale a tutte le pratiche che lo aspettano e ai procedimenti che cominciano con esso.',
  perform: async (args, { env, print }) => {
    const { message: signal, ...asked } = readAsked(args, true);
    return withDatabase(env, async (db) => {
      const told = await toldOf(db, asked);
      await tellSignal(db, { ...told, signal });
      print(`Segnale «${signal}» messo in consegna (${told.id}).`);
      return 0;
    });
  },
};

/** `tell facts`: facts for the procedures that begin when a condition holds. */
export const tellFactsCommand: CliCommand = {
  name: 'tell facts',
  parameters: '--data JSON [--body codice IPA] [--id id]',
  summary: 'Rende noti dei fatti: cominciano i procedimenti la cui condizione iniziale vale.',
  perform: async (args, { env, print }) => {
    const asked = readAsked(args, false);
    return withDatabase(env, async (db) => {
      const told = await toldOf(db, asked);
      await tellFacts(db, told);
      print(`Fatti messi in consegna (${told.id}).`);
      return 0;
    });
  },
};

interface Asked {
  readonly id: string;
  readonly payload: Told['payload'];
  readonly body: string | undefined;
}

function readAsked(args: readonly string[], named: boolean) {
  const option = { type: 'string' } as const;
  const { values, positionals } = readParameters(args, { key: option, body: option, data: option, id: option });
  const [message = '', surplus] = positionals;
  if (named && message === '') throw new UsageProblem('Manca il nome.');
  const tooMuch = named ? surplus : positionals[0];
  if (tooMuch !== undefined) throw new UsageProblem(`${tooMuch} è di troppo.`);
  return { message, key: values.key, body: values.body, id: values.id ?? v7(), payload: readData(values.data) };
}

function readData(text = '{}'): Told['payload'] {
  try {
    return z.record(z.string(), z.json()).parse(JSON.parse(text));
  } catch (cause) {
    throw new UsageProblem(`--data vale «${text}»: serve un oggetto JSON, per esempio {"livello": 4}.`, { cause });
  }
}

async function toldOf(db: Db, { id, payload, body }: Asked): Promise<Told> {
  if (body === undefined) return { id, payload };
  const sql = 'SELECT body_id AS "bodyId" FROM bodies WHERE ipa_code = :body';
  const [row] = await rowsOf<{ bodyId: string }>(db, sql, { body });
  if (row === undefined) throw new UsageProblem(`${body} non è il codice IPA di un ente di questa installazione.`);
  return { id, payload, bodyId: row.bodyId };
}
