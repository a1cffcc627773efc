import { beforeAll, describe, expect, it } from 'vitest';
import type { Procedure } from '../../../engine/core/procedure.ts';
import { noCast, type Cast } from '../../../engine/core/scenario/cast.ts';
import { foundFor } from '../../../engine/core/scenario/compare.ts';
import { memoryStage } from '../../../engine/core/scenario/memory-stage.ts';
import { personNamed, stageBody, withBody } from '../../../engine/core/scenario/people.ts';
import { playScenario } from '../../../engine/core/scenario/play.ts';
import type { Doing, Scenario } from '../../../engine/core/scenario/scenario.ts';
import { kernelExecutor } from '../../../engine/executors/kernel.ts';
import { aDossier, aProcedure, aTask } from '../../support/builders.ts';

let procedure: Procedure;
beforeAll(async () => {
  procedure = await aProcedure();
});

const submitted: Scenario['steps'][number] = {
  as: 'giulia',
  at: '2026-03-02T09:00:00+01:00',
  submit: { answers: { tipo: 'documentale', ente: '@r_emiro', oggetto: 'Verbali', interesse: 'Il mio', delega: [] } },
};
const checked = { as: 'operatore', complete: 'check-request', answers: { esitoVerifica: 'regolare' } } as const;
const evaluated: Doing = { as: 'operatore', complete: 'evaluate', answers: { controinteressati: [] } };
const decided: Doing = { as: 'operatore', complete: 'decide', answers: { esito: 'accolta', documenti: [] } };

const stage = () => memoryStage({ procedure, executor: kernelExecutor });
const played = (...steps: Scenario['steps']) => playScenario({ title: 'A', why: [], steps }, stage());

