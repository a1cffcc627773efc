import { v7 } from 'uuid';
import { readConfig } from '../config.ts';
import { chosenExecutor } from '../executors/chosen.ts';
import { openIncidents, retryIncidents, type Incident } from '../jobs/incident.ts';
import { resolveIncident, type ByHand } from '../jobs/resolve-incident.ts';
import { procedureLoader } from '../publish/load-procedure.ts';
import { UsageProblem, type CliCommand } from './command.ts';
import { withDatabase } from './database.ts';
import { errorInWords } from './incident-error.ts';
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

/** `incidents resolve`: a dossier goes on with an output that somebody gives by hand. */
export const incidentsResolveCommand: CliCommand = {
  name: 'incidents resolve',
  parameters: '<numero del lavoro> --output JSON --who nome --why motivo',
  summary: 'Dà a mano la risposta di un servizio esterno che non l’ha data, e annota chi e perché.',
  perform: async (args, { env, print, complain }) => {
    const given = readByHand(args);
    return withDatabase(env, async (db) => {
      const clock = () => new Date().toISOString();
      const { baseUrl } = readConfig(env);
      const deps = { db, clock, newId: v7, procedures: procedureLoader(db), executor: chosenExecutor, baseUrl };
      const resolved = await resolveIncident(deps, given);
      if (resolved.type === 'resolved') print('Risposta data: la pratica va avanti.');
      else complain(refusals[resolved.type](given.jobId, 'issues' in resolved ? resolved.issues : []));
      return resolved.type === 'resolved' ? 0 : 1;
    });
  },
};

const refusals = {
  unknown: (jobId: string) => `${jobId} non è il numero di un lavoro fermo.`,
  'not-by-hand': (jobId: string) =>
    `A ${jobId} non si risponde a mano: si può solo riprovare, con incidents retry ${jobId}.`,
  'output-wrong': (_jobId: string, issues: readonly string[]) =>
    `La risposta non è come il servizio la dà: ${issues.join('; ')}.`,
} as const;

function readByHand(args: readonly string[]): ByHand {
  const option = { type: 'string' } as const;
  const { values, positionals } = readParameters(args, { output: option, who: option, why: option });
  const [jobId, surplus] = positionals;
  const { output, who = '', why = '' } = values;
  if (jobId === undefined || surplus !== undefined) throw new UsageProblem('Serve il numero di un lavoro fermo.');
  if (output === undefined) throw new UsageProblem('Manca --output con la risposta in JSON.');
  if (who.trim() === '' || why.trim() === '') throw new UsageProblem('Servono --who e --why: restano nel fascicolo.');
  return { jobId, output: readJson(output), who, why };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UsageProblem(`--output vale «${text}»: serve JSON, per esempio {"esito": "regolare"}.`, { cause });
  }
}

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
  return `${jobId}: ${task}${whose}, fermo dal ${at} dopo ${attempts} tentativi: ${errorInWords(error)}`;
}
