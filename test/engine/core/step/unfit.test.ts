import { describe, expect, it } from 'vitest';
import { step } from '../../../../engine/core/step.ts';
import { application, complete, giulia, paola, problemOf, submit } from '../../../support/access-way.ts';
import { applied, byEvents, callActivity, deskTask, smallProcedure } from '../../../support/between.ts';
import { end, path, process, start } from '../../../support/bpmn.ts';
import { aContext, aProcedure, aServiceCard, bodyId, dossierId, play } from '../../../support/builders.ts';
import { apply, compiled, noted, worldOf } from '../../../support/small-way.ts';

/** What the world hands in does not fit the procedure: a step says where, and nothing has happened. */

describe('an application is not taken', () => {
  const submission = {
    ...({ type: 'submit', dossierId, procedureId: 'accesso', procedureVersion: 1, draftId: 'draft' } as const),
    answers: application,
  };

  it('without a number of the register', async () => {
    const { registration: _, ...context } = await aContext();
    const attempt = step({ dossier: undefined, command: submission, actor: giulia, context });
    expect(await problemOf(attempt)).toMatchObject({
      code: 'step.failed',
      details: { expected: 'a registration number' },
    });
  });

  it('by another body than the one that it names', async () => {
    const attempt = submit({ ...application, ente: 'another-body' });
    expect(await problemOf(attempt)).toMatchObject({
      code: 'step.failed',
      details: { bodyId: 'another-body', expected: bodyId },
    });
  });

  it('where the procedure has no form of its start', async () => {
    const procedure = { ...(await aProcedure()), startFormId: 'altro' };
    expect(await problemOf(submit(application, { procedure }))).toMatchObject({
      code: 'step.failed',
      details: { form: 'altro', expected: 'the form of the start event' },
    });
  });
});

it('the values that the body gives hold in the dossier and are in its record', async () => {
  const card = { ofBodies: { parameters: { rispostaGiorni: { label: 'Giorni', must: true } } } } as never;
  const procedure = await aProcedure({ service: aServiceCard(card) });
  const own = { name: 'rispostaGiorni', value: 15, source: 'Regolamento comunale' };
  const other = { name: 'altro', value: 1, source: 'x' };
  const { dossier, last } = await submit(application, { procedure, bodyParameters: [own, other] });
  expect(dossier.variables['parameters']).toEqual({ rispostaGiorni: 15 });
  expect(dossier.terms['risposta']).toMatchObject({ days: 15 });
  expect(last.events[0]?.data['bodyParameters']).toEqual([own]);
  expect(await problemOf(submit(application, { procedure }))).toMatchObject({
    code: 'body.not-ready',
    details: { missing: ['Giorni'] },
  });
  expect((await submit()).last.events[0]?.data).not.toHaveProperty('bodyParameters');
});

describe('a task that is not open', () => {
  it('was completed where its id is of the dossier, and is unknown where it is not', async () => {
    const opened = await submit();
    const asking = (taskId: string) =>
      problemOf(play(opened, { by: paola, command: { type: 'claim', dossierId, taskId } }));
    expect(await asking(`${dossierId}.w99`)).toMatchObject({
      code: 'task.already-completed',
      details: { taskId: `${dossierId}.w99` },
    });
    expect(await asking('altro.w1')).toMatchObject({ code: 'task.not-found', details: { taskId: 'altro.w1' } });
  });

  it('is not told of to who has nothing to do with the dossier', async () => {
    const { code } = await problemOf(
      complete(await submit(), { by: { ...giulia, personId: 'x', fiscalCode: 'X' }, task: 'altro', answers: {} }),
    );
    expect(code).toBe('permission.denied');
  });
});

it('a called process of another procedure goes on only where published ones can be had', async () => {
  const caller = process(
    'chiama',
    applied('s'),
    callActivity('call', 'processId="perizia"'),
    end('e'),
    ...path('s', 'call', 'e'),
  );
  const called = process('perizia', start('b'), deskTask('judge'), end('j'), ...path('b', 'judge', 'j'));
  const perizia = await compiled(smallProcedure('perizia', called, { service: byEvents }));
  const world = worldOf(await compiled(smallProcedure('chiama', caller)), perizia);
  const open = await apply(world);
  const { calls: _, ...alone } = world;
  expect(await problemOf(noted(open, ['judge', 'x'], alone))).toMatchObject({
    code: 'step.failed',
    details: { expected: 'published procedures to call' },
  });
});
