import { beforeAll, describe, expect, it } from 'vitest';
import type { Answers } from '../../../forms/schema/document.ts';
import type { Actor } from '../../../engine/core/actor.ts';
import type { Dossier } from '../../../engine/core/dossier.ts';
import { Problem } from '../../../engine/core/problem.ts';
import { verifyChain } from '../../../engine/core/record.ts';
import type { StepContext } from '../../../engine/core/step.ts';
import {
  aCitizen,
  aClerk,
  anUpload,
  aProcedure,
  aServiceCard,
  bodyId,
  dossierId,
  play,
  sha256,
  theTimer,
  theWorker,
} from '../../support/builders.ts';
import type { Play } from '../../support/builders.ts';

const giulia = aCitizen();
const paola = aClerk([
  { officeCode: 'urp', role: 'clerk' },
  { officeCode: 'documenti', role: 'officer' },
]);

const application: Answers = {
  tipo: 'documentale',
  ente: bodyId,
  oggetto: 'Verbale della seduta',
  interesse: 'Sono il confinante',
};

type World = Partial<StepContext>;

const submit = (answers: Answers = application, context: World = {}, by: Actor = giulia) =>
  play(undefined, {
    by,
    context,
    command: { type: 'submit', dossierId, procedureId: 'accesso', procedureVersion: 1, draftId: 'draft', answers },
  });

const taskOf = (dossier: Dossier, elementId: string) =>
  dossier.tasks.find((task) => task.elementId === elementId)?.taskId ?? `${dossierId}.${elementId}`;

interface Completing {
  readonly by: Actor;
  readonly task: string;
  readonly answers: Answers;
}

const complete = (before: Play, { by, task, answers }: Completing, context: World = {}) =>
  play(before, {
    by,
    context,
    command: { type: 'complete', dossierId, taskId: taskOf(before.dossier, task), answers },
  });

/** Claims and completes, as a clerk does. */
async function work(before: Play, [task, answers]: readonly [string, Answers], context: World = {}): Promise<Play> {
  const claim = { type: 'claim', dossierId, taskId: taskOf(before.dossier, task) } as const;
  return complete(await play(before, { by: paola, context, command: claim }), { by: paola, task, answers }, context);
}

const fire = (before: Play, elementId: string, now: string) => {
  const waitId = before.dossier.waits.find(({ wait }) => wait.elementId === elementId)?.wait.id ?? elementId;
  return play(before, { by: theTimer, context: { now }, command: { type: 'fire-timer', dossierId, waitId } });
};

const dueAt = ({ dossier }: Play, elementId: string) =>
  dossier.waits.find(({ wait }) => wait.elementId === elementId)?.dueAt;

const types = ({ last }: Play) => last.events.map(({ type }) => type);

async function problemOf(attempt: Promise<unknown>): Promise<Problem> {
  const outcome = await attempt.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof Problem) return outcome;
  throw new Error(`expected a Problem, got ${String(outcome)}`);
}

