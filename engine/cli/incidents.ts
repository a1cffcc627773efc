import { openIncidents, retryIncidents, type Incident } from '../jobs/incident.ts';
import { UsageProblem, type CliCommand } from './command.ts';
import { withDatabase } from './database.ts';
import { readParameters } from './parameters.ts';

/** `incidents list`: the jobs that ran out of attempts, and why. */
export const incidentsListCommand: CliCommand = {
  name: 'incidents list',
  parameters: '[--json]',
  summary: 'Elenca i lavori che non sono riusciti e il loro ultimo errore.',
  perform: async (args, { env, print }) => {
    const { values, positionals } = readParameters(args, { json: { type: 'boolean' } });
    if (positionals[0] !== undefined) throw new UsageProblem(`${positionals[0]} è di troppo.`);
    return withDatabase(env, async (db) => {
      const incidents = await openIncidents(db);
      if (values.json === true) print(JSON.stringify(incidents));
      else if (incidents.length === 0) print('Nessun lavoro fermo.');
      else incidents.map(lineOf).forEach(print);
      return incidents.length === 0 ? 0 : 1;
    });
  },
};

/** `incidents retry`: one of these jobs again, or all of them. */
export const incidentsRetryCommand: CliCommand = {
  name: 'incidents retry',
  parameters: '<numero del lavoro>… | --all',
  summary: 'Rimette in coda i lavori che non sono riusciti, con tutti i loro tentativi.',
  perform: async (args, { env, print }) => {
    const jobIds = readAsked(args);
    return withDatabase(env, async (db) => {
      const open = await openIncidents(db);
      const unknown = jobIds?.find((jobId) => !open.some((incident) => incident.jobId === jobId));
      if (unknown !== undefined) throw new UsageProblem(`${unknown} non è il numero di un lavoro fermo.`);
      const retried = await retryIncidents(db, jobIds);
      print(retried.length === 1 ? '1 lavoro rimesso in coda.' : `${retried.length} lavori rimessi in coda.`);
      return 0;
    });
  },
};

function readAsked(args: readonly string[]): readonly string[] | undefined {
  const { values, positionals } = readParameters(args, { all: { type: 'boolean' } });
  if (values.all === true && positionals.length === 0) return undefined;
  if (values.all === true || positionals.length === 0) {
    throw new UsageProblem('Serve il numero di uno o più lavori fermi, oppure --all.');
  }
  return positionals;
}

function lineOf({ jobId, task, dossierId, attempts, error, at }: Incident): string {
  const whose = dossierId === null ? '' : `, pratica ${dossierId}`;
  return `${jobId}: ${task}${whose}, fermo dal ${at} dopo ${attempts} tentativi: ${error}`;
}
