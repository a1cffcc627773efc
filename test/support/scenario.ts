import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { playScenario } from '../../engine/core/scenario/play.ts';
import { readScenario } from '../../engine/core/scenario/scenario.ts';
import type { Scenario } from '../../engine/core/scenario/scenario.ts';
import type { Stage } from '../../engine/core/scenario/stage.ts';
import { complaintsIn } from './findings.ts';

/** The scenarios of a folder, by file name; one that cannot be read fails the test. */
export async function readScenarios(
  dir: string,
): Promise<readonly { readonly file: string; readonly scenario: Scenario }[]> {
  const files = (await readdir(dir)).filter((file) => file.endsWith('.json')).sort();
  return Promise.all(
    files.map(async (file) => {
      const { scenario, findings } = readScenario(file, await readFile(join(dir, file), 'utf8'));
      if (scenario !== undefined) return { file, scenario };
      throw new Error(complaintsIn(findings));
    }),
  );
}

/** Plays a scenario and fails the test where it does not go as told. */
export async function play(scenario: Scenario, stage: Stage): Promise<void> {
  expect(await playScenario(scenario, stage)).toEqual([]);
}
