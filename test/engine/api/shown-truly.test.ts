import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anApi, submitAs, type RunningApi, type Visitor } from '../../support/api.ts';
import { jobsOf, type ApiJobs } from '../../support/api-jobs.ts';
import { asksFor } from '../../support/application.ts';
import { answerTask, completeAt, openTaskOf, putUp, rowsSent } from '../../support/desk.ts';

let api: RunningApi;
let jobs: ApiJobs;
let giulia: Visitor;
let operatore: Visitor;
let rpct: Visitor;
beforeAll(async () => {
  api = await anApi();
  jobs = jobsOf(api);
  [giulia, operatore, rpct] = await Promise.all([
    api.signIn('giulia', 'citizen'),
    api.signIn('operatore', 'office'),
    api.signIn('rpct', 'office'),
  ]);
});
afterAll(() => api.stop());

const submit = async (changes: Readonly<Record<string, unknown>> = {}) =>
  (await submitAs(api, { visitor: giulia, username: 'giulia' }, changes)).dossierId;
const read = (dossierId: string) => giulia.call('readDossier', { params: { dossierId } });
const act = (dossierId: string, elementId: string, answers: Record<string, string | boolean>) =>
  giulia.call('doAct', { params: { dossierId, elementId }, body: { answers }, idempotencyKey: randomUUID() });

async function until(dossierId: string, decision: Parameters<typeof completeAt>[2]): Promise<void> {
  await completeAt(operatore, dossierId, { esitoVerifica: 'regolare' });
  await completeAt(operatore, dossierId, { documentiIndividuati: 'Verbale n. 3', presenzaControinteressati: 'no' });
  await completeAt(operatore, dossierId, decision);
  await jobs.drain();
}

it('a dossier says which address it has of its reader, not that of their sign-in', async () => {
  const dossierId = await submit({ email: 'altra@example.org' });
  expect((await read(dossierId)).email).toBe('altra@example.org');
});

