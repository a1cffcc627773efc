import { describe, expect, test } from 'vitest';
import {
  createAutosave,
  type AutosavePorts,
  type SavedDraft,
  type SaveFailure,
} from '../../../../forms/citizen/apply/autosave.ts';
import type { Answers } from '../../../../forms/schema/document.ts';

const start: SavedDraft = { answers: { oggetto: '' }, revision: 1, savedAt: '2026-10-01T08:00:00Z', pageId: 'p1' };

/** A server of one draft that can be out of reach, and a clock that runs when it is told to. */
function aServer(stored: SavedDraft = start) {
  const failures: SaveFailure[] = [];
  const timers: { delayMs: number; run: () => void; isOff: boolean }[] = [];
  const saves: Answers[] = [];
  const state = { stored };
  const ports: AutosavePorts = {
    save: async (draft) => {
      const failure = failures.shift();
      if (failure) throw new Error(failure);
      if (draft.revision !== state.stored.revision) throw new Error('changed-elsewhere');
      saves.push(draft.answers);
      state.stored = { ...draft, revision: draft.revision + 1, savedAt: '2026-10-01T08:42:00Z' };
      return state.stored;
    },
    reload: async () => state.stored,
    failureOf: (error) => (error as Error).message as SaveFailure,
    later: (delayMs, run) => {
      const timer = { delayMs, run, isOff: false };
      timers.push(timer);
      return () => (timer.isOff = true);
    },
  };
  const pending = () => timers.filter((timer) => !timer.isOff);
  return { ports, failures, saves, state, pending };
}

