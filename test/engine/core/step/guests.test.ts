import { describe, expect, it } from 'vitest';
import { application, paola, problemOf, submit, work, type World } from '../../../support/access-way.ts';
import { end, path, process, start, task, userTask } from '../../../support/bpmn.ts';
import { aProcedure, aServiceCard, play, dossierId, type Play } from '../../../support/builders.ts';
import { aClerk } from '../../../support/builders.ts';
import { factsOf } from '../../../support/facts.ts';

/** Two opinions, each in a role of the card; then a letter to who gave the first. */
const diagram = process(
  'accesso',
  start('s'),
  userTask('opinion', { name: 'Parere', groups: 'opinion' }),
  userTask('advice', { name: 'Consulto', groups: 'advice' }),
  task('sendTask', 'thank', { job: 'send-notice' }),
  userTask('close', { name: 'Chiudi', groups: 'urp' }),
  end('e'),
  ...path('s', 'opinion', 'advice', 'thank', 'close', 'e'),
);
const role = (sees: 'tasks' | 'dossier') => ({ label: 'Parere', office: 'urp', member: 'clerk', sees }) as const;
const arpae = { bodyId: 'arpae', code: 'pareri', name: 'ARPAE, Pareri' };
const ausl = { bodyId: 'ausl', code: 'pareri', name: 'AUSL, Pareri' };
const rita = aClerk([], { personId: 'rita', memberships: [{ bodyId: 'arpae', officeCode: 'pareri', role: 'clerk' }] });

async function world(sees: { readonly opinion: 'tasks' | 'dossier'; readonly advice: 'tasks' | 'dossier' }) {
  const procedure = await aProcedure({
    diagram,
    facts: factsOf({ thank: { notice: { template: 'esito', to: 'role:opinion' } } }),
    terms: {},
    service: aServiceCard({ roles: { opinion: role(sees.opinion), advice: role(sees.advice) } }),
  });
  return { procedure, assigned: { opinion: arpae, advice: arpae } };
}

/** Rita takes the open task and completes it. */
async function byRita(before: Play, context: World): Promise<Play> {
  const taskId = before.dossier.tasks[0]?.taskId ?? '';
  const claimed = await play(before, { by: rita, context, command: { type: 'claim', dossierId, taskId } });
  return play(claimed, { by: rita, context, command: { type: 'complete', dossierId, taskId, answers: {} } });
}

describe('an office of another body', () => {
  it('takes part as a guest when a task is for it, and its body is in the record', async () => {
    const here = await world({ opinion: 'tasks', advice: 'tasks' });
    const { dossier, last } = await submit(application, here);
    expect(dossier.guests).toEqual([{ ...arpae, sees: 'tasks' }]);
    expect(dossier.officeCodes).toEqual(['urp']);
    expect(dossier.tasks).toMatchObject([
      { audience: { type: 'office', officeCode: 'pareri', bodyId: 'arpae', role: 'clerk' } },
    ]);
    expect(last.events.find(({ type }) => type === 'task.opened')?.data).toMatchObject({
      audience: 'pareri@arpae/clerk',
    });
  });

  it('is a guest once, with the name that it has now', async () => {
    const here = await world({ opinion: 'tasks', advice: 'tasks' });
    const renamed = { ...arpae, name: 'ARPAE, Pareri ambientali' };
    const again = await byRita(await submit(application, here), { ...here, assigned: { advice: renamed } });
    expect(again.dossier.tasks).toMatchObject([{ elementId: 'advice' }]);
    expect(again.dossier.guests).toEqual([{ ...renamed, sees: 'tasks' }]);
  });

  it('that was let see everything still does when another role gives it a task', async () => {
    const all = await world({ opinion: 'dossier', advice: 'tasks' });
    expect((await byRita(await submit(application, all), all)).dossier.guests).toEqual([{ ...arpae, sees: 'dossier' }]);
    const more = await world({ opinion: 'tasks', advice: 'dossier' });
    expect((await byRita(await submit(application, more), more)).dossier.guests).toEqual([
      { ...arpae, sees: 'dossier' },
    ]);
  });

  it('is another guest where the body is another, with the same code', async () => {
    const here = await world({ opinion: 'tasks', advice: 'dossier' });
    const after = await byRita(await submit(application, here), {
      ...here,
      assigned: { opinion: arpae, advice: ausl },
    });
    expect(after.dossier.guests).toEqual([
      { ...arpae, sees: 'tasks' },
      { ...ausl, sees: 'dossier' },
    ]);
  });
});

describe('a letter to a role', () => {
  it('goes to the office of the body that plays it, which takes part from then on', async () => {
    const here = await world({ opinion: 'tasks', advice: 'tasks' });
    const rpct = { bodyId: (await submit(application, here)).dossier.bodyId, code: 'rpct', name: 'RPCT' };
    const opened = await submit(application, { ...here, assigned: { advice: arpae } });
    const given = await work(opened, ['opinion', {}], { ...here, assigned: { opinion: rpct, advice: arpae } });
    const told = await byRita(given, { ...here, assigned: { opinion: rpct, advice: arpae } });
    expect(told.last.messages).toMatchObject([
      { audience: 'office:rpct', to: [{ name: 'Responsabile della trasparenza' }] },
    ]);
    expect(told.last.jobs).toEqual([]);
    expect(told.dossier.officeCodes).toContain('rpct');
    expect(told.dossier.tasks).toMatchObject([{ elementId: 'close' }]);
  });

  it('is not sent where an office of another body plays it: that learns of its tasks in its queue', async () => {
    const here = await world({ opinion: 'tasks', advice: 'tasks' });
    const told = await byRita(await byRita(await submit(application, here), here), here);
    expect(told.last.messages).toEqual([]);
    expect(told.dossier.tasks).toMatchObject([{ elementId: 'close' }]);
    expect(told.dossier.officeCodes).toEqual(['urp']);
  });

  it('that no office of the body can have is refused with its element', async () => {
    const here = await world({ opinion: 'tasks', advice: 'tasks' });
    const facts = factsOf({ thank: { notice: { template: 'esito', to: 'office:nessuno' } } });
    const wrong = { ...here, procedure: { ...here.procedure, facts } };
    const attempt = byRita(await byRita(await submit(application, wrong), wrong), wrong);
    expect(await problemOf(attempt)).toMatchObject({
      code: 'step.failed',
      details: { elementId: 'thank', office: 'nessuno', expected: 'an office of Regione Emilia-Romagna' },
    });
  });

  it('has to be drawn where a task sends one', async () => {
    const here = await world({ opinion: 'tasks', advice: 'tasks' });
    const silent = { ...here, procedure: { ...here.procedure, facts: {} } };
    const attempt = byRita(await byRita(await submit(application, silent), silent), silent);
    expect(await problemOf(attempt)).toMatchObject({
      code: 'step.failed',
      details: { elementId: 'thank', expected: 'an iter:notice' },
    });
  });
});

it('a clerk of the body completes no task of a guest', async () => {
  const here = await world({ opinion: 'tasks', advice: 'tasks' });
  const opened = await submit(application, here);
  const taskId = opened.dossier.tasks[0]?.taskId ?? '';
  const attempt = play(opened, { by: paola, context: here, command: { type: 'claim', dossierId, taskId } });
  expect((await problemOf(attempt)).code).toBe('permission.denied');
});
