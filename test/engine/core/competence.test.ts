import type { Answers } from '../../../forms/schema/document.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  competentBodyId,
  competentOffice,
  isRegistered,
  knownSubject,
  startingBodies,
  subjectIfKnown,
  subjectOf,
} from '../../../engine/core/competence.ts';
import type { Command } from '../../../engine/core/command.ts';
import type { DossierDocument } from '../../../engine/core/dossier.ts';
import { parametersOn } from '../../../engine/core/parameters.ts';
import { Problem } from '../../../engine/core/problem.ts';
import type { Procedure } from '../../../engine/core/procedure.ts';
import { aProcedure, aServiceCard } from '../../support/builders.ts';

let procedure: Procedure;
beforeAll(async () => {
  procedure = await aProcedure();
});

const withCard = (card: Partial<Procedure['service']>): Procedure => ({ ...procedure, service: aServiceCard(card) });

describe('the competent body', () => {
  it('is the one that the answer names', () => {
    expect(competentBodyId(procedure, { ente: 'b1' })).toBe('b1');
    const unnamed: readonly Answers[] = [{}, { ente: '' }, { ente: 7 }];
    for (const answers of unnamed) {
      expect(() => competentBodyId(procedure, answers)).toThrow(
        expect.objectContaining({
          code: 'answers.invalid',
          details: { issues: [{ path: 'ente', code: 'field.required', params: {} }] },
        }),
      );
    }
  });

  it('of a procedure that begins by itself is on its card, or a parameter', () => {
    const parameters = { ente: [{ value: 'c_a944', validFrom: '2026-02-01', source: 'prova' }] };
    const named = withCard({ competence: { bodyKey: 'ente', officeCode: 'urp', bodies: ['r_emiro'] } });
    expect(startingBodies(named, '2026-03-02')).toEqual(['r_emiro']);
    expect(startingBodies({ ...procedure, parameters }, '2026-03-02')).toEqual(['c_a944']);
    expect(startingBodies({ ...procedure, parameters }, '2026-01-31')).toEqual([]);
  });
});

describe('the competent office', () => {
  it('is a literal or an expression over the variables', () => {
    const chosen = withCard({ competence: { bodyKey: 'ente', officeCode: '= if civico then "rpct" else "urp"' } });
    expect(competentOffice(procedure, {})).toBe('urp');
    expect(competentOffice(chosen, { civico: true })).toBe('rpct');
    expect(() => competentOffice(chosen, {})).toThrow(Problem);
  });

  it.each([
    ['= 7', { found: '7' }],
    ['= ""', { found: '""' }],
    ['= altro', { failure: { code: 'variable-unknown', params: { name: 'altro' } } }],
  ])('is refused when %s gives no code', (officeCode, why) => {
    expect(() => competentOffice(withCard({ competence: { bodyKey: 'ente', officeCode } }), {})).toThrow(
      expect.objectContaining({
        code: 'step.failed',
        details: expect.objectContaining({
          place: 'service.json competence.officeCode',
          expression: officeCode,
          ...why,
        }),
      }),
    );
  });
});

describe('the subject of a dossier', () => {
  it('is one line of at most 200 characters', () => {
    expect(subjectOf(procedure, { oggetto: ' Verbale\n della   seduta ' })).toBe('Verbale della seduta');
    expect(subjectOf(procedure, { oggetto: 'a'.repeat(201) })).toBe(`${'a'.repeat(199)}…`);
    expect(subjectOf(procedure, { oggetto: 'a'.repeat(200) })).toBe('a'.repeat(200));
  });

  it('is the title of the service when the answer is empty', () => {
    expect(subjectOf(procedure, { oggetto: null })).toBe('Accesso agli atti');
    expect(subjectOf(withCard({ subject: '= "Pratica " + string(n)' }), { n: 7 })).toBe('Pratica 7');
    expect(() => subjectOf(withCard({ subject: '= n' }), { n: 7 })).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ place: 'service.json subject', found: '7' }) }),
    );
  });

  it('is unknown while the answers do not say it', () => {
    const computed = withCard({ subject: '= "Pratica " + tipo' });
    expect(knownSubject(procedure, { oggetto: 'Verbale' })).toBe('Verbale');
    expect(knownSubject(procedure, {})).toBeUndefined();
    expect(knownSubject(computed, { tipo: 'nuova' })).toBe('Pratica nuova');
    expect(knownSubject(computed, {})).toBeUndefined();
    expect(subjectIfKnown(computed, {})).toBe('Accesso agli atti');
    expect(subjectIfKnown(computed, { tipo: 'nuova' })).toBe('Pratica nuova');
  });
});

describe('the register', () => {
  const complete = { type: 'complete', dossierId: 'd', taskId: 't', answers: {} } as const;
  const letter: DossierDocument = {
    ...{ documentId: 'l', kind: 'letter', title: 'Lettera', fileName: 'l.pdf', mediaType: 'application/pdf', size: 1 },
    ...{ sha256: '', addedAt: '2026-03-02T09:00:00.000Z', addedBy: 'Sistema', readableBy: [] },
  };
  const open: Command = {
    ...{ type: 'open', dossierId: 'd', procedureId: 'p', procedureVersion: 1, processId: 'p', bodyId: 'b' },
    ...{ elementId: 's', part: 0, cause: { type: 'timer' }, variables: {} },
  };
  const finish = { type: 'finish-job', dossierId: 'd', waitId: 'w', output: {}, documents: [] } as const;

  it('takes what citizens send and what is drawn up', () => {
    expect(isRegistered(complete, 'citizen')).toBe(true);
    expect(isRegistered(complete, 'office')).toBe(false);
    expect(isRegistered({ type: 'act', dossierId: 'd', elementId: 'e', answers: {} }, 'citizen')).toBe(true);
    expect(isRegistered(finish, 'system')).toBe(false);
    expect(isRegistered({ ...finish, documents: [letter] }, 'system')).toBe(true);
    expect(isRegistered(open, 'system')).toBe(true);
  });
});

describe('parameters', () => {
  const giorni = [
    { value: 45, validFrom: '2027-01-01', source: 'L. 1/2027' },
    { value: 30, validFrom: '2000-01-01', source: 'L. 241/1990' },
  ];

  it('have the value of the day', () => {
    expect(parametersOn({ giorni }, '2026-12-31')).toEqual({ giorni: 30 });
    expect(parametersOn({ giorni }, '2027-01-01')).toEqual({ giorni: 45 });
    expect(parametersOn({ giorni }, '1999-12-31')).toEqual({});
  });
});
