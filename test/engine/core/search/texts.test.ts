import { describe, expect, it } from 'vitest';
import { documentTexts, searchTexts, submissionTexts } from '../../../../engine/core/search/texts.ts';
import { aDossier, anApplicant, aProcedure } from '../../../support/builders.ts';

const procedure = await aProcedure();
const place = { procedure, bodyName: 'Regione Emilia-Romagna' };
const shown = ['r_emiro/2026/0000001', 'Copia del verbale', 'Accesso agli atti', 'Regione Emilia-Romagna'];

describe('a dossier is found', () => {
  const company = { givenName: 'Acme', familyName: '', fiscalCode: '01234567890' };
  const through = { ...anApplicant({ familyName: 'Verdi', fiscalCode: 'VRD' }), as: 'delegate' } as const;
  const dossier = aDossier({
    parties: [anApplicant(), anApplicant({ role: 'third-parties', ...company, email: '', through })],
    variables: { nota: 'Urgente', numero: 12, vuoto: null, si: true, dentro: { altro: ['x'] } },
  });
  const textFor = (audience: string) =>
    searchTexts(dossier, place)
      .find((each) => each.audience === audience)
      ?.text.split('\n');

  it('by an office by its parties and by what no submission holds', () => {
    expect(textFor('office')).toEqual([
      ...shown,
      ...['Giulia Bianchi', 'BNCGLI85D50A944D', 'giulia@example.org'],
      ...['Acme', '01234567890', '', 'Giulia Verdi', 'VRD'],
      ...['Urgente', '12', 'x'],
    ]);
  });

  it('by its parties by what a list shows of it, each by their own keys', () => {
    expect(textFor('applicant')).toEqual(shown);
    expect(textFor('third-parties')).toEqual(shown);
    const alone = searchTexts(aDossier(), place).map(({ audience }) => audience);
    expect(alone).toEqual(['office', 'applicant']);
  });
});

describe('documents are found', () => {
  const document = (title: string, readableBy: readonly string[], registration?: string) =>
    ({ title, fileName: `${title}.pdf`, readableBy, ...(registration && { registration }) }) as never;
  const documents = [document('Ricevuta', ['applicant'], 'r/1'), document('Nota interna', [])];

  it('by title, file name and number, for who may read them', () => {
    expect(documentTexts(documents, 'office')).toBe('Ricevuta\nRicevuta.pdf\nr/1\nNota interna\nNota interna.pdf\n');
    expect(documentTexts(documents, 'applicant')).toBe('Ricevuta\nRicevuta.pdf\nr/1');
    expect(documentTexts(documents, 'third-parties')).toBe('');
  });
});

describe('answers are found', () => {
  const sent = (kind: string, formId: string, answers: object) => ({ kind, formId, answers }) as never;
  const uploadId = '01900000-0000-7000-8000-000000000001';
  const submissions = [
    sent('application', 'richiesta', { oggetto: 'Verbale', file: [{ uploadId, name: 'delega.pdf', size: 7 }] }),
    sent('task', 'verifica', { esito: 'Regolare', a: { b: 3 }, riferimento: uploadId }),
    sent('correction', 'richiesta', { oggetto: 'Delibera', nuda: { uploadId } }),
    sent('correction', 'verifica', { esito: 'Rivisto' }),
  ];
  const textFor = (audience: 'office' | 'applicant' | 'third-parties') =>
    submissionTexts(submissions, audience, procedure);

  it('by an office, whatever was answered: files by their names, references not at all', () => {
    expect(textFor('office')).toBe('Verbale\ndelega.pdf\nRegolare\n3\nDelibera\nRivisto');
  });

  it('by the applicant, the application and its corrections', () => {
    expect(textFor('applicant')).toBe('Verbale\ndelega.pdf\nDelibera');
    expect(textFor('third-parties')).toBe('');
  });
});