describe('a stage in memory', () => {
  it('shows nothing before somebody applies', async () => {
    expect(await stage().view()).toBeUndefined();
    expect(await played({ expect: {} }, { expect: { milestone: 'ricevuta' } })).toMatchObject([
      { type: 'differs', step: 2, expected: { milestone: 'ricevuta' }, found: {} },
    ]);
  });

  it('shows letters, documents, deadlines and what the applicant may do', async () => {
    const on = stage();
    await on.seat(noCast);
    await on.advanceTo('2026-03-02T09:00:00+01:00');
    if ('submit' in submitted) await on.submit('giulia', submitted.submit.answers);
    const view = await on.view();
    expect(view).toMatchObject({
      messages: ['avvio'],
      documents: [],
      deadlines: { risposta: '2026-04-01' },
      bodies: {},
      acts: ['withdrawal'],
    });
    expect(view?.dossier).toMatchObject({ registration: 'r_emiro/2026/0000001', bodyId: stageBody.bodyId });
    expect(view?.dossier.dossierId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('gives a number of the register to what is entered there, and to nothing else', async () => {
    const on = stage();
    await on.seat(noCast);
    await on.advanceTo('2026-03-02T09:00:00+01:00');
    if ('submit' in submitted) await on.submit('giulia', submitted.submit.answers);
    const whole: Scenario['steps'] = [checked, evaluated, decided];
    for (const step of whole) if ('complete' in step) await on.complete(step.as, step.complete, step.answers);
    const { dossier, documents } = (await on.view()) ?? {};
    expect(dossier?.outcome?.code).toBe('accolta');
    expect(dossier?.closedAt).toBe('2026-03-02T08:00:00.000Z');
    expect(documents).toEqual(['Provvedimento finale']);
    expect(dossier?.eventCount).toBeGreaterThan(15);
  });

  it('claims for who completes, unless a colleague has the task', async () => {
    const taken = { as: 'operatore', claim: 'check-request' } as const;
    const inQueue = { element: 'check-request', audience: 'urp' };
    expect(await played(submitted, taken, { expect: { tasks: [inQueue] } }, checked)).toEqual([]);
    const colleague = { ...checked, as: 'dirigente' };
    expect(await played(submitted, taken, colleague, { expect: { problem: 'permission.denied' } })).toEqual([]);
  });

  it('does what a person does, and tells when there is no such task or dossier', async () => {
    const withdrawn = { as: 'giulia', act: 'withdrawal', answers: { motivoRitiro: 'Non serve' } } as const;
    expect(await played(submitted, withdrawn, { expect: { outcome: 'ritirata', closed: true, acts: [] } })).toEqual([]);
    expect(await played(withdrawn, { expect: { problem: 'dossier.not-found' } })).toEqual([]);
    const claimed = { as: 'operatore', claim: 'decide' } as const;
    expect(await played(submitted, claimed, { expect: { problem: 'task.not-found' } })).toEqual([]);
    const failures = await played(submitted, claimed, { expect: {} });
    expect(failures).toMatchObject([
      { refusal: { code: 'task.not-found', details: { elementId: 'decide', open: ['check-request'] } } },
    ]);
  });

  it('does not go on to play after something that is no refusal', async () => {
    const broken = { as: 'nessuno', claim: 'decide' } as const;
    await expect(played(submitted, broken)).rejects.toThrow(
      /«nessuno», che non esiste: ci sono giulia, marco, .*amministratore\.$/,
    );
  });

  it('lists letters and documents since they were last listed', async () => {
    const first = { messages: ['avvio'], documents: [] };
    expect(
      await played(
        submitted,
        { expect: first },
        checked,
        { expect: { messages: [], documents: [] } },
        evaluated,
        decided,
        { expect: { closed: true } },
        { expect: { messages: ['esito'], documents: ['Provvedimento finale'] } },
      ),
    ).toEqual([]);
  });

  it('is played by the cast of its scenario', async () => {
    const ugo = { givenName: 'Ugo', familyName: 'Neri', fiscalCode: 'NREGUO80A01A944X', offices: [] };
    const steps: Scenario['steps'] = [{ ...submitted, as: 'ugo' }, { expect: { milestone: 'in-verifica' } }];
    const cast: Cast = { ...noCast, people: { ugo } };
    expect(await playScenario({ title: 'A', why: [], cast, steps }, stage())).toEqual([]);
    await expect(played(...steps)).rejects.toThrow('«ugo», che non esiste');
  });

  it('passes the time, and no more than it is told', async () => {
    const day = (at: string) => ({ advanceTo: at }) as const;
    expect(
      await played(
        submitted,
        day('2026-04-01T23:59:59+02:00'),
        { expect: { closed: false, outcome: null } },
        day('2026-04-02T00:00:00+02:00'),
        { expect: { closed: true, outcome: 'diniego-tacito', tasks: [] } },
      ),
    ).toEqual([]);
  });

  it('ends with a refusal that was the last that was played', async () => {
    const claimed = { as: 'operatore', claim: 'decide' } as const;
    expect(await played(submitted, claimed)).toMatchObject([
      { type: 'refused', step: 2, expected: {}, found: { problem: 'task.not-found' } },
    ]);
  });
});

describe('a task that is expected', () => {
  const found = (tasks: Parameters<typeof aTask>[0][], expected: object[]) => {
    const dossier = aDossier({ tasks: tasks.map((task) => aTask(task)) });
    const view = { dossier, messages: [], documents: [], deadlines: {}, bodies: { b: 'arpae' }, acts: [] };
    const sight = { view, seen: { messages: 0, documents: 0 }, refusal: undefined };
    return foundFor({ tasks: expected as never }, sight).tasks;
  };
  const office = (changes: object) => ({
    audience: { type: 'office', officeCode: 'pareri', role: 'clerk', ...changes } as never,
  });

  it('is named by its element and by whom it is for', () => {
    expect(
      found(
        [
          { audience: { type: 'party', role: 'applicant' } },
          office({}),
          office({ role: 'officer' }),
          office({ bodyId: 'b' }),
          office({ bodyId: 'c', role: 'manager' }),
        ],
        [],
      )?.map(({ audience }) => audience),
    ).toEqual(['applicant', 'pareri', 'pareri/officer', 'pareri@arpae', 'pareri@c/manager']);
  });

  it('says what it is about and until when where that is asked', () => {
    const about = { about: 'Strade', dueOn: '2026-03-10' };
    expect(found([about, about, {}], [{}, { about: 'x', dueOn: 'x' }, { about: 'x', dueOn: 'x' }])).toEqual([
      { element: 'check-request', audience: 'urp' },
      { element: 'check-request', audience: 'urp', about: 'Strade', dueOn: '2026-03-10' },
      { element: 'check-request', audience: 'urp', about: 'none', dueOn: 'none' },
    ]);
  });
});

describe('who acts in a scenario', () => {
  it('has signed in at the second level, with their roles in the body of the stage', () => {
    expect(personNamed('operatore')).toMatchObject({
      ...{ type: 'person', personId: 'operatore', givenName: 'Paola', audience: 'office', level: 2 },
      email: 'paola.conti@example.org',
    });
    expect(personNamed('rpct').memberships).toEqual([
      { bodyId: stageBody.bodyId, officeCode: 'rpct', role: 'manager' },
    ]);
    expect(personNamed('aino')).not.toHaveProperty('fiscalCode');
  });

  it('of the cast has an address of their own name', () => {
    const ugo = { givenName: 'Ugo', familyName: 'Neri', fiscalCode: 'NREGUO80A01A944X', offices: [] };
    const cast: Cast = { ...noCast, people: { ugo } };
    expect(personNamed('ugo', cast)).toMatchObject({ email: 'ugo@example.org', fiscalCode: ugo.fiscalCode });
    expect(() => personNamed('ada', cast)).toThrow(/amministratore, ugo\.$/);
  });

  it('names the body of the stage by its code', () => {
    expect(withBody({ ente: '@r_emiro', altro: '@c_a944', n: 1 }, 'b1')).toEqual({
      ente: 'b1',
      altro: '@c_a944',
      n: 1,
    });
  });
});