describe('the autosave of a draft', () => {
  test('typing is saved once, after a pause', async () => {
    const server = aServer();
    const autosave = createAutosave(start, server.ports);
    autosave.change({ oggetto: 'd' });
    autosave.change({ oggetto: 'de' });
    expect(server.pending().map(({ delayMs }) => delayMs)).toEqual([800]);
    expect(autosave.view().state.type).toBe('waiting');
    await autosave.flush();
    expect(server.saves).toEqual([{ oggetto: 'de' }]);
    expect(autosave.view().state).toEqual({ type: 'saved', savedAt: '2026-10-01T08:42:00Z' });
    expect(server.pending()).toEqual([]);
  });

  test('nothing is sent when nothing was changed', async () => {
    const server = aServer();
    const autosave = createAutosave(start, server.ports);
    autosave.change({ oggetto: '' });
    expect(await autosave.flush()).toBe(true);
    expect(server.saves).toEqual([]);
  });

  test('what is typed during a save is saved next', async () => {
    const server = aServer();
    const autosave = createAutosave(start, server.ports);
    autosave.change({ oggetto: 'uno' });
    const first = autosave.flush();
    autosave.change({ oggetto: 'due' });
    expect(await first).toBe(true);
    expect(server.saves).toEqual([{ oggetto: 'uno' }, { oggetto: 'due' }]);
  });

  test('going to another page saves the place at once', async () => {
    const server = aServer();
    const autosave = createAutosave(start, server.ports);
    autosave.goTo('p2');
    await autosave.flush();
    expect(server.state.stored.pageId).toBe('p2');
  });

  test('without a connection it tries again, later each time', async () => {
    const server = aServer();
    server.failures.push('unreachable', 'unreachable');
    const autosave = createAutosave(start, server.ports);
    autosave.change({ oggetto: 'x' });
    expect(await autosave.flush()).toBe(false);
    expect(autosave.view().state.type).toBe('offline');
    expect(server.pending().map(({ delayMs }) => delayMs)).toEqual([2000]);
    await autosave.flush();
    expect(server.pending().map(({ delayMs }) => delayMs)).toEqual([4000]);
    expect(await autosave.flush()).toBe(true);
    expect(server.state.stored.answers).toEqual({ oggetto: 'x' });
  });

  test('a version saved elsewhere is joined and saved', async () => {
    const server = aServer({ ...start, revision: 5, answers: { oggetto: 'là', email: 'a@b.it' } });
    const autosave = createAutosave(start, server.ports);
    autosave.change({ oggetto: 'qui' });
    expect(await autosave.flush()).toBe(true);
    expect(server.state.stored).toMatchObject({ revision: 6, answers: { oggetto: 'qui', email: 'a@b.it' } });
    expect(autosave.view()).toMatchObject({
      generation: 1,
      told: {
        taken: [{ path: 'email', now: 'a@b.it' }],
        conflicts: [{ path: 'oggetto', now: 'qui', replaced: 'là' }],
      },
    });
  });

  test('after the session ended it waits and keeps the answers', async () => {
    const server = aServer();
    server.failures.push('signed-out');
    const autosave = createAutosave(start, server.ports);
    autosave.change({ oggetto: 'mio' });
    expect(await autosave.flush()).toBe(false);
    expect(autosave.view().state.type).toBe('signed-out');
    expect(autosave.unsaved()).toEqual({ base: { oggetto: '' }, answers: { oggetto: 'mio' } });
    expect(server.pending()).toEqual([]);
  });

  test('a version seen from another tab is taken over at once', () => {
    const autosave = createAutosave(start, aServer().ports);
    autosave.receive({ ...start, revision: 2, answers: { oggetto: 'là' } });
    expect(autosave.view()).toMatchObject({ generation: 1, answers: { oggetto: 'là' }, state: { type: 'saved' } });
    expect(autosave.isDirty()).toBe(false);
  });

  test('the field being written stays when another tab saves', async () => {
    const server = aServer({ ...start, revision: 2, answers: { oggetto: 'là', email: 'a@b.it' } });
    const autosave = createAutosave(start, server.ports);
    autosave.change({ oggetto: 'qui' });
    autosave.receive(server.state.stored);
    expect(autosave.view().answers).toEqual({ oggetto: 'qui', email: 'a@b.it' });
    expect(await autosave.flush()).toBe(true);
    expect(server.state.stored.answers).toEqual({ oggetto: 'qui', email: 'a@b.it' });
  });

  test('an older version from another tab changes nothing', () => {
    const autosave = createAutosave({ ...start, revision: 3 }, aServer().ports);
    autosave.receive({ ...start, revision: 2, answers: { oggetto: 'vecchio' } });
    expect(autosave.view()).toMatchObject({ generation: 0, answers: start.answers });
  });

  test('a value that goes on changing elsewhere is told once', () => {
    const autosave = createAutosave(start, aServer().ports);
    autosave.receive({ ...start, revision: 2, answers: { oggetto: 'l' } });
    autosave.receive({ ...start, revision: 3, answers: { oggetto: 'là' } });
    expect(autosave.view().told.taken).toEqual([{ path: 'oggetto', now: 'là', replaced: '' }]);
    autosave.acknowledge();
    expect(autosave.view().told).toEqual({ taken: [], conflicts: [] });
  });

  test('the answer that gave way can be taken back', () => {
    const server = aServer({ ...start, revision: 2, answers: { oggetto: 'là' } });
    const autosave = createAutosave(start, server.ports);
    autosave.change({ oggetto: 'qui' });
    autosave.receive(server.state.stored);
    const [conflict] = autosave.view().told.conflicts;
    if (conflict) autosave.take(conflict);
    expect(autosave.view()).toMatchObject({ answers: { oggetto: 'là' }, told: { conflicts: [] } });
  });

  test('what an earlier page could not save is joined and saved', async () => {
    const server = aServer({ ...start, revision: 4, answers: { oggetto: 'server', email: 'a@b.it' } });
    const autosave = createAutosave(server.state.stored, server.ports);
    autosave.takeUp({ base: { oggetto: '' }, mine: { oggetto: 'senza rete' } });
    expect(autosave.view().told.conflicts).toEqual([{ path: 'oggetto', now: 'senza rete', replaced: 'server' }]);
    expect(await autosave.flush()).toBe(true);
    expect(server.state.stored.answers).toEqual({ oggetto: 'senza rete', email: 'a@b.it' });
  });

  test('the end of an offline spell is said', async () => {
    const server = aServer();
    server.failures.push('unreachable');
    const autosave = createAutosave(start, server.ports);
    autosave.change({ oggetto: 'x' });
    await autosave.flush();
    await autosave.flush();
    expect(autosave.view().state).toMatchObject({ type: 'saved', wasOffline: true });
  });

  test('its saves are announced to the other tabs', async () => {
    const told: SavedDraft[] = [];
    const server = aServer();
    const autosave = createAutosave(start, { ...server.ports, announce: (draft) => told.push(draft) });
    autosave.change({ oggetto: 'x' });
    await autosave.flush();
    expect(told).toMatchObject([{ revision: 2, answers: { oggetto: 'x' } }]);
  });
});