describe('what was sent', () => {
  it('stays as it was sent when the request is made more precise', async () => {
    const oggetto = 'I verbali della commissione del 2025';
    const dossierId = await submit({ oggetto });
    await completeAt(operatore, dossierId, {
      esitoVerifica: 'da-precisare',
      motivoPrecisazione: 'Di quale seduta parli? Nel 2025 ce ne sono state due.',
    });
    await completeAt(operatore, dossierId, asksFor('oggetto'));
    await answerTask(giulia, dossierId, { oggetto: 'Il verbale della seduta del 3 marzo 2025' });
    const precise = 'Il verbale della seduta del 3 marzo 2025';
    for (const dossier of [
      await read(dossierId),
      await operatore.call('readOfficeDossier', { params: { dossierId } }),
    ]) {
      const subjects = dossier.submissions.flatMap(({ name, by, sections }) =>
        sections
          .flatMap(({ rows }) => rows)
          .filter(({ key }) => key === 'oggetto')
          .map(({ text, others = [] }) => ({
            name,
            by,
            text,
            others: others.map((other) => `${other.by}: ${other.text}`),
          })),
      );
      const by = 'Giulia Bianchi';
      expect(subjects).toEqual([
        { name: '', by, text: oggetto, others: [`${by}: ${precise}`] },
        { name: 'Correggi ciò che hai presentato', by, text: precise, others: [`${by}: ${oggetto}`] },
      ]);
    }
  });

  it('shows a correction beside what it corrects, and asks for nothing else', async () => {
    const dossierId = await submit({ oggetto: 'I verbali della commissione del 2025' });
    const motivoPrecisazione = 'Di quale seduta parli?';
    await completeAt(operatore, dossierId, { esitoVerifica: 'da-precisare', motivoPrecisazione });
    await completeAt(operatore, dossierId, asksFor('oggetto', 'Nel 2025 ce ne sono state due'));
    const taskId = (await read(dossierId)).tasks[0]?.taskId ?? '';
    const toFill = await giulia.call('readCitizenTask', { params: { dossierId, taskId } });
    const { isCorrection, answers } = toFill;
    expect({ isCorrection, answers }).toMatchObject({
      isCorrection: true,
      answers: { oggetto: 'I verbali della commissione del 2025', nome: 'Giulia' },
    });
    expect(JSON.stringify(toFill.form)).toContain('"remark":"Nel 2025 ce ne sono state due"');
    const oggetto = 'Il verbale della seduta del 3 marzo 2025';
    await expect(answerTask(giulia, dossierId, { ...answers, oggetto, email: 'a@example.org' })).rejects.toMatchObject({
      problem: { code: 'answers.invalid', issues: [{ path: 'email', code: 'field.closed' }] },
    });
    await answerTask(giulia, dossierId, { ...answers, oggetto });
    const { submissions } = await operatore.call('readOfficeDossier', { params: { dossierId } });
    const [application] = submissions;
    const correction = submissions.find(({ kind }) => kind === 'correction');
    expect(correction).toMatchObject({ corrects: application?.sequence, by: 'Giulia Bianchi' });
    const changed = correction?.sections.flatMap(({ rows }) => rows).filter(({ before }) => before !== undefined);
    expect(changed?.map(({ key, before, text }) => [key, before, text])).toEqual([
      ['oggetto', 'I verbali della commissione del 2025', oggetto],
    ]);
  });

  it('shows what happens inside a part as part of the dossier', async () => {
    const dossierId = await submit();
    const motivoPrecisazione = 'Di quale seduta parli?';
    await completeAt(operatore, dossierId, { esitoVerifica: 'da-precisare', motivoPrecisazione });
    await completeAt(operatore, dossierId, asksFor('oggetto'));
    const { tasks, terms, messages } = await read(dossierId);
    expect(tasks).toMatchObject([
      {
        name: 'Correggi ciò che hai presentato',
        nameInEnglish: 'Correct what you sent',
      },
    ]);
    expect(terms.map(({ label, labelInEnglish, state }) => `${label} / ${labelInEnglish}: ${state}`)).toEqual([
      'Risposta / Answer: interrupted',
      'Integrazione o precisazione / Supplement or clarification: running',
    ]);
    expect(messages.map(({ inEnglish }) => inEnglish?.subject)).toContain('You have to clarify your application');
  });

  it('shows the office the diagram of the part in which the dossier stands', async () => {
    const dossierId = await submit();
    const before = await operatore.call('readDiagram', { params: { dossierId } });
    expect(before.parts.find(({ isHere }) => isHere)).toBeUndefined();
    const motivoPrecisazione = 'Di quale seduta parli?';
    await completeAt(operatore, dossierId, { esitoVerifica: 'da-precisare', motivoPrecisazione });
    const { activeElementIds, parts } = await operatore.call('readDiagram', { params: { dossierId } });
    const part = parts.find(({ isHere }) => isHere);
    expect(part).toMatchObject({ processId: 'supplement-request', title: 'Richiesta di integrazioni' });
    expect(part?.xml).toContain('id="prepare-request"');
    expect(activeElementIds).toEqual(expect.arrayContaining(['clarify-request', 'prepare-request']));
  });

  it('shows the office what its own people answered, and the applicant only what is theirs', async () => {
    const dossierId = await submit();
    const seen = await completeAt(operatore, dossierId, { esitoVerifica: 'regolare' });
    expect(seen.submissions.map(({ kind, by }) => `${kind} ${by}`)).toEqual([
      'application Giulia Bianchi',
      'task Paola Conti',
    ]);
    expect((await read(dossierId)).submissions.map(({ kind }) => kind)).toEqual(['application']);
  });

  it('calls files by their names, to open', async () => {
    const file = await putUp(giulia, 'mio-interesse.pdf');
    const dossier = await read(await submit({ documentiInteresse: [file] }));
    const files = rowsSent(dossier).flatMap((row) => row.files ?? []);
    expect(files).toEqual([{ documentId: dossier.documents[0]?.documentId, name: 'mio-interesse.pdf' }]);
  });
});

