import { beforeAll, describe, expect, it } from 'vitest';
import type { FormDocument } from '../../../forms/schema/document.ts';
import type { SentForm } from '../../../engine/core/dossier.ts';
import type { Procedure } from '../../../engine/core/procedure.ts';
import { executionOfSent, sentAt, sentContext, withSent } from '../../../engine/core/sent.ts';
import { aDossier, aProcedure } from '../../support/builders.ts';

const application: SentForm = { sequence: 1, formId: 'richiesta', by: 'applicant' };
const answer: SentForm = { sequence: 5, formId: 'precisazione', by: 'applicant', name: 'Precisa', waitId: 'w2' };
const ended: SentForm = { sequence: 7, formId: 'precisazione', by: 'applicant', waitId: 'w9.w1' };
const lost: SentForm = { sequence: 8, formId: 'altro', by: 'applicant', waitId: 'w3' };
const variables = { tipo: 'documentale', ente: 'b1', oggetto: 'Verbale', interesse: 'Mio' };
const dossier = aDossier({ sent: [application, answer, ended, lost], variables });

let procedure: Procedure;
beforeAll(async () => {
  procedure = await aProcedure();
});

const form = (expression: string): FormDocument => ({
  ...{ type: 'default', id: 'f', schemaVersion: 18 },
  components: [{ type: 'textfield', key: 'a', label: 'A', conditional: { hide: expression } }],
});
const contextOf = (of: FormDocument | undefined) =>
  sentContext(of, { dossier, now: '2026-03-02T09:00:00.000Z', procedureIn: async () => procedure });

describe('a form that asks which fields are wrong', () => {
  it('finds those of every form that somebody still holds, by the number of the submission', async () => {
    const { correctable } = await contextOf(form('= count(correctable) = 0'));
    expect(correctable).toEqual([
      { value: '1.tipo', label: 'tipo' },
      { value: '1.oggetto', label: 'Documento richiesto' },
      { value: '1.interesse', label: 'Interesse' },
      { value: '1.posta', label: 'E-mail' },
      { value: '1.delega', label: 'Delega' },
      { value: '5.oggetto', label: 'Precisa: Documento richiesto' },
    ]);
  });

  it('is the only one that is told', async () => {
    expect(await contextOf(form('= tipo = "altro"'))).toEqual({});
    expect(await contextOf(undefined)).toEqual({});
  });
});

describe('a form that was sent', () => {
  it('is held by the execution that asked it, while that is under way', () => {
    expect([application, answer, ended].map(executionOfSent)).toEqual(['', '', 'w9']);
    expect(sentAt(dossier, 5)).toBe(answer);
    expect(sentAt(dossier, 7)).toBeUndefined();
    expect(sentAt({ ...dossier, called: { w9: {} as never } }, 7)).toBe(ended);
    expect(sentAt(dossier, 2)).toBeUndefined();
  });

  it('takes the place of an earlier one of the same form', () => {
    const again: SentForm = { ...application, sequence: 9 };
    expect(withSent(dossier, again)).toEqual([answer, lost, again]);
    const elsewhere: SentForm = { ...application, sequence: 6, waitId: 'w9.w4' };
    expect(withSent(dossier, elsewhere).map(({ sequence }) => sequence)).toEqual([1, 5, 6, 8]);
  });
});
