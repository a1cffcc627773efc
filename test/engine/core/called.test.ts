import { describe, expect, it } from 'vitest';
import {
  calledAt,
  executionOf,
  executionsOf,
  innerId,
  outerId,
  ownExecution,
  procedureIn,
  seenAt,
  viewFrom,
  waitsIn,
  withProcess,
} from '../../../engine/core/called.ts';
import type { CalledProcess } from '../../../engine/core/dossier.ts';
import { aDossier, aMessageWait, aProcedure, aTask } from '../../support/builders.ts';

const inside: CalledProcess = {
  ...{ procedureId: 'parere', procedureVersion: 3, processId: 'parere' },
  variables: { n: 2 },
  state: { at: 'inside' } as never,
};
const waiting = (id: string) => {
  const open = aMessageWait('e');
  return { ...open, wait: { ...open.wait, id } };
};
const dossier = aDossier({
  variables: { n: 1, own: true },
  called: { w1: inside },
  waits: [waiting('w1'), waiting('w1.w2'), waiting('w1.w2.w3'), waiting('w4')],
  tasks: [aTask({ waitId: 'w1.w5', instance: { item: 'a' } }), aTask({ waitId: 'w6' })],
});

describe('an execution', () => {
  it('is known by the wait that called it, and its waits by that and their own id', () => {
    expect(['w4', 'w1.w2', 'w1.w2.w3'].map(executionOf)).toEqual(['', 'w1', 'w1.w2']);
    expect(['w4', 'w1.w2', 'w1.w2.w3'].map(innerId)).toEqual(['w4', 'w2', 'w3']);
    expect([outerId(ownExecution, 'w4'), outerId('w1', 'w2'), outerId('w1.w2', 'w3')]).toEqual([
      ...['w4', 'w1.w2', 'w1.w2.w3'],
    ]);
  });

  it('has waits of its own, which those of a call inside of it are not', () => {
    const ids = (executionId: string) => waitsIn(dossier, executionId).map(({ id }) => id);
    expect([ids(''), ids('w1'), ids('w9')]).toEqual([['w1', 'w4'], ['w1.w2'], []]);
  });

  it('is there from its call until it ends', () => {
    expect(executionsOf(dossier)).toEqual(['', 'w1']);
    expect(executionsOf({})).toEqual(['']);
    expect(calledAt(dossier, 'w1')).toBe(inside);
    expect(calledAt({}, 'w1')).toBeUndefined();
  });

  it('sees the dossier with its own variables and state', () => {
    expect(viewFrom(dossier, '')).toBe(dossier);
    expect(viewFrom(dossier, 'w1')).toMatchObject({
      variables: { n: 2 },
      state: { at: 'inside' },
      subject: dossier.subject,
    });
  });

  it('shows at one of several tasks its own item', () => {
    expect(seenAt(dossier, 'w1.w5')).toEqual({ n: 2, item: 'a' });
    expect(seenAt(dossier, 'w6')).toEqual({ n: 1, own: true });
    expect(seenAt(dossier, 'w1.w2')).toEqual({ n: 2 });
  });
});

describe('the procedure of an execution', () => {
  it('is that of the dossier, or the version that was called', async () => {
    const own = await aProcedure();
    const called = { ...own, procedureId: 'parere', version: 3, program: { ...own.program, processId: 'parere' } };
    const asked: unknown[] = [];
    const load = async (...which: readonly unknown[]) => {
      asked.push(which);
      return called;
    };
    expect(await procedureIn(dossier, '', { own, load })).toBe(own);
    expect(await procedureIn(dossier, 'w1', { own, load })).toBe(called);
    expect(asked).toEqual([['parere', 3]]);
  });

  it('is one of its parts, or another process of its diagram', async () => {
    const own = await aProcedure();
    const program = { ...own.program, processId: 'accanto' };
    const part = { ...own, program: { ...own.program, processId: 'parte' } };
    const whole = { ...own, companions: { accanto: program }, parts: { parte: part } };
    expect(withProcess(whole, undefined)).toBe(whole);
    expect(withProcess(whole, own.program.processId)).toBe(whole);
    expect(withProcess(whole, 'parte')).toBe(part);
    expect(withProcess(whole, 'accanto')).toEqual({ ...whole, program });
    const details = { procedureId: 'accesso', version: 1, processId: 'altro', expected: 'a process of its diagram' };
    for (const procedure of [whole, own])
      expect(() => withProcess(procedure, 'altro')).toThrow(expect.objectContaining({ code: 'step.failed', details }));
  });
});
