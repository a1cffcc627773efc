import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../engine/core/actor.ts';
import type { Command } from '../../../../engine/core/command.ts';
import type { NewDocument } from '../../../../engine/core/dossier.ts';
import { application, giulia, paola, problemOf, submit, taskOf } from '../../../support/access-way.ts';
import { aCitizen, aClerk, bodyId, dossierId, play, sha256, theTimer } from '../../../support/builders.ts';

const opened = await submit();
const taskId = taskOf(opened.dossier, 'check-request');
const waitId = opened.dossier.waits[0]?.wait.id ?? '';
const luca = aCitizen({ personId: 'luca', fiscalCode: 'X' });
const elsewhere = aClerk([{ officeCode: 'documenti', role: 'manager' }], { personId: 'elsa' });
const at = { dossierId } as const;
const document: NewDocument = {
  documentId: 'd1',
  kind: 'letter',
  title: 'Lettera',
  fileName: 'lettera.pdf',
  mediaType: 'application/pdf',
  size: 1,
  sha256: sha256('lettera'),
  addedBy: 'office',
  readableBy: [],
} as never;

const machinery: readonly Command[] = [
  { ...at, type: 'fire-timer', waitId },
  { ...at, type: 'finish-job', waitId, output: {}, documents: [] },
  { ...at, type: 'fail-job', waitId, code: 'gone', message: 'gone' },
  { ...at, type: 'receive-message', messageId: 'm1', message: 'm', payload: {} },
  { ...at, type: 'give-up-message', messageId: 'm1', message: 'm' },
  { ...at, type: 'receive-signal', signalId: 's1', signal: 's', payload: {} },
  { ...at, type: 'issue-receipt', document },
  { ...at, type: 'record-delivery', messageId: 'm1', delivered: true, detail: '' },
  { ...at, type: 'record-refusal', taskId, refused: { personId: 'paola', name: 'Paola Conti' } },
];

describe('the machine alone', () => {
  it.each(machinery)('may ask to $type', async (command) => {
    for (const by of [paola, giulia]) {
      const { code, details } = await problemOf(play(opened, { by, command }));
      expect({ code, details }).toMatchObject({ code: 'permission.denied', details: { reason: 'system-only' } });
    }
  });

  it('opens a dossier by itself', async () => {
    const open: Command = {
      ...{ ...at, type: 'open', procedureId: 'accesso', procedureVersion: 1, processId: 'p', bodyId },
      ...{ elementId: 's', part: 0, cause: { type: 'timer' }, variables: {} },
    };
    expect((await problemOf(play(undefined, { by: paola, command: open }))).details).toMatchObject({
      reason: 'system-only',
    });
  });
});

interface Refusal {
  readonly who: string;
  readonly by: Actor;
  readonly command: Command;
}

const refusals: readonly Refusal[] = [
  { who: 'a clerk of another office', by: elsewhere, command: { ...at, type: 'claim', taskId } },
  { who: 'a citizen', by: luca, command: { ...at, type: 'claim', taskId } },
  { who: 'a clerk of another office', by: elsewhere, command: { ...at, type: 'release', taskId } },
  { who: 'a clerk of another office', by: elsewhere, command: { ...at, type: 'complete', taskId, answers: {} } },
  { who: 'another citizen', by: luca, command: { ...at, type: 'act', elementId: 'withdrawal', answers: {} } },
  { who: 'another citizen', by: luca, command: { ...at, type: 'change-address', party: 1, email: 'luca@example.org' } },
  {
    who: 'the machine',
    by: theTimer,
    command: { ...at, type: 'submit', procedureId: 'accesso', procedureVersion: 1, draftId: 'd', answers: application },
  },
  { who: 'the machine', by: theTimer, command: { ...at, type: 'claim', taskId } },
];

describe('a command is refused', () => {
  it.each(refusals)('to $who: $command.type', async ({ by, command }) => {
    const claimed = await play(opened, { by: paola, command: { ...at, type: 'claim', taskId } });
    const before = command.type === 'submit' ? undefined : command.type === 'claim' ? opened : claimed;
    expect((await problemOf(play(before, { by, command }))).code).toBe('permission.denied');
  });

  it('to a colleague who wants to put back what somebody else holds', async () => {
    const claimed = await play(opened, { by: paola, command: { ...at, type: 'claim', taskId } });
    const gino = aClerk(undefined, { personId: 'gino' });
    const release = play(claimed, { by: gino, command: { ...at, type: 'release', taskId } });
    expect((await problemOf(release)).code).toBe('task.claimed-by-another');
  });

  it('where the dossier is another, or there is none', async () => {
    const command = { type: 'claim', dossierId: 'd0000000-0000-7000-8000-00000000000f', taskId } as const;
    for (const before of [opened, undefined]) {
      const { code, details } = await problemOf(play(before, { by: paola, command }));
      expect({ code, details }).toEqual({ code: 'dossier.not-found', details: { dossierId: command.dossierId } });
    }
  });
});

describe('a refused task', () => {
  const refused = { personId: 'paola', name: 'Paola Conti' };

  it('goes back into the queue when they held it, one or whichever', async () => {
    const claimed = await play(opened, { by: paola, command: { ...at, type: 'claim', taskId } });
    for (const named of [{ taskId }, {}]) {
      const back = await play(claimed, { by: theTimer, command: { ...at, type: 'record-refusal', refused, ...named } });
      expect(back.dossier.tasks[0]).not.toHaveProperty('claimedBy');
      const told = 'taskId' in named ? 'task.refused' : 'reading.refused';
      expect(back.last.events.map(({ type }) => type)).toEqual([told, 'task.released']);
    }
  });

  it('stays with a colleague who holds it', async () => {
    const gino = aClerk(undefined, { personId: 'gino' });
    const claimed = await play(opened, { by: gino, command: { ...at, type: 'claim', taskId } });
    const command = { ...at, type: 'record-refusal', refused } as const;
    const told = await play(claimed, { by: theTimer, command });
    expect(told.dossier.tasks[0]?.claimedBy?.personId).toBe('gino');
    expect(told.last.events.map(({ type }) => type)).toEqual(['reading.refused']);
  });
});
