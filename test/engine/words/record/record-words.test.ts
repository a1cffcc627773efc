import { beforeAll, describe, expect, it } from 'vitest';
import { compileProcedure } from '../../../../engine/publish/compile-procedure.ts';
import { readProcedureFolder } from '../../../../engine/publish/read-folder.ts';
import { noNames, recordNamesOf, type RecordNames } from '../../../../engine/words/record/names.ts';
import { eventSentences } from '../../../../engine/words/record/timeline.ts';

describe('the words of a procedure', () => {
  let names: RecordNames;

  beforeAll(async () => {
    const { procedure } = await compileProcedure(await readProcedureFolder('procedures/accesso-agli-atti'), 1);
    if (procedure === undefined) throw new Error('the procedure does not compile');
    names = recordNamesOf(procedure, { documenti: 'Ufficio documenti' });
  });

  it('name what a decision decided, without its codes', () => {
    const result = {
      procedimento: 'civico-generalizzato',
      ufficioCompetente: 'documenti',
      controinteressati: 'se-dati-personali',
      denominazione: 'accesso civico generalizzato',
      indicazione: '',
    };
    expect(eventSentences.it['decision.evaluated']({ decisionId: 'tipo-accesso', result }, 'office', names)).toEqual({
      title: 'Regola applicata: Tipo di accesso',
      text: 'Risponde: Ufficio documenti. La richiesta è di: accesso civico generalizzato.',
    });
  });

  it('say yes and no for true and false', () => {
    const result = { avvisare: true, sospende: false, fondamento: 'D.P.R. 184/2006, art. 3' };
    expect(names.decided('controinteressati', result)).toBe(
      'Avvisare: sì. Il termine si ferma: no. Fondamento: D.P.R. 184/2006, art. 3.',
    );
  });

  it('name elements, and what is exchanged there', () => {
    expect(names.element('check-request')).toBe('Verifica la richiesta');
    expect(names.exchange('review-requested')).toBe('Riesame richiesto');
    expect(names.element('window-closed')).toBeUndefined();
  });

  it('name the office that is written to', () => {
    const facts = { subject: 'Termine superato', to: 'office:documenti' };
    expect(eventSentences.it['notice.issued'](facts, 'office', names)?.text).toBe('Destinatari: Ufficio documenti.');
  });
});

describe('a record without known words', () => {
  it('is told without its codes', () => {
    const facts = {
      ...{ elementId: 'wait-1', decisionId: 'tipo-accesso', signal: 'piena-fiume', message: '', code: 'fuori-zona' },
      ...{ processId: 'sotto-processo', audience: 'urp/officer', to: 'office:urp', name: '', result: { esito: 'a-b' } },
    };
    const titles = Object.entries(eventSentences.it).flatMap(([type, wording]) => {
      const { title = '', text = '' } = wording(facts, 'office', noNames) ?? {};
      return /wait-1|tipo-accesso|piena-fiume|fuori-zona|sotto-processo|urp|a-b/.test(title + text) ? [type] : [];
    });
    expect(titles).toEqual([]);
  });
});