describe('submitting an application', () => {
  let play1: Play;
  beforeAll(async () => {
    play1 = await submit(
      { ...application, delega: [{ uploadId: 'u1', name: 'delega.pdf', size: 1000 }] },
      { uploads: [anUpload()] },
    );
  });

  it('opens a dossier at the competent office', () => {
    const { dossier } = play1;
    expect(dossier).toMatchObject({
      officeCode: 'urp',
      bodyId,
      milestone: 'in-verifica',
      subject: 'Verbale della seduta',
    });
    expect(dossier.tasks).toHaveLength(1);
    expect(dossier.tasks[0]).toMatchObject({
      elementId: 'check-request',
      audience: { type: 'office', officeCode: 'urp', role: 'clerk' },
    });
  });

  it('records what happened in the order in which it happened', () => {
    expect(types(play1)).toEqual([
      'application.submitted',
      'documents.added',
      'term.started',
      'notice.issued',
      'milestone.reached',
      'task.opened',
    ]);
  });

  it('gives the variables of the dossier their values', () => {
    expect(play1.dossier.variables).toMatchObject({
      submittedOn: '2026-03-02',
      parameters: { rispostaGiorni: 30 },
      applicant: { givenName: 'Giulia', fiscalCode: 'BNCGLI85D50A944D' },
      registration: 'r_emiro/2026/0000001',
      bodyName: 'Regione Emilia-Romagna',
      posta: null,
    });
  });

  it('sends the notice to the personal area and by mail', () => {
    const [message] = play1.last.messages;
    expect(message?.body).toBe(
      `Gentile Giulia, rispondiamo entro il 1° aprile 2026. Segui la pratica: https://iter.example.org/pratiche/${dossierId}`,
    );
    expect(message?.to).toEqual([
      { name: 'Giulia Bianchi', email: 'giulia@example.org', personId: 'giulia', fiscalCode: 'BNCGLI85D50A944D' },
    ]);
    expect(play1.last.jobs).toContainEqual({
      type: 'send-mail',
      key: `mail:${message?.messageId}`,
      dossierId,
      messageId: message?.messageId,
    });
  });

  it('arms the timer of the term that applies, and no other', () => {
    expect(dueAt(play1, 'silence')).toBe('2026-04-01T22:00:00.000Z');
    expect(dueAt(play1, 'overdue')).toBeNull();
    expect(play1.last.jobs.filter(({ type }) => type === 'fire-timer')).toHaveLength(1);
  });

  it('binds the uploads as documents of the applicant', () => {
    expect(play1.last.uploadsBound).toEqual(['u1']);
    expect(play1.last.documents).toEqual([
      expect.objectContaining({ documentId: 'u1', kind: 'attachment', title: 'Delega', readableBy: ['applicant'] }),
    ]);
  });

  it('is deterministic', async () => {
    expect(JSON.stringify((await submit()).last)).toBe(JSON.stringify((await submit()).last));
  });

  it('is refused with every issue when answers are wrong', async () => {
    const problem = await problemOf(submit({ tipo: 'altro', ente: bodyId, inventato: 1 }));
    expect(problem.code).toBe('answers.invalid');
    const issues = problem.details['issues'] as readonly { path: string; code: string }[];
    expect(issues.map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
      'inventato field.unknown',
      'oggetto field.required',
      'tipo choice.unknown',
    ]);
  });

  it('refuses an attachment that nobody has put up', async () => {
    const delega = [{ uploadId: 'u1', name: 'delega.pdf', size: 1000 }];
    expect((await problemOf(submit({ ...application, delega }))).code).toBe('answers.invalid');
  });

  it('drops what is hidden and overwrites what is locked', async () => {
    const { dossier } = await submit({ ...application, tipo: 'generalizzato', cognome: 'Rossi' });
    expect(dossier.variables).toMatchObject({ interesse: null, cognome: 'Bianchi' });
  });

  it('writes to the address given in the application', async () => {
    const { dossier, last } = await submit({ ...application, posta: 'altra@example.org' });
    expect(dossier.parties[0]?.email).toBe('altra@example.org');
    expect(last.messages[0]?.to[0]?.email).toBe('altra@example.org');
  });

  it('is refused to a clerk and at too low a level', async () => {
    expect((await problemOf(submit(application, {}, paola))).code).toBe('permission.denied');
    expect((await problemOf(submit(application, {}, aCitizen({ level: 1 })))).code).toBe('session.level-too-low');
  });

  it('names the place of a mistake in the procedure', async () => {
    const procedure = await aProcedure({
      service: aServiceCard({ competence: { bodyKey: 'ente', officeCode: 'nessuno' } }),
    });
    expect(await problemOf(submit(application, { procedure }))).toMatchObject({
      code: 'step.failed',
      details: { office: 'nessuno', place: 'service.json competence.officeCode' },
    });
    const { avvio: _avvio, ...templates } = (await aProcedure()).templates;
    expect(await problemOf(submit(application, { procedure: await aProcedure({ templates }) }))).toMatchObject({
      code: 'step.failed',
      details: { elementId: 'notify-start', template: 'avvio' },
    });
  });
});

