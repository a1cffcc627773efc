import { beforeAll, describe, expect, it } from 'vitest';
import { application, fire, fireIn, problemOf, submit, taskOf, types, work } from '../../../support/access-way.ts';
import { boundary, end, flow, path, process, serviceTask, start } from '../../../support/bpmn.ts';
import { aProcedure, dossierId, play, sha256, theWorker, type Play } from '../../../support/builders.ts';
import { factsOf } from '../../../support/facts.ts';

const draft = {
  documentId: 'd1',
  kind: 'final-act',
  title: 'Provvedimento',
  fileName: 'provvedimento.pdf',
  mediaType: 'application/pdf',
  size: 1,
  sha256: sha256('provvedimento'),
  addedBy: 'Sistema',
  readableBy: ['applicant'],
} as const;

const told = ({ last }: Play) => last.events.map(({ type, data }) => ({ type, data }));

describe('a job outside', () => {
  let decided: Play;
  let place: { readonly dossierId: string; readonly waitId: string };
  beforeAll(async () => {
    const checked = await work(await submit(), ['check-request', { esitoVerifica: 'regolare' }]);
    const evaluated = await work(checked, ['evaluate', { controinteressati: [] }]);
    decided = await work(evaluated, ['decide', { esito: 'accolta', documenti: [] }]);
    place = { dossierId, waitId: decided.dossier.waits[0]?.wait.id ?? '' };
  });

  it('is asked for in the record and in the queue', () => {
    const asked = { jobType: 'create-document', elementId: 'draw-up', waitId: place.waitId };
    expect(told(decided)).toContainEqual({ type: 'job.requested', data: { ...asked, name: '' } });
    expect(decided.last.jobs).toEqual([
      {
        ...{ type: 'call-connector', key: `create-document:${dossierId}:${place.waitId}`, dossierId },
        ...{ connector: 'create-document', elementId: 'draw-up', place: { waitId: place.waitId } },
        attempts: expect.any(Number) as number,
      },
    ]);
  });

  it('that is done brings its documents into the dossier, under the number of the step', async () => {
    const command = { type: 'finish-job', ...place, output: {}, documents: [draft] } as const;
    const context = { registration: 'r_emiro/2026/0000009' };
    const finished = await play(decided, { by: theWorker, command, context });
    expect(told(finished).slice(0, 2)).toEqual([
      { type: 'job.finished', data: { elementId: 'draw-up', name: '', waitId: place.waitId } },
      {
        type: 'documents.added',
        data: {
          ...{ documentIds: ['d1'], titles: ['Provvedimento'], count: 1, kind: 'final-act', by: 'office' },
          ...{ readableBy: ['applicant'], hashes: [draft.sha256], registration: 'r_emiro/2026/0000009' },
          elementId: 'draw-up',
        },
      },
    ]);
    expect(finished.last.jobsDropped).toEqual([]);
  });

  it('that a person did in its place says who and why', async () => {
    const byHand = { who: 'Ada', why: 'Il servizio non risponde' };
    const command = { type: 'finish-job', ...place, output: {}, documents: [], byHand } as const;
    const resolved = await play(decided, { by: theWorker, command });
    expect(told(resolved)[0]).toEqual({
      type: 'job.resolved',
      data: { elementId: 'draw-up', name: '', waitId: place.waitId, ...byHand },
    });
    expect(types(resolved)).not.toContain('job.finished');
  });

  it('is awaited by its own wait: a task or a timer is no job', async () => {
    const opened = await submit();
    const [task] = opened.dossier.tasks;
    const timer = opened.dossier.waits.find(({ wait }) => wait.type === 'timer')?.wait.id ?? '';
    for (const waitId of [task?.waitId ?? '', timer, 'w99']) {
      const command = { type: 'finish-job', dossierId, waitId, output: {}, documents: [] } as const;
      expect(await problemOf(play(opened, { by: theWorker, command }))).toMatchObject({
        code: 'wait.not-open',
        details: { waitId },
      });
    }
  });
});

