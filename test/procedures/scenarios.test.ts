import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileProcedure } from '../../engine/publish/compile-procedure.ts';
import { readProcedureFolder } from '../../engine/publish/read-folder.ts';
import { stageOffices } from '../../engine/core/scenario/people.ts';
import { sha256 } from '../../engine/store/sha256.ts';
import { recordNamesOf } from '../../engine/words/record/names.ts';
import { timelineOf } from '../../engine/words/record/timeline.ts';
import { auditRecords } from '../../engine/audit/audit.ts';
import { loadEvents } from '../../engine/store/tables/events.ts';
import type { DossierKey } from '../../engine/store/tables/dossier-key.ts';
import { aRunningIter, type RunningIter } from '../support/harness.ts';
import { play, readScenarios } from '../support/scenario.ts';

const procedures = readdirSync('procedures', { withFileTypes: true }).filter(
  (entry) => entry.isDirectory() && !entry.name.startsWith('_'),
);
const stories = await Promise.all(
  procedures.map(async ({ name }) => ({ name, scenarios: await readScenarios(`procedures/${name}/scenarios`) })),
);

/** An identifier, a day as machines write it, or a value that has no words; `e-mail` and `18-bis` are words. */
const code =
  /\b[a-z]{2,}(-[a-z]{2,})+\b|\b[a-z]+[A-Z]\w*|\d{4}-\d{2}-\d{2}|\b(undefined|null|true|false)\b|[{}[\]]|«(urp|rpct|documenti)»|: *(\||$)/;

/** Every scenario of every procedure, through the door: PostgreSQL, jobs, documents and mails, with a virtual clock. */
describe.each(stories)('the scenarios of $name', ({ name, scenarios }) => {
  let iter: RunningIter;
  const plays = new Map<string, Promise<void>>();

  /** A scenario is played once, for whichever test asks first. */
  const played = ({ file, scenario }: (typeof scenarios)[number]): Promise<void> => {
    const playing = plays.get(file) ?? play(scenario, iter);
    plays.set(file, playing);
    return playing;
  };
  const playedAll = async (): Promise<void> => {
    for (const each of scenarios) await played(each);
  };

  beforeAll(async () => {
    iter = await aRunningIter({
      at: '2026-01-01T00:00:00.000Z',
      files: await readProcedureFolder(`procedures/${name}`),
    });
  });

  afterAll(() => iter.stop());

  it.each(scenarios)('$scenario.title ($file)', (each) => played(each));

  it('leave records that are all intact', async () => {
    await playedAll();
    let dossiers = 0;
    for await (const { registration, check, alterations } of auditRecords(iter.deps.db, { sha256 })) {
      expect({ registration, ...check, alterations }).toEqual({ registration, intact: true, alterations: [] });
      dossiers += 1;
    }
    expect(dossiers).toBeGreaterThanOrEqual(scenarios.length);
  });

  it.each(['applicant', 'third-parties', 'office'] as const)('tell no codes to %s', async (reader) => {
    await playedAll();
    const { procedure } = await compileProcedure(await readProcedureFolder(`procedures/${name}`), 1);
    if (procedure === undefined) throw new Error(`${name} does not compile`);
    const names = recordNamesOf(procedure, stageOffices);
    const keys: readonly DossierKey[] = await iter.deps.db('dossiers').select('bodyId', 'dossierId');
    const told = new Set<string>();
    for (const key of keys) {
      const events = await loadEvents(iter.deps.db, key);
      const entries = (['it', 'en'] as const).flatMap((language) => timelineOf(events, reader, { language, names }));
      for (const { title, text = '', ground = '' } of entries) told.add([title, text, ground].join(' | '));
    }
    expect(told.size).toBeGreaterThan(10);
    expect([...told].filter((sentence) => code.test(sentence))).toEqual([]);
  });
});
