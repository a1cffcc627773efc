import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ProcedureFiles } from '../../../engine/core/procedure.ts';
import { publish } from '../../../engine/publish.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';
import { aPortableProcedure, notPortable, onKernel, portableFolder } from '../../support/portable-procedure.ts';
import { play, readScenarios } from '../../support/scenario.ts';

const scenarios = await readScenarios(`${portableFolder}/scenarios`);
const answers = { ente: '@r_emiro', oggetto: 'Attestato', copie: 1 };
const regular = { esitoVerifica: 'regolare', ufficio: 'documenti' };

/** Who made the state of the dossier submitted last: the memory of bpmn-engine is in it, or is not. */
async function executorOf(iter: RunningIter): Promise<'bpmn-engine' | 'kernel'> {
  const { state } = await iter.dossier();
  return 'records' in state ? 'bpmn-engine' : 'kernel';
}

describe('a procedure that has chosen bpmn-engine', () => {
  let iter: RunningIter;
  beforeAll(async () => {
    iter = await aRunningIter({ at: '2026-01-01T00:00:00.000Z', files: await aPortableProcedure() });
  });
  afterAll(() => iter.stop());

  it.each(scenarios)('goes through the door: $scenario.title', async ({ scenario }) => {
    await play(scenario, iter);
    expect(await executorOf(iter)).toBe('bpmn-engine');
    expect((await iter.dossier()).closedAt).toBeDefined();
  });
});

describe('versions on different executors', () => {
  let iter: RunningIter;
  let files: ProcedureFiles;
  beforeEach(async () => {
    files = await aPortableProcedure();
    iter = await aRunningIter({ files: onKernel(files) });
  });
  afterEach(() => iter.stop());

  it('leave each dossier on that of its version', async () => {
    await iter.submit('giulia', answers);
    const before = (await iter.dossier()).tasks[0];
    const published = await publish(iter.deps.db, files, iter.now());
    expect(published).toMatchObject({ outcome: 'published', version: 2 });
    await iter.complete('operatore', 'check-request', regular);
    expect(await executorOf(iter)).toBe('kernel');
    await iter.submit('luca', answers);
    expect((await iter.dossier()).tasks[0]).toMatchObject({ elementId: before?.elementId });
    expect(await executorOf(iter)).toBe('bpmn-engine');
  });

  it('are refused when not portable, and change nothing', async () => {
    const refused = await publish(iter.deps.db, notPortable(files), iter.now());
    expect(refused).toMatchObject({ outcome: 'refused', inUse: 1 });
    expect(refused.findings.filter(({ level }) => level === 'error')).toMatchObject([
      {
        rule: 'portability.side-event',
        elementId: 'withdrawal',
      },
    ]);
    await iter.submit('giulia', answers);
    expect((await iter.dossier()).procedureVersion).toBe(1);
  });
});
