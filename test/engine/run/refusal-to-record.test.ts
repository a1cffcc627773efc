import { describe, expect, it } from 'vitest';
import { Problem } from '../../../engine/core/problem.ts';
import { refusalToRecord } from '../../../engine/run/refusal-to-record.ts';
import { aClerk, dossierId, theWorker } from '../../support/builders.ts';

const claim = { type: 'claim', dossierId, taskId: 't' } as const;
const own = new Problem('task.own-dossier');

describe('a refusal to a party of the dossier', () => {
  it('is recorded by the system, once for person, task and kind of command', () => {
    expect(refusalToRecord({ command: claim, actor: aClerk(), key: 'k' }, own)).toEqual({
      command: {
        type: 'record-refusal',
        dossierId,
        taskId: 't',
        refused: { personId: 'paola', name: 'Paola Conti' },
      },
      actor: { type: 'system', component: 'worker' },
      key: 'refusal:claim:t:paola',
    });
  });

  it('is nothing of the system, and nothing without a task', () => {
    expect(refusalToRecord({ command: claim, actor: theWorker, key: 'k' }, own)).toBeUndefined();
    const act = { type: 'act', dossierId, elementId: 'a', answers: {} } as const;
    expect(refusalToRecord({ command: act, actor: aClerk(), key: 'k' }, own)).toBeUndefined();
  });

  it('is no other failure', () => {
    const asked = { command: claim, actor: aClerk(), key: 'k' };
    expect(refusalToRecord(asked, new Problem('task.not-found'))).toBeUndefined();
    expect(refusalToRecord(asked, new Error('task.own-dossier'))).toBeUndefined();
  });
});
