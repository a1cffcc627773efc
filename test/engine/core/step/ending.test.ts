import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../../forms/schema/document.ts';
import type { Actor } from '../../../../engine/core/actor.ts';
import { verifyChain } from '../../../../engine/core/record.ts';
import { giulia, paola, problemOf, submit, taskOf, types, work } from '../../../support/access-way.ts';
import { aCitizen, anUpload, dossierId, play, sha256, theWorker } from '../../../support/builders.ts';
import type { Play } from '../../../support/builders.ts';

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
    expect(evaluated.last.jobs.filter((job) => 'connector' in job && job.connector === 'send-notice')).toHaveLength(1);
  });

  it('ends the term and asks for the document', async () => {
    const done = await decided();
    expect(done.dossier.terms['risposta']).toMatchObject({ state: 'ended', endedOn: '2026-03-02' });
    expect(done.dossier.outcome?.code).toBe('accolta');
    expect(done.last.jobs.map((job) => 'connector' in job && job.connector)).toEqual(['create-document']);
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
      addedBy: 'Sistema',
      readableBy: ['applicant'],
    } as const;
    const command = { type: 'finish-job', dossierId, waitId, output: {}, documents: [act] } as const;
    const context = { registration: 'r_emiro/2026/0000009', now: '2026-03-04T08:00:00.000Z' };
    const finished = await play(done, { by: theWorker, command, context });
    // However long ago it was drawn up: it joins the dossier now, as the event says.
    expect(finished.last.documents).toEqual([{ ...act, registration: context.registration, addedAt: context.now }]);
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
