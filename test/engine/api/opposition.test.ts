import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficeDossier } from '../../../forms/contract/tasks.ts';
import { anApi, type RunningApi, type Visitor } from '../../support/api.ts';
import { answerTask, completeAt, openTaskOf, putUp, untilMarcoIsHeard, rowsSent } from '../../support/desk.ts';

const reasons = 'Il contratto contiene il mio indirizzo di casa e i miei compensi.';
const objection = {
  opponi: 'si',
  ambitiOpposizione: ['dati-personali', 'interessi-economici'],
  motiviOpposizione: reasons,
  documentiDaTutelare: 'La pagina con il mio indirizzo',
  opponenteNome: 'Marco',
  opponenteCognome: 'Verdi',
  opponenteCodiceFiscale: 'VRDMRC79S23F257F',
};

describe('an opposition', () => {
  let api: RunningApi;
  let giulia: Visitor;
  let marco: Visitor;
  let operatore: Visitor;
  let dossierId: string;

  beforeAll(async () => {
    api = await anApi();
    [giulia, marco, operatore] = await Promise.all([
      api.signIn('giulia', 'citizen'),
      api.signIn('marco', 'citizen'),
      api.signIn('operatore', 'office'),
    ]);
    dossierId = await untilMarcoIsHeard(api, giulia, operatore);
    const file = await putUp(marco, 'contratto.pdf');
    await answerTask(marco, dossierId, { ...objection, allegatiOpposizione: [file] });
  });
  afterAll(() => api.stop());

  const opposition = ({ submissions }: Pick<OfficeDossier, 'submissions'>) =>
    Object.fromEntries(
      rowsSent({ submissions: submissions.filter(({ name }) => name.startsWith('Rispondi o opponiti')) }).map(
        ({ key, text }) => [key, text],
      ),
    );

  it('is read by the office, whole and in words', async () => {
    const dossier = await operatore.call('readOfficeDossier', { params: { dossierId } });
    expect(opposition(dossier)).toMatchObject({
      opponenteNome: 'Marco',
      opponi: 'Sì, mi oppongo',
      ambitiOpposizione: expect.stringMatching(/I miei dati personali[\s\S]*Interessi economici/),
      motiviOpposizione: reasons,
      documentiDaTutelare: 'La pagina con il mio indirizzo',
      allegatiOpposizione: expect.stringContaining('contratto.pdf'),
    });
  });

  it('keeps its attachment among the documents', async () => {
    const { documents } = await operatore.call('readOfficeDossier', { params: { dossierId } });
    expect(documents).toContainEqual(
      expect.objectContaining({ fileName: 'contratto.pdf', title: 'Allegati all’opposizione', addedBy: 'Marco Verdi' }),
    );
  });

  it('stands beside the tasks that weigh and decide', async () => {
    const weighing = await operatore.call('readTask', {
      params: { taskId: (await openTaskOf(operatore, dossierId)).taskId },
    });
    expect(weighing.task.elementId).toBe('balance-interests');
    expect(opposition(weighing.dossier)).toMatchObject({ motiviOpposizione: reasons });
    await completeAt(operatore, dossierId, {
      esitoBilanciamento: 'accesso-con-oscuramento',
      oscuramenti: 'Indirizzo di casa',
      motivazioneBilanciamento: 'Gli importi sono di interesse pubblico, i recapiti no.',
    });
    const deciding = await operatore.call('readTask', {
      params: { taskId: (await openTaskOf(operatore, dossierId)).taskId },
    });
    expect(deciding.task.elementId).toBe('decide-request');
    expect(opposition(deciding.dossier)).toMatchObject({ motiviOpposizione: reasons });
  });

  it('is not shown to the applicant', async () => {
    const seen = JSON.stringify(await giulia.call('readDossier', { params: { dossierId } }));
    expect(seen).not.toContain(reasons);
    expect(seen).not.toContain('contratto.pdf');
  });
});
