import { beforeAll, describe, expect, it } from 'vitest';
import { application, complete, giulia, paola, submit, taskOf, work } from '../../../support/access-way.ts';
import { anUpload, dossierId, play, theWorker, type Play } from '../../../support/builders.ts';

/** The whole record of a request for access, from the application to the answer. */

/** Each event with who did it, and what it says under it. */
const told = ({ last }: Play): string =>
  last.events
    .map(({ type, data, actor: { name } }) => `${type}, ${name}\n  ${inWords(data)}`)
    .join('\n')
    .replaceAll(dossierId, 'D')
    .replaceAll(/[0-9a-f]{64}/g, (hash) => hash.slice(0, 6));

const inWords = (data: object): string =>
  Object.entries(data)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('; ');

describe('the record of a request says', () => {
  let sent: Play;
  let asked: Play;
  let clarified: Play;
  let evaluated: Play;
  let decided: Play;
  let answered: Play;
  beforeAll(async () => {
    sent = await submit(
      { ...application, delega: [{ uploadId: 'u1', name: 'delega.pdf', size: 1000 }] },
      { uploads: [anUpload()] },
    );
    const at = (day: string) => ({ now: `2026-03-${day}T09:00:00.000Z` });
    asked = await work(sent, ['check-request', { esitoVerifica: 'da-precisare' }], at('10'));
    const precise = { by: giulia, task: 'clarify-request', answers: { oggetto: 'Verbale n. 3' } };
    clarified = await complete(asked, precise, { ...at('20'), registration: 'r_emiro/2026/0000002' });
    const marco = { nome: 'Marco', cognome: 'Verdi', codiceFiscale: 'VRDMRC79S23F257F', email: 'marco@example.org' };
    evaluated = await work(clarified, ['evaluate', { controinteressati: [marco] }], at('23'));
    decided = await work(evaluated, ['decide', { esito: 'accolta', documenti: [] }], at('27'));
    const waitId = decided.dossier.waits[0]?.wait.id ?? '';
    const command = { type: 'finish-job', dossierId, waitId, output: {}, documents: [] } as const;
    answered = await play(decided, { by: theWorker, command, context: at('30') });
  });

  it('who applied, which letter went out, when the term began and who was asked', () => {
    expect(told(sent)).toMatchInlineSnapshot(`
      "application.submitted, Giulia Bianchi
        procedureId: accesso; procedureVersion: 1; registration: r_emiro/2026/0000001; bodyId: b0000000-0000-8000-8000-000000000001; officeCode: urp; origins: {"tipo":"declared","ente":"declared","oggetto":"declared","interesse":"declared","cognome":"identity","delega":"declared"}
      documents.added, Giulia Bianchi
        documentIds: ["u1"]; titles: ["Delega"]; hashes: ["1aefc2"]; count: 1; readableBy: ["applicant"]; kind: attachment; by: applicant; elementId: richiesta
      term.started, Sistema
        termId: risposta; label: Risposta; days: 30; main: true; on: 2026-03-02; ground: L. 241/1990, art. 25 c. 4; startedOn: 2026-03-02; deadlineOn: 2026-04-01; elementId: request-submitted
      notice.issued, Sistema
        messageId: D.m4; templateId: avvio; subject: Abbiamo ricevuto la richiesta r_emiro/2026/0000001; to: applicant; byMail: true; elementId: notify-start
      task.opened, Sistema
        taskId: D.w8; elementId: check-request; name: Verifica la richiesta; audience: urp/clerk
      milestone.reached, Sistema
        code: in-verifica; elementId: check-request"
    `);
  });

  it('who took what in hand, and what they said', async () => {
    const command = { type: 'claim', dossierId, taskId: taskOf(sent.dossier, 'check-request') } as const;
    const claimed = await play(sent, { by: paola, command });
    expect(told(claimed)).toMatchInlineSnapshot(`
      "task.claimed, Paola Conti
        taskId: D.w8; elementId: check-request; name: Verifica la richiesta"
    `);
    const released = await play(claimed, { by: paola, command: { ...command, type: 'release' } });
    expect(told(released)).toMatchInlineSnapshot(`
      "task.released, Paola Conti
        taskId: D.w8; elementId: check-request; name: Verifica la richiesta; claimedBy: Paola Conti"
    `);
  });

  it('that the term stopped when the applicant was asked', () => {
    expect(told(asked)).toMatchInlineSnapshot(`
      "task.completed, Paola Conti
        taskId: D.w8; elementId: check-request; name: Verifica la richiesta; audience: urp/clerk; registration: r_emiro/2026/0000001
      term.interrupted, Sistema
        termId: risposta; label: Risposta; days: 30; main: true; on: 2026-03-10; ground: DPR 184/2006, art. 6 c. 5; deadlineOn: null; elementId: clarify-request
      task.opened, Sistema
        taskId: D.w9; elementId: clarify-request; name: Precisa la richiesta; audience: applicant
      milestone.reached, Sistema
        code: attesa-integrazioni; elementId: clarify-request"
    `);
  });

  it('that it started anew when the applicant answered, under the number of the register', () => {
    expect(told(clarified)).toMatchInlineSnapshot(`
      "task.completed, Giulia Bianchi
        taskId: D.w9; elementId: clarify-request; name: Precisa la richiesta; audience: applicant; registration: r_emiro/2026/0000002
      term.restarted, Sistema
        termId: risposta; label: Risposta; days: 30; main: true; on: 2026-03-20; ground: DPR 184/2006, art. 6 c. 5; resumesOn: 2026-03-20; deadlineOn: 2026-04-20; elementId: clarify-request
      task.opened, Sistema
        taskId: D.w11; elementId: evaluate; name: Valuta i documenti; audience: documenti/clerk"
    `);
  });

  it('who else is concerned and was told', () => {
    expect(told(evaluated)).toMatchInlineSnapshot(`
      "task.completed, Paola Conti
        taskId: D.w11; elementId: evaluate; name: Valuta i documenti; audience: documenti/clerk; registration: r_emiro/2026/0000001
      party.added, Sistema
        role: third-parties; number: 2; elementId: evaluate
      notice.issued, Sistema
        messageId: D.m18; templateId: avviso; subject: Una richiesta ti riguarda; to: third-parties; byMail: true; elementId: notify-third-parties
      task.opened, Sistema
        taskId: D.w13; elementId: decide; name: Decidi; audience: documenti/officer
      milestone.reached, Sistema
        code: in-decisione; elementId: decide"
    `);
  });

  it('that it was decided and the term ended', () => {
    expect(told(decided)).toMatchInlineSnapshot(`
      "task.completed, Paola Conti
        taskId: D.w13; elementId: decide; name: Decidi; audience: documenti/officer; registration: r_emiro/2026/0000001
      term.ended, Sistema
        termId: risposta; label: Risposta; days: 30; main: true; on: 2026-03-27; ground: L. 241/1990, art. 25 c. 4; deadlineOn: 2026-04-20; elementId: decide
      outcome.reached, Sistema
        code: accolta; kind: granted; elementId: draw-up
      job.requested, Sistema
        jobType: create-document; elementId: draw-up; name: ; waitId: w14"
    `);
  });

  it('how it was answered, and that all is over', () => {
    expect(told(answered)).toMatchInlineSnapshot(`
      "job.finished, Sistema
        elementId: draw-up; name: ; waitId: w14
      notice.issued, Sistema
        messageId: D.m27; templateId: esito; subject: Esito della richiesta; to: applicant; byMail: true; elementId: notify-outcome
      milestone.reached, Sistema
        code: conclusa
      dossier.closed, Sistema
        reason: completed; endEventId: answered"
    `);
  });

  it('in whose consequence the system did what followed', () => {
    const following = { type: 'person', id: 'giulia', name: 'Giulia Bianchi' };
    expect(sent.last.events.map(({ actor }) => actor.following)).toEqual([
      ...[undefined, undefined, following, following, following, following],
    ]);
    expect(answered.last.events.map(({ actor }) => actor.following)).toEqual(answered.last.events.map(() => undefined));
  });

  it('and the forms as they were sent are kept with what they were judged by', () => {
    expect([...sent.last.submissions, ...clarified.last.submissions].map(inWords).join('\n')).toMatchInlineSnapshot(`
      "sequence: 1; kind: application; elementId: richiesta; procedureId: accesso; procedureVersion: 1; formId: richiesta; answers: {"tipo":"documentale","ente":"b0000000-0000-8000-8000-000000000001","oggetto":"Verbale della seduta","interesse":"Sono il confinante","cognome":"Bianchi","delega":[{"uploadId":"u1","name":"delega.pdf","size":1000}]}; context: {}; author: {"type":"person","id":"giulia","name":"Giulia Bianchi","role":"applicant"}; at: 2026-03-02T09:00:00.000Z
      sequence: 12; kind: task; elementId: clarify-request; waitId: w9; procedureId: accesso; procedureVersion: 1; formId: precisazione; answers: {"oggetto":"Verbale n. 3"}; context: {}; author: {"type":"person","id":"giulia","name":"Giulia Bianchi","role":"applicant"}; at: 2026-03-20T09:00:00.000Z"
    `);
  });
});
