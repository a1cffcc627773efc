import { beforeAll, describe, expect, it } from 'vitest';
import { blocksOf } from '../../../../forms/schema/markdown.ts';
import { application, dueAt, paola, problemOf, submit, types } from '../../../support/access-way.ts';
import { aCitizen, aProcedure, aServiceCard, anUpload, bodyId, dossierId } from '../../../support/builders.ts';
import type { Play } from '../../../support/builders.ts';

describe('submitting an application', () => {
  it('attaches the files of its file fields, and none whose id is written in another', async () => {
    const { dossier, last } = await submit({ ...application, oggetto: 'u1' }, { uploads: [anUpload()] });
    expect(dossier.subject).toBe('u1');
    expect(last.documents).toEqual([]);
  });

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
      'task.opened',
      'milestone.reached',
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
    expect(blocksOf(message?.body ?? '')).toEqual([
      {
        kind: 'paragraph',
        content: [
          { kind: 'text', text: 'Gentile Giulia, rispondiamo entro il 1° aprile 2026. ' },
          { kind: 'link', text: 'Segui la pratica', href: `https://iter.example.org/pratiche/${dossierId}` },
        ],
      },
    ]);
    expect(message?.to).toEqual([
      { name: 'Giulia Bianchi', email: 'giulia@example.org', personId: 'giulia', fiscalCode: 'BNCGLI85D50A944D' },
    ]);
    expect(play1.last.jobs).toContainEqual({
      type: 'call-connector',
      connector: 'send-notice',
      key: `send-notice:${dossierId}:${message?.messageId}`,
      dossierId,
      elementId: 'notify-start',
      place: { messageId: message?.messageId },
      attempts: 12,
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