describe('working on a task', () => {
  let opened: Play;
  beforeAll(async () => {
    opened = await submit();
  });

  it('begins with claiming it, once', async () => {
    const taskId = taskOf(opened.dossier, 'check-request');
    const claim = { type: 'claim', dossierId, taskId } as const;
    const claimed = await play(opened, { by: paola, command: claim });
    expect(claimed.last.tasksChanged[0]?.claimedBy).toMatchObject({ personId: 'paola', name: 'Paola Conti' });
    expect(types(claimed)).toEqual(['task.claimed']);
    expect(types(await play(claimed, { by: paola, command: claim }))).toEqual([]);
    const gino = aClerk(undefined, { personId: 'gino' });
    expect((await problemOf(play(claimed, { by: gino, command: claim }))).code).toBe('task.claimed-by-another');
    const released = await play(claimed, { by: paola, command: { type: 'release', dossierId, taskId } });
    expect(released.dossier.tasks[0]?.claimedBy).toBeUndefined();
    expect(types(released)).toEqual(['task.released']);
  });

  it('cannot be completed without claiming', async () => {
    const attempt = complete(opened, { by: paola, task: 'check-request', answers: { esitoVerifica: 'regolare' } });
    expect((await problemOf(attempt)).code).toBe('task.not-claimed');
  });

  it('cannot be completed twice', async () => {
    const taskId = taskOf(opened.dossier, 'check-request');
    const checked = await work(opened, ['check-request', { esitoVerifica: 'regolare' }]);
    const again = play(checked, { by: paola, command: { type: 'complete', dossierId, taskId, answers: {} } });
    expect((await problemOf(again)).code).toBe('task.already-completed');
  });

  it('tells a stranger nothing about it', async () => {
    const luca = aCitizen({ personId: 'luca', fiscalCode: 'X' });
    expect((await problemOf(complete(opened, { by: luca, task: 'check-request', answers: {} }))).code).toBe(
      'permission.denied',
    );
  });

  it('opens the next and lets its office take part', async () => {
    const checked = await work(opened, ['check-request', { esitoVerifica: 'regolare' }]);
    expect(checked.last.tasksClosed).toEqual([{ taskId: taskOf(opened.dossier, 'check-request'), as: 'completed' }]);
    expect(checked.dossier.tasks.map(({ elementId }) => elementId)).toEqual(['evaluate']);
    expect(checked.dossier.officeCodes).toEqual(['urp', 'documenti']);
  });
});

describe('asking to clarify', () => {
  const at10March: World = { now: '2026-03-10T09:00:00.000Z' };
  const at20March: World = { now: '2026-03-20T09:00:00.000Z' };

  it('interrupts the term of document access, which starts anew', async () => {
    const asked = await work(await submit(), ['check-request', { esitoVerifica: 'da-precisare' }], at10March);
    expect(asked.dossier.terms['risposta']?.state).toBe('interrupted');
    expect(dueAt(asked, 'silence')).toBeNull();
    expect(asked.last.jobsDropped).toContain(
      `timer:${dossierId}:${asked.dossier.waits.find(({ wait }) => wait.elementId === 'silence')?.wait.id}`,
    );
    expect(asked.dossier.tasks[0]).toMatchObject({
      audience: { type: 'party', role: 'applicant' },
      dueOn: '2026-03-20',
    });
    const clarified = await complete(
      asked,
      { by: giulia, task: 'clarify-request', answers: { oggetto: 'Verbale n. 3' } },
      at20March,
    );
    expect(clarified.dossier.terms['risposta']).toMatchObject({ state: 'running', startedOn: '2026-03-20' });
    expect(dueAt(clarified, 'silence')).toBe('2026-04-20T22:00:00.000Z');
    expect(clarified.dossier.variables).toMatchObject({ oggetto: 'Verbale n. 3', interesse: 'Sono il confinante' });
  });

  it('suspends the term of other access, for thirty days at most', async () => {
    const opened = await submit({ ...application, tipo: 'generalizzato' });
    const asked = await work(opened, ['check-request', { esitoVerifica: 'da-precisare' }], at10March);
    expect(asked.dossier.terms['risposta']?.state).toBe('suspended');
    expect(dueAt(asked, 'overdue')).toBe('2026-05-02T22:00:00.000Z');
    const clarified = await complete(
      asked,
      { by: giulia, task: 'clarify-request', answers: { oggetto: 'Verbale n. 3' } },
      at20March,
    );
    expect(dueAt(clarified, 'overdue')).toBe('2026-04-11T22:00:00.000Z');
  });

  it('archives the request when nobody answers in time', async () => {
    const asked = await work(await submit(), ['check-request', { esitoVerifica: 'da-precisare' }], at10March);
    const taskId = taskOf(asked.dossier, 'clarify-request');
    const expired = await fire(asked, 'clarification-expired', '2026-03-20T09:00:00.000Z');
    expect(expired.last.tasksClosed).toEqual([{ taskId, as: 'cancelled' }]);
    expect(expired.dossier).toMatchObject({
      outcome: { code: 'archiviata' },
      milestone: 'conclusa',
      closedAt: '2026-03-20T09:00:00.000Z',
    });
    expect(expired.dossier.terms['risposta']?.state).toBe('ended');
    expect(expired.dossier.waits).toEqual([]);
  });
});

