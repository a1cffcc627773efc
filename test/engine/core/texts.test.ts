import { beforeAll, describe, expect, it } from 'vitest';
import type { Procedure } from '../../../engine/core/procedure.ts';
import { draftDocument, templateAt, textContext, type TextContext } from '../../../engine/core/texts.ts';
import { suspendTerm } from '../../../engine/core/term.ts';
import { aContext, aDossier, aProcedure, aTerm } from '../../support/builders.ts';
import { factsOf } from '../../support/facts.ts';

let context: TextContext;
let procedure: Procedure;
beforeAll(async () => {
  procedure = await aProcedure();
  context = await aContext({ procedure });
});

describe('what a text of a dossier may name', () => {
  it('is the variables, the day, and the dossier in words', () => {
    const dossier = aDossier({ variables: { oggetto: 'Verbale' }, terms: { risposta: aTerm() } });
    expect(textContext(dossier, context)).toEqual({
      oggetto: 'Verbale',
      today: '2026-03-02',
      dossier: {
        dossierId: dossier.dossierId,
        registration: 'r_emiro/2026/0000001',
        subject: 'Copia del verbale',
        link: `https://iter.example.org/pratiche/${dossier.dossierId}`,
        submittedOn: '2026-03-02',
        deadlineOn: '2026-04-01',
        officeName: 'Ufficio relazioni con il pubblico',
        bodyName: 'Regione Emilia-Romagna',
        lastDays: { risposta: 'il 1° aprile 2026' },
        outcomeLabel: null,
      },
    });
  });

  it('has no last day while the term stands still', () => {
    const stopped = suspendTerm(aTerm(), '2026-03-02', { ground: 'L. 241/1990, art. 2 c. 7' });
    const { dossier } = textContext(aDossier({ terms: { risposta: stopped } }), context);
    expect(dossier).toMatchObject({ deadlineOn: null, lastDays: {} });
  });

  it('has the last day of the main term, whichever comes first', () => {
    const other = aTerm({ termId: 'opposizione', main: false, days: 10 });
    const { dossier } = textContext(aDossier({ terms: { opposizione: other, risposta: aTerm() } }), context);
    expect(dossier).toMatchObject({
      deadlineOn: '2026-04-01',
      lastDays: { opposizione: 'il 12 marzo 2026', risposta: 'il 1° aprile 2026' },
    });
    expect(textContext(aDossier({ terms: { opposizione: other } }), context)['dossier']).toMatchObject({
      deadlineOn: null,
    });
  });

  it('has the outcome once there is one, and the code of an office without a name', () => {
    const outcome = { code: 'accolta', decidedAt: '2026-03-02T09:00:00.000Z' };
    const { dossier } = textContext(aDossier({ outcome, officeCode: 'altrove' }), context);
    expect(dossier).toMatchObject({ outcomeLabel: 'Accolta', officeName: 'altrove' });
  });
});

describe('a document', () => {
  it('is refused where the diagram asks for none', () => {
    expect(() => draftDocument(aDossier(), 'check-request', context)).toThrow(
      expect.objectContaining({
        code: 'step.failed',
        details: { elementId: 'check-request', expected: 'an iter:document' },
      }),
    );
  });

  it('is drafted for the applicant from its template', () => {
    const facts = factsOf({ write: { document: { template: 'atto', kind: 'final-act', title: 'Atto' } } });
    const templates = {
      atto: { templateId: 'atto', subject: 'Atto {{ dossier.registration }}', body: 'Oggi {{ today }}.' },
    };
    const drafted = draftDocument(aDossier(), 'write', { ...context, procedure: { ...procedure, facts, templates } });
    expect(drafted).toEqual({
      ...{ kind: 'final-act', title: 'Atto', readableBy: ['applicant'] },
      ...{ subject: 'Atto r_emiro/2026/0000001', body: 'Oggi 2 marzo 2026.' },
    });
  });

  it('whose template is missing says which there are', () => {
    const templates = {
      uno: { templateId: 'uno', subject: '', body: '' },
      due: { templateId: 'due', subject: '', body: '' },
    };
    expect(templateAt({ ...procedure, templates }, 'uno', 'e').templateId).toBe('uno');
    expect(() => templateAt({ ...procedure, templates }, 'tre', 'e')).toThrow(
      expect.objectContaining({ details: { elementId: 'e', template: 'tre', expected: 'uno, due' } }),
    );
  });
});
