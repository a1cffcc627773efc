import { beforeAll, describe, expect, it } from 'vitest';
import { competentBodyId, competentOffice, isRegistered, subjectOf } from '../../../engine/core/competence.ts';
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
    expect(() => competentBodyId(procedure, {})).toThrow(Problem);
  });
});

describe('the competent office', () => {
  it('is a literal or an expression over the variables', () => {
    const chosen = withCard({ competence: { bodyKey: 'ente', officeCode: '= if civico then "rpct" else "urp"' } });
    expect(competentOffice(procedure, {})).toBe('urp');
    expect(competentOffice(chosen, { civico: true })).toBe('rpct');
    expect(() => competentOffice(chosen, {})).toThrow(Problem);
  });
});

describe('the subject of a dossier', () => {
  it('is one line of at most 200 characters', () => {
    expect(subjectOf(procedure, { oggetto: ' Verbale\n della   seduta ' })).toBe('Verbale della seduta');
    expect(subjectOf(procedure, { oggetto: 'a'.repeat(300) })).toHaveLength(200);
  });

  it('is the title of the service when the answer is empty', () => {
    expect(subjectOf(procedure, { oggetto: null })).toBe('Accesso agli atti');
    expect(subjectOf(withCard({ subject: '= "Pratica " + string(n)' }), { n: 7 })).toBe('Pratica 7');
  });
});

describe('the register', () => {
  const complete = { type: 'complete', dossierId: 'd', taskId: 't', answers: {} } as const;
  const finish = { type: 'finish-job', dossierId: 'd', waitId: 'w', output: {}, documents: [] } as const;

  it('takes what citizens send and what is drawn up', () => {
    expect(isRegistered(complete, 'citizen')).toBe(true);
    expect(isRegistered(complete, 'office')).toBe(false);
    expect(isRegistered({ type: 'act', dossierId: 'd', elementId: 'e', answers: {} }, 'citizen')).toBe(true);
    expect(isRegistered(finish, 'system')).toBe(false);
    expect(isRegistered({ type: 'claim', dossierId: 'd', taskId: 't' }, 'office')).toBe(false);
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