describe('a dossier that was decided', () => {
  it('says how, and shows what was asked for before the act', async () => {
    const dossierId = await submit();
    const file = await putUp(operatore, 'verbale-3.pdf', 'office');
    await until(dossierId, { esito: 'accolta', documentiConsegnati: [file] });
    const { decision, documents } = await read(dossierId);
    const titles = decision?.documentIds.map((id) => documents.find(({ documentId }) => documentId === id)?.kind);
    expect(decision?.outcome).toEqual({
      code: 'accolta',
      label: 'Accolta',
      labelInEnglish: 'Granted',
      kind: 'granted',
    });
    expect(titles).toEqual(['attachment', 'final-act']);
  });

  it.each(['accolta', 'diniego'])('is told of under a subject that does not say that it is %s', async (esito) => {
    const dossierId = await submit();
    const before = jobs.mails.length;
    await until(dossierId, { esito, motivazioneDecisione: 'I documenti non si possono dare' });
    const { messages, registration } = await read(dossierId);
    const subjects = messages.map(({ subject }) => subject);
    expect(subjects).toContain(`Richiesta di accesso ${registration}: la risposta`);
    expect([...subjects, ...jobs.mails.slice(before).map(({ subject }) => subject)].join('\n')).not.toMatch(
      /accolta|respinta|diniego|accoglimento/i,
    );
  });

  it('is not concluded while it is reviewed, and goes by the term of the review', async () => {
    const dossierId = await submit();
    await until(dossierId, { esito: 'diniego', motivazioneDecisione: 'I documenti non si possono dare' });
    const { term } = await act(dossierId, 'review-requested', {
      motiviRiesame: 'La motivazione non mi convince per niente',
    });
    expect(term).toMatchObject({ label: 'Decisione di riesame', state: 'running' });
    const task = await openTaskOf(rpct, dossierId);
    expect(task).toMatchObject({ deadlineOn: term?.deadlineOn, termState: 'running' });
    const { items } = await rpct.call('listOfficeDossiers', { query: { limit: 100 } });
    expect(items.find((one) => one.dossierId === dossierId)).toMatchObject({
      milestone: { code: 'in-decisione' },
      deadlineOn: term?.deadlineOn,
    });
  });

  it('has not passed what a withdrawal has cut off', async () => {
    const dossierId = await submit();
    const { milestones } = await act(dossierId, 'withdrawal', { confermaRitiro: true });
    expect(milestones.map(({ code, state }) => `${code} ${state}`)).toEqual([
      'ricevuta done',
      'in-verifica done',
      'conclusa done',
    ]);
    const diagram = await operatore.call('readDiagram', { params: { dossierId } });
    expect(diagram.reachableElementIds).toEqual([]);
  });
});

describe('the record', () => {
  it('says what a person did, and what followed from it', async () => {
    const dossierId = await submit();
    const { history } = await completeAt(operatore, dossierId, { esitoVerifica: 'regolare' });
    const by = (type: string) => history.filter((entry) => entry.type === type).map(({ actor }) => actor);
    expect(by('application.submitted')).toEqual(['Giulia Bianchi']);
    expect(by('task.completed')).toEqual(['Paola Conti']);
    expect(by('task.claimed')).toEqual(['Paola Conti']);
    expect(by('task.opened')).toEqual(['Sistema, in seguito a Giulia Bianchi', 'Sistema, in seguito a Paola Conti']);
    expect(by('term.started')).toEqual(['Sistema, in seguito a Giulia Bianchi']);
    expect(by('notice.issued')).toEqual(['Sistema, in seguito a Giulia Bianchi']);
  });
});
