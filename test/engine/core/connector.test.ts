import { describe, expect, it } from 'vitest';
import { connectorKey, connectorNamed, declaredAt, replyCommand } from '../../../engine/core/connector.ts';
import type { ConnectorDeclaration } from '../../../engine/core/connector.ts';
import { Problem } from '../../../engine/core/problem.ts';

const dossierId = 'd1';
const waiting = { waitId: 'w1' };
const notice = { messageId: 'm1' };
const named = (type: string): ConnectorDeclaration => ({ type, input: {}, output: {}, errors: [] }) as never;

const problemOf = (run: () => unknown): Problem => {
  try {
    run();
  } catch (error) {
    if (error instanceof Problem) return error;
  }
  throw new Error('nothing was refused');
};

describe('the reply of a connector', () => {
  it('finishes the job that waits for it, with its documents', () => {
    expect(replyCommand(dossierId, waiting, { output: { n: 1 } })).toEqual({
      ...{ type: 'finish-job', dossierId, waitId: 'w1', output: { n: 1 }, documents: [] },
    });
    const documents = [{ documentId: 'x' }] as never;
    expect(replyCommand(dossierId, waiting, { output: {}, documents })).toMatchObject({ documents });
  });

  it('that is an error fails the job', () => {
    expect(replyCommand(dossierId, waiting, { error: { code: 'gone', message: 'Non c’è' } })).toEqual({
      ...{ type: 'fail-job', dossierId, waitId: 'w1', code: 'gone', message: 'Non c’è' },
    });
  });

  it.each([
    [{ output: { delivered: true, detail: 'ok', textHash: 'h' } }, { delivered: true, detail: 'ok', textHash: 'h' }],
    [{ output: { delivered: 'true', detail: 3, textHash: 4 } }, { delivered: false, detail: '' }],
    [{ error: { code: 'gone', message: 'Casella piena' } }, { delivered: false, detail: 'Casella piena' }],
  ])('of a notice says whether it was delivered: %o', (reply, told) => {
    expect(replyCommand(dossierId, notice, reply)).toEqual({
      ...{ type: 'record-delivery', dossierId, messageId: 'm1', ...told },
    });
  });
});

describe('a call of a connector', () => {
  it('is known by connector, dossier and place', () => {
    expect(connectorKey('ipa', dossierId, waiting)).toBe('ipa:d1:w1');
    expect(connectorKey('mail', dossierId, notice)).toBe('mail:d1:m1');
  });

  it('is of a connector that the procedure knows', () => {
    const procedure = { connectors: [named('ipa'), named('mail')] };
    expect(connectorNamed(procedure, 'mail', 'a').type).toBe('mail');
    expect(problemOf(() => connectorNamed(procedure, 'fax', 'a'))).toMatchObject({
      code: 'step.failed',
      details: { elementId: 'a', jobType: 'fax', expected: 'ipa, mail' },
    });
  });

  it('exchanges what the connector says of the element, else what it always does', () => {
    const plain = named('ipa');
    const own = { input: 'own' } as never;
    expect(declaredAt(plain, {} as never, 'a')).toBe(plain);
    expect(declaredAt({ ...plain, at: () => own }, {} as never, 'a')).toBe(own);
    const fault = { code: 'x' } as never;
    expect(problemOf(() => declaredAt({ ...plain, at: () => ({ fault }) }, {} as never, 'a'))).toMatchObject({
      code: 'step.failed',
      details: { elementId: 'a', found: fault },
    });
  });
});