describe('a job that fails as the diagram foresees', () => {
  const diagram = process(
    'accesso',
    start('s'),
    serviceTask('look-up', { job: 'create-document' }),
    boundary('gone', 'look-up', { error: 'ASSENTE' }),
    end('found'),
    end('missing'),
    ...path('s', 'look-up', 'found'),
    flow('gone', 'missing'),
  );
  const facts = factsOf({ missing: { outcome: { code: 'archiviata' } } });
  const failing = async (code: string) => {
    const procedure = await aProcedure({ diagram, facts, terms: {} });
    const opened = await submit(application, { procedure });
    const waitId = opened.dossier.waits[0]?.wait.id ?? '';
    const command = { type: 'fail-job', dossierId, waitId, code, message: 'Non c’è' } as const;
    return { waitId, attempt: play(opened, { by: theWorker, command, context: { procedure } }) };
  };

  it('goes on where the error is caught, and the record says which it was', async () => {
    const { waitId, attempt } = await failing('ASSENTE');
    const failed = await attempt;
    expect(failed.dossier.outcome?.code).toBe('archiviata');
    expect(told(failed)[0]).toEqual({
      type: 'job.failed',
      data: { elementId: 'look-up', name: '', waitId, code: 'ASSENTE', message: 'Non c’è' },
    });
    expect(failed.last.jobsDropped).toEqual([]);
  });
});

describe('a timer', () => {
  it('that fires is in the record with the instant at which it was due, however late', async () => {
    const opened = await submit();
    const silence = opened.dossier.waits.find(({ wait }) => wait.elementId === 'silence');
    const late = await fire(opened, 'silence', '2026-04-05T10:00:00.000Z');
    expect(told(late)[0]).toEqual({
      type: 'timer.fired',
      data: {
        ...{ elementId: 'silence', name: '30 giorni', waitId: silence?.wait.id },
        dueAt: '2026-04-01T22:00:00.000Z',
      },
    });
    expect(late.last.events[0]?.actor).toEqual({ type: 'system', id: 'timer', name: 'Scadenzario' });
  });

  it('that is not due, not armed or gone is refused with what is known of it', async () => {
    const opened = await submit();
    const refused = (elementId: string, now: string) => problemOf(fireIn({})(opened, elementId, now));
    expect(await refused('silence', '2026-04-01T21:59:59.999Z')).toMatchObject({
      code: 'wait.not-open',
      details: { dueAt: '2026-04-01T22:00:00.000Z', now: '2026-04-01T21:59:59.999Z' },
    });
    expect(await refused('overdue', '2026-05-01T00:00:00.000Z')).toMatchObject({ details: { dueAt: null } });
    expect(await refused('nowhere', '2026-05-01T00:00:00.000Z')).toMatchObject({ details: { waitId: 'nowhere' } });
    expect(await refused('withdrawal', '2026-05-01T00:00:00.000Z')).toMatchObject({ code: 'wait.not-open' });
  });
});

describe('a receipt', () => {
  it('joins the dossier without moving it', async () => {
    const opened = await submit();
    const document = { ...draft, kind: 'receipt', title: 'Ricevuta' } as never;
    const command = { type: 'issue-receipt', dossierId, document } as const;
    const context = { registration: 'r_emiro/2026/0000002' };
    const issued = await play(opened, { by: theWorker, command, context });
    expect(types(issued)).toEqual(['documents.added']);
    expect(told(issued)[0]?.data).toMatchObject({ kind: 'receipt', registration: 'r_emiro/2026/0000002' });
    expect(told(issued)[0]?.data).not.toHaveProperty('elementId');
    expect(issued.last.documents).toMatchObject([{ documentId: 'd1', registration: 'r_emiro/2026/0000002' }]);
    expect(issued.dossier.tasks).toEqual(opened.dossier.tasks);
  });
});

describe('a delivery', () => {
  it.each([
    [{ delivered: true, detail: 'ok', textHash: 'h' }, 'notice.delivered', { detail: 'ok', textHash: 'h' }],
    [{ delivered: false, detail: '550' }, 'notice.failed', { detail: '550' }],
  ] as const)('of %o is in the record', async (how, type, data) => {
    const command = { type: 'record-delivery', dossierId, messageId: 'm1', ...how } as const;
    const recorded = await play(await submit(), { by: theWorker, command });
    expect(told(recorded)).toEqual([{ type, data: { messageId: 'm1', ...data } }]);
  });
});

describe('a refusal that is recorded', () => {
  it('names the task, who was refused it, and why', async () => {
    const opened = await submit();
    const refused = { personId: 'paola', name: 'Paola Conti' };
    const taskId = taskOf(opened.dossier, 'check-request');
    const recorded = await play(opened, {
      by: theWorker,
      command: { type: 'record-refusal', dossierId, taskId, refused },
    });
    expect(told(recorded)).toEqual([
      {
        type: 'task.refused',
        data: {
          ...{ taskId, elementId: 'check-request', name: 'Verifica la richiesta' },
          ...{ reason: 'is-a-party', personId: 'paola', personName: 'Paola Conti' },
        },
      },
    ]);
  });
});
