import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compileForKernel } from '../../../../engine/catalogue/compile.ts';
import { connector, type Connector } from '../../../../engine/connect/connectors/connector.ts';
import { connectors } from '../../../../engine/connect/connectors/connectors.ts';
import { memoryStage } from '../../../../engine/core/scenario/memory-stage.ts';
import { chosenExecutor } from '../../../../engine/executors/chosen.ts';
import { procedureCalling, type CallingTask } from '../../../support/connector-procedure.ts';
import { inItalian } from '../../../support/findings.ts';

/** A connector that the product does not have, as an engineer would add it: this much and a line in the list. */
const river = connector({
  type: 'river-level',
  label: 'Livello del fiume',
  waits: true,
  byHand: true,
  settings: z.object({}),
  input: z.object({ station: z.string(), hours: z.number().optional() }),
  output: z.object({ metres: z.number() }),
  errors: [{ code: 'no-station', label: 'La stazione non esiste' }],
  attempts: 3,
  pauseSeconds: 60,
  timeLimitMs: 1000,
  simulate: ({ input: { station } }) =>
    station === 'Reno'
      ? { output: { metres: 2.5 } }
      : { error: { code: 'no-station', message: `Nessuna stazione ${station}` } },
  perform: async () => ({ output: { metres: 0 } }),
});

const listed = [...connectors, river];
const input = (target: string, source: string) => `<zeebe:input source="${source}" target="${target}" />`;
const reno = input('station', '= &quot;Reno&quot;');

async function compiled(task: Partial<CallingTask>, known: readonly Connector[] = listed) {
  const { mappings = reno, ...others } = task;
  const files = await procedureCalling({ type: 'river-level', mappings, ...others });
  return compileForKernel(files, 1, { connectors: known, isStrict: true });
}

async function findingsOf(task: Partial<CallingTask>, known: readonly Connector[] = listed) {
  const { findings } = await compiled(task, known);
  return findings
    .filter(({ rule }) => rule.startsWith('connector.') || rule === 'error.never-thrown')
    .map(({ rule, level, file, elementId, attribute }) => [level, rule, file, elementId, attribute].join(' '));
}

async function played(task: Partial<CallingTask>) {
  const { procedure, findings } = await compiled(task);
  if (procedure === undefined) throw new Error(JSON.stringify(findings));
  const stage = memoryStage({ procedure, executor: chosenExecutor });
  await stage.submit('giulia', { ente: '@r_emiro', oggetto: 'Attestato', copie: 1 });
  return (await stage.view())?.dossier;
}

describe('an invented connector', () => {
  it('is unknown without its line in the list', async () => {
    expect(await findingsOf({}, connectors)).toEqual(['error connector.unknown procedure.bpmn call type']);
  });

  it('is published when it is given what it asks for', async () => {
    expect(await findingsOf({})).toEqual([]);
  });

  it.each([
    ['nothing', '', 'connector.input-missing procedure.bpmn call target'],
    ['what it does not take', reno + input('river', 'Po'), 'connector.input-unknown procedure.bpmn call target'],
    ['a text for a number', reno + input('hours', 'due'), 'connector.input-type procedure.bpmn call source'],
    ['a truth for a text', input('station', '= true'), 'connector.input-type procedure.bpmn call source'],
    [
      'a taker of what it does not give',
      `${reno}<zeebe:output source="= centimetres" target="livello" />`,
      'connector.output-unknown procedure.bpmn call source',
    ],
  ])('with %s is refused at the element and the attribute', async (_what, mappings, finding) => {
    expect(await findingsOf({ mappings })).toEqual([`error ${finding}`]);
  });

  it('says in Italian what is missing', async () => {
    const { findings } = await compiled({ mappings: '' });
    expect(inItalian(findings.filter(({ rule }) => rule === 'connector.input-missing'))[0]).toBe(
      'L’attività call (Livello del fiume) non dà «station»: serve un ingresso (zeebe:input) con target="station".',
    );
  });

  it('is warned of an error that it never raises', async () => {
    expect(await findingsOf({ catches: 'no-station' })).toEqual([]);
    expect(await findingsOf({ catches: 'no-river' })).toEqual([
      'warning error.never-thrown procedure.bpmn caught errorRef',
    ]);
  });

  it('is simulated in a scenario, and its output is mapped', async () => {
    const dossier = await played({ mappings: `${reno}<zeebe:output source="= metres * 100" target="livello" />` });
    expect(dossier?.variables).toMatchObject({ livello: 250 });
    expect(dossier?.tasks.map(({ elementId }) => elementId)).toEqual(['check-request']);
  });

  it('raises an error that is caught at the boundary', async () => {
    const dossier = await played({ mappings: input('station', '= oggetto'), catches: 'no-station' });
    expect(dossier?.tasks.map(({ elementId }) => elementId)).toEqual(['check-request']);
  });

  it('raises an error that nothing catches, and nothing moves', async () => {
    await expect(played({ mappings: input('station', '= oggetto') })).rejects.toMatchObject({ code: 'step.failed' });
  });
});