describe('a term that passes', () => {
  it('refuses document access by silence, on the day after', async () => {
    const opened = await submit();
    expect((await problemOf(fire(opened, 'silence', '2026-04-01T21:59:59.999Z'))).code).toBe('wait.not-open');
    const silent = await fire(opened, 'silence', '2026-04-01T22:00:00.000Z');
    expect(silent.dossier).toMatchObject({ outcome: { code: 'diniego-tacito' }, closedAt: '2026-04-01T22:00:00.000Z' });
    expect(types(silent)).toEqual([
      'timer.fired',
      'term.ended',
      'outcome.reached',
      'task.cancelled',
      'milestone.reached',
      'dossier.closed',
    ]);
  });

  it('takes effect on its day however late the worker comes', async () => {
    const silent = await fire(await submit(), 'silence', '2026-04-05T10:00:00.000Z');
    expect(silent.dossier.terms['risposta']?.endedOn).toBe('2026-04-02');
  });

  it('tells the office in charge of transparency in other access', async () => {
    const opened = await submit({ ...application, tipo: 'generalizzato' });
    expect((await problemOf(fire(opened, 'silence', '2026-05-01T00:00:00.000Z'))).code).toBe('wait.not-open');
    const overdue = await fire(opened, 'overdue', '2026-04-01T22:00:00.000Z');
    expect(overdue.last.messages[0]).toMatchObject({
      audience: 'office:rpct',
      to: [{ name: 'Responsabile della trasparenza' }],
    });
    expect(overdue.last.jobs).toEqual([]);
    expect(overdue.dossier.officeCodes).toContain('rpct');
    expect(overdue.dossier.tasks).toHaveLength(1);
  });
});

describe('withdrawing', () => {
  const withdraw = (before: Play, by: Actor, answers: Answers = { motivoRitiro: 'Non serve più' }) =>
    play(before, { by, command: { type: 'act', dossierId, elementId: 'withdrawal', answers } });

  it('ends the dossier with what is open in it', async () => {
    const opened = await submit();
    const withdrawn = await withdraw(opened, giulia);
    expect(withdrawn.dossier).toMatchObject({ outcome: { code: 'ritirata' }, tasks: [], waits: [] });
    expect(withdrawn.last.tasksClosed).toEqual([{ taskId: taskOf(opened.dossier, 'check-request'), as: 'cancelled' }]);
    expect(withdrawn.last.jobsDropped).toHaveLength(1);
    expect((await problemOf(withdraw(withdrawn, giulia))).code).toBe('act.not-offered');
  });

  it('is for the applicant, with the form of the act', async () => {
    const opened = await submit();
    expect((await problemOf(withdraw(opened, aCitizen({ personId: 'luca', fiscalCode: 'X' })))).code).toBe(
      'permission.denied',
    );
    expect((await problemOf(withdraw(opened, paola))).code).toBe('act.not-offered');
    expect((await problemOf(withdraw(opened, giulia, { altro: 1 }))).code).toBe('answers.invalid');
  });
});

