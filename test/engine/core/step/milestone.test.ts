import { expect, it } from 'vitest';
import { application, submit, types, work } from '../../../support/access-way.ts';
import { aProcedure, dossierId, play, theWorker } from '../../../support/builders.ts';
import type { Play } from '../../../support/builders.ts';
import { end, gateway, path, process, serviceTask, start, subProcess, userTask } from '../../../support/bpmn.ts';
import { factsOf } from '../../../support/facts.ts';
import type { Said } from '../../../support/facts.ts';

/** A check; then, at once, a decision and an answer of the applicant inside of a phase; then the act. */
const diagram = process(
  'accesso',
  start('request-submitted'),
  userTask('check', { form: 'verifica', groups: 'urp' }),
  subProcess(
    'phase',
    {},
    start('phase-started'),
    gateway('parallelGateway', 'both'),
    userTask('weigh', { form: 'verifica', groups: 'urp' }),
    userTask('answer', { form: 'verifica', groups: 'documenti' }),
    gateway('parallelGateway', 'joined'),
    end('phase-over'),
    ...path('phase-started', 'both', 'weigh', 'joined', 'phase-over'),
    ...path('both', 'answer', 'joined'),
  ),
  serviceTask('draw-up', { job: 'create-document' }),
  userTask('look-again', { form: 'verifica', groups: 'urp' }),
  end('closed'),
  ...path('request-submitted', 'check', 'phase', 'draw-up', 'look-again', 'closed'),
);

const document = { template: 'provvedimento', kind: 'final-act', title: 'Provvedimento finale' };
const act: Said = { document, outcome: { code: 'accolta' } };

type Marks = Readonly<Record<string, Said>>;

/** A dossier of that diagram with these marks on its elements, after these tasks have been done. */
async function after(marks: Marks, ...elementIds: readonly string[]): Promise<Play> {
  const facts = factsOf({ 'draw-up': act, ...marks });
  const world = { procedure: await aProcedure({ diagram, facts, terms: {} }) };
  return elementIds.reduce(
    async (current, elementId) => work(await current, [elementId, { esitoVerifica: 'regolare' }], world),
    submit(application, world),
  );
}

it('is that of the task where the dossier rests', async () => {
  const { dossier } = await after({ check: { milestone: { code: 'in-verifica' } } });
  expect(dossier.milestone).toBe('in-verifica');
});

it('is that of the innermost element around it that names one', async () => {
  const around = { accesso: { milestone: { code: 'in-verifica' } }, phase: { milestone: { code: 'in-decisione' } } };
  expect((await after(around)).dossier.milestone).toBe('in-verifica');
  expect((await after(around, 'check')).dossier.milestone).toBe('in-decisione');
});

it('is the most urgent where the dossier stands at several places, and the others come back', async () => {
  const marks = {
    phase: { milestone: { code: 'in-decisione' } },
    answer: { milestone: { code: 'attesa-integrazioni', label: 'Aspettiamo te' } },
  };
  const phase = await after(marks, 'check');
  expect(phase.dossier.milestone).toBe('attesa-integrazioni');
  expect(phase.last.events.at(-1)).toMatchObject({
    type: 'milestone.reached',
    data: { code: 'attesa-integrazioni', label: 'Aspettiamo te', elementId: 'answer' },
  });
  expect((await after(marks, 'check', 'answer')).dossier.milestone).toBe('in-decisione');
});

it('stays where nothing names one, and is told once', async () => {
  const phase = await after({ check: { milestone: { code: 'in-verifica' } } }, 'check');
  expect(phase.dossier.milestone).toBe('in-verifica');
  expect(types(phase)).not.toContain('milestone.reached');
});

it('stays while the act is drawn up, though the dossier is decided', async () => {
  const marks = { accesso: { milestone: { code: 'in-verifica' } }, phase: { milestone: { code: 'in-decisione' } } };
  const { dossier } = await after(marks, 'check', 'weigh', 'answer');
  expect(dossier).toMatchObject({ outcome: { code: 'accolta' }, milestone: 'in-decisione' });
});

it('is the last where the dossier is decided, rests, and nothing names another', async () => {
  const drawn = await after({ check: { milestone: { code: 'in-verifica' } } }, 'check', 'weigh', 'answer');
  const waitId = drawn.dossier.waits[0]?.wait.id ?? '';
  const facts = factsOf({ 'draw-up': act });
  const context = { procedure: await aProcedure({ diagram, facts, terms: {} }) };
  const command = { type: 'finish-job', dossierId, waitId, output: {}, documents: [] } as const;
  const { dossier, last } = await play(drawn, { by: theWorker, command, context });
  expect(dossier).toMatchObject({ milestone: 'conclusa', tasks: [{ elementId: 'look-again' }] });
  expect(dossier).not.toHaveProperty('closedAt');
  expect(last.events.at(-1)).toMatchObject({ type: 'milestone.reached', data: { code: 'conclusa' } });
});
