import { expect, it } from 'vitest';
import { checkFiles } from '../../../../engine/catalogue/check.ts';
import type { Procedure } from '../../../../engine/core/procedure.ts';
import { complete, dueAt, fireIn, giulia, submit, work } from '../../../support/access-way.ts';
import { bodyId } from '../../../support/builders.ts';
import type { Play } from '../../../support/builders.ts';
import { callingProcedure } from '../../../support/part.ts';

async function published(
  changes: Parameters<typeof callingProcedure>[0] = {},
): Promise<{ readonly procedure: Procedure }> {
  const { procedure, findings } = await checkFiles(callingProcedure(changes));
  if (procedure === undefined) throw new Error(JSON.stringify(findings));
  return { procedure };
}

const answers = { ente: bodyId, oggetto: 'Planimetria', chiave: 'x' };
const at = (day: string) => `${day}T09:00:00.000Z`;

const asked = async (world: { readonly procedure: Procedure }): Promise<Play> =>
  submit(answers, { ...world, now: at('2026-03-02') });

const completed = async (world: { readonly procedure: Procedure }): Promise<Play> =>
  complete(
    await asked(world),
    { by: giulia, task: 'complete-request', answers: { integrazione: 'Ecco', appunto: 'Per me' } },
    { ...world, now: at('2026-03-06') },
  );

it('opens its tasks in the dossier, holds the term it was lent and counts its own', async () => {
  const { dossier } = await asked(await published());
  expect(dossier.tasks.map(({ elementId, formId }) => `${elementId} ${formId}`)).toEqual([
    'complete-request integrazione',
  ]);
  expect(dossier).toMatchObject({ milestone: 'attesa-integrazioni' });
  const [waitId = ''] = Object.keys(dossier.called ?? {});
  expect(dossier.terms).toMatchObject({
    risposta: { termId: 'risposta', state: 'suspended' },
    [`${waitId}:integrazione`]: { termId: `${waitId}:integrazione`, days: 10, state: 'running' },
  });
});

it('gives back its outputs and nothing else', async () => {
  const { dossier } = await completed(await published());
  expect(dossier.variables).toMatchObject({ integrazione: 'Ecco' });
  expect(dossier.variables).not.toHaveProperty('appunto');
  expect(dossier.variables).not.toHaveProperty('reason');
  expect(dossier.variables).not.toHaveProperty('days');
});

it('lets the term go on when it is over, and the milestone of its caller is back', async () => {
  const { dossier } = await completed(await published());
  expect(dossier.terms['risposta']).toMatchObject({
    state: 'running',
    suspensions: [{ fromOn: '2026-03-02', toOn: '2026-03-06' }],
  });
  expect(dossier).toMatchObject({ milestone: 'in-verifica', tasks: [{ elementId: 'look' }] });
});

it('takes what its caller gives it', async () => {
  const days = '<zeebe:input source="= 5" target="days"/><zeebe:input source="= oggetto" target="reason"/>';
  const { dossier } = await asked(await published({ call: `<zeebe:ioMapping>${days}</zeebe:ioMapping>` }));
  const [called] = Object.values(dossier.called ?? {});
  expect(called?.variables).toMatchObject({ days: 5, reason: 'Planimetria' });
  expect(Object.values(dossier.terms).map(({ days: length }) => length)).toEqual([30, 5]);
});

it('ends by an error that its caller catches, with its own term', async () => {
  const world = await published();
  const open = await asked(world);
  expect(dueAt(open, 'too-late')).toBe('2026-03-12T23:00:00.000Z');
  const late = await fireIn(world)(open, 'too-late', '2026-03-13T01:00:00.000Z');
  expect(late.dossier).toMatchObject({
    outcome: { code: 'archiviata' },
    closedAt: '2026-03-13T01:00:00.000Z',
    called: {},
    terms: { risposta: { state: 'ended' } },
  });
});

it('is the part with which the procedure was published, in the letters and forms of its caller', async () => {
  const mine = {
    type: 'default',
    id: 'integrazione',
    schemaVersion: 18,
    components: [{ type: 'textfield', key: 'integrazione', label: 'Mia' }],
  };
  const files = callingProcedure();
  const { procedure } = await checkFiles({
    ...files,
    files: { ...files.files, 'forms/integrazione.json': JSON.stringify(mine) },
  });
  const part = procedure?.parts?.['completion'];
  expect(part?.forms['integrazione']?.components).toMatchObject([{ label: 'Mia' }]);
});

it('gives back what was answered in a form of its caller', async () => {
  const mine = {
    type: 'default',
    id: 'integrazione',
    schemaVersion: 18,
    components: [{ type: 'textfield', key: 'oggetto', label: 'Oggetto' }],
  };
  const files = callingProcedure();
  const { procedure } = await checkFiles({
    ...files,
    files: { ...files.files, 'forms/integrazione.json': JSON.stringify(mine) },
  });
  if (procedure === undefined) throw new Error('not published');
  const world = { procedure };
  const { dossier } = await complete(
    await asked(world),
    { by: giulia, task: 'complete-request', answers: { oggetto: 'La planimetria del piano terra' } },
    { ...world, now: at('2026-03-06') },
  );
  expect(dossier.variables).toMatchObject({ oggetto: 'La planimetria del piano terra' });
});

it('is worked to the end of the dossier', async () => {
  const world = await published();
  const done = await work(await completed(world), ['look', { nota: 'bene' }], { ...world, now: at('2026-03-09') });
  expect(done.dossier).toMatchObject({ outcome: { code: 'accolta' }, milestone: 'conclusa' });
});

it('puts the term of its caller under another article when what was asked has changed', async () => {
  const mine = {
    type: 'default',
    id: 'integrazione',
    schemaVersion: 18,
    components: [{ type: 'textfield', key: 'oggetto', label: 'Oggetto' }],
  };
  const files = callingProcedure();
  const byArticle = (files.files['procedure.bpmn'] ?? '').replace(
    'ground="L. 241/1990, art. 2" main',
    'ground="= oggetto" main',
  );
  const { procedure, findings } = await checkFiles({
    ...files,
    files: { ...files.files, 'forms/integrazione.json': JSON.stringify(mine), 'procedure.bpmn': byArticle },
  });
  if (procedure === undefined) throw new Error(JSON.stringify(findings));
  const world = { procedure };
  const open = await asked(world);
  expect(open.dossier.terms['risposta']).toMatchObject({ ground: 'Planimetria' });
  const done = await complete(
    open,
    { by: giulia, task: 'complete-request', answers: { oggetto: 'D.Lgs. 33/2013, art. 5' } },
    { ...world, now: at('2026-03-06') },
  );
  expect(done.dossier.terms['risposta']).toMatchObject({ ground: 'D.Lgs. 33/2013, art. 5', state: 'running' });
});