describe('deciding', () => {
  const marco = { nome: 'Marco', cognome: 'Verdi', codiceFiscale: 'VRDMRC79S23F257F', email: 'marco@example.org' };
  const anna = { nome: 'Anna', cognome: 'Blu' };

  async function decided(): Promise<Play> {
    const checked = await work(await submit(), ['check-request', { esitoVerifica: 'regolare' }]);
    const evaluated = await work(checked, ['evaluate', { controinteressati: [marco, anna] }]);
    const documenti = [{ uploadId: 'u2', name: 'verbale.pdf', size: 1000 }];
    return work(evaluated, ['decide', { esito: 'accolta', documenti }], {
      uploads: [anUpload({ uploadId: 'u2', name: 'verbale.pdf' })],
    });
  }

  it('writes to each third party alone', async () => {
    const checked = await work(await submit(), ['check-request', { esitoVerifica: 'regolare' }]);
    const evaluated = await work(checked, ['evaluate', { controinteressati: [marco, anna] }]);
    expect(evaluated.dossier.parties.map(({ role, givenName }) => `${role} ${givenName}`)).toEqual([
      'applicant Giulia',
      'third-parties Marco',
      'third-parties Anna',
    ]);
    expect(evaluated.last.messages.map(({ to }) => to.map(({ name }) => name))).toEqual([
      ['Marco Verdi'],
      ['Anna Blu'],
    ]);
    expect(new Set(evaluated.last.messages.map(({ messageId }) => messageId)).size).toBe(2);
    expect(evaluated.last.jobs.filter(({ type }) => type === 'send-mail')).toHaveLength(1);
  });

  it('ends the term and asks for the document', async () => {
    const done = await decided();
    expect(done.dossier.terms['risposta']).toMatchObject({ state: 'ended', endedOn: '2026-03-02' });
    expect(done.dossier.outcome?.code).toBe('accolta');
    expect(done.last.jobs.map(({ type }) => type)).toEqual(['create-document']);
    expect(done.last.jobsDropped).toHaveLength(1);
  });

  it('registers the document and tells the outcome', async () => {
    const done = await decided();
    const waitId = done.dossier.waits[0]?.wait.id ?? '';
    const act = {
      documentId: 'act',
      kind: 'final-act',
      title: 'Provvedimento finale',
      fileName: 'provvedimento.pdf',
      mediaType: 'application/pdf',
      size: 1,
      sha256: sha256(''),
      addedAt: '2026-03-02T09:00:00.000Z',
      addedBy: 'Sistema',
      readableBy: ['applicant'],
    } as const;
    const command = { type: 'finish-job', dossierId, waitId, output: {}, documents: [act] } as const;
    const finished = await play(done, { by: theWorker, command, context: { registration: 'r_emiro/2026/0000009' } });
    expect(finished.last.documents).toEqual([{ ...act, registration: 'r_emiro/2026/0000009' }]);
    expect(finished.last.messages[0]?.body).toBe('La tua richiesta è Accolta.');
    expect(finished.dossier.closedAt).toBeDefined();
    expect((await problemOf(play(finished, { by: theWorker, command }))).code).toBe('wait.not-open');
    expect((await problemOf(play(done, { by: paola, command }))).code).toBe('permission.denied');
  });

  it('lets the parties read what its field says', async () => {
    const done = await decided();
    expect(done.last.documents).toEqual([expect.objectContaining({ documentId: 'u2', readableBy: ['applicant'] })]);
    expect(done.last.events[1]).toMatchObject({
      type: 'documents.added',
      data: { by: 'office', readableBy: ['applicant'] },
    });
  });

  it('leaves a record that verifies from end to end', async () => {
    const done = await decided();
    expect(verifyChain(done.events, done.dossier, sha256)).toEqual({ intact: true });
  });
});

describe('a delivery of mail', () => {
  it('is recorded without moving the dossier, even a closed one', async () => {
    const opened = await submit();
    const command = { type: 'record-delivery', dossierId, messageId: 'm', delivered: false, detail: '550' } as const;
    const recorded = await play(
      { ...opened, dossier: { ...opened.dossier, closedAt: '2026-03-03T00:00:00.000Z' } },
      { by: theWorker, command },
    );
    expect(types(recorded)).toEqual(['notice.failed']);
    expect(recorded.last.jobs).toEqual([]);
  });
});
