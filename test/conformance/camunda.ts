import { join } from 'node:path';
import { deploy } from './world/acts.ts';
import { emptyWorld } from './world/world.ts';
import type { World } from './world/world.ts';
import { compileFile } from '../../engine/kernel/reading/compile.ts';
import { adaptCamunda } from './camunda-model.ts';
import { takeStep } from './camunda-steps.ts';
import type { Step } from './camunda-steps.ts';
import { readJsonFile, readXmlFile } from './files.ts';
import type { CaseOutcome, Suite } from './suite.ts';
import { whyStopped } from './stopped.ts';
import { inItalian } from '../support/findings.ts';

interface Scenario {
  readonly name: string;
  readonly optional?: boolean;
  readonly steps: readonly Step[];
}

interface CamundaCase {
  readonly id: string;
  readonly files: readonly string[];
  readonly scenarios: readonly Scenario[];
}

/** A server engine from outside: tasks, messages, signals, time and variables, by scripts of steps. */
export const camunda: Suite = {
  name: 'camunda',
  async *run(dir) {
    const { cases } = await readJsonFile<{ readonly cases: readonly CamundaCase[] }>(
      join(dir, 'camunda/manifest.json'),
    );
    for (const each of cases) yield await runCase(join(dir, 'camunda'), each);
  },
};

async function runCase(dir: string, { id, files, scenarios }: CamundaCase): Promise<CaseOutcome> {
  let world: World = emptyWorld('2026-03-02T09:00:00.000Z');
  for (const file of files) {
    const { programs, findings } = await compileFile(adaptCamunda(await readXmlFile(join(dir, file))), {
      decisions: [],
    });
    if (programs.length === 0) return { id, passed: false, reason: inItalian(findings).join(' ') };
    world = deploy(world, programs);
  }
  const reasons = scenarios.filter(({ optional }) => optional !== true).flatMap((scenario) => play(world, scenario));
  return reasons.length === 0 ? { id, passed: true } : { id, passed: false, reason: reasons.join('; ') };
}

function play(deployed: World, { name, steps }: Scenario): readonly string[] {
  let world = deployed;
  for (const [index, step] of steps.entries()) {
    const where = `${name}, passo ${index + 1} ${JSON.stringify(step)}`;
    try {
      const taken = takeStep(world, step);
      if (taken.reason !== undefined) return [`${where}: ${taken.reason}`];
      if (step.expectError === true) return [`${where}: accettato`];
      world = taken.world;
    } catch (error) {
      const { words } = whyStopped(error);
      if (step.expectError !== true) return [`${where}: ${words}`];
    }
  }
  return [];
}
