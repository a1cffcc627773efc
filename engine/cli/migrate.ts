import { readConfig } from '../config.ts';
import { prepareTables } from '../store/prepare-tables.ts';
import { UsageProblem, type CliCommand } from './command.ts';
import { withAddresses } from './database.ts';

/** `migrate`: the tables to the newest form, as their owner, and the rights of the engine's role on them. */
export const migrateCommand: CliCommand = {
  name: 'migrate',
  parameters: '',
  summary: 'Porta le tabelle del database alla forma più recente e dà al servizio i permessi che gli servono.',
  perform: async (args, { env, print }) => {
    if (args[0] !== undefined) throw new UsageProblem(`${args[0]} è di troppo.`);
    const { production } = readConfig(env);
    return withAddresses(env, async (addresses) => {
      const applied = await prepareTables(addresses, { production, warn: print });
      const what = applied === 1 ? '1 migrazione applicata' : `${applied} migrazioni applicate`;
      print(`Il database è nella forma più recente: ${what}.`);
      return 0;
    });
  },
};
