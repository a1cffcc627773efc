import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../engine/catalogue/check.ts';
import { partFiles, readInterface } from '../../engine/catalogue/read-interface.ts';
import { memoryStage } from '../../engine/core/scenario/memory-stage.ts';
import { kernelExecutor } from '../../engine/executors/kernel.ts';
import { recordingOf } from '../../engine/executors/recording.ts';
import { callerOf, type PartFolder } from '../support/part-alone.ts';
import { play, readScenarios } from '../support/scenario.ts';

const folder = 'procedures/_parts';

/** The opening tag of a flow node or a sequence flow. */
const flowElement = /<bpmn:(?:\w*Event|\w*Gateway|\w*Task|callActivity|subProcess|sequenceFlow) id="([^"]+)"/g;

/** A part with nothing around it. */
async function partOf(partId: string): Promise<PartFolder> {
  const names = readdirSync(`${folder}/${partId}`, { recursive: true, encoding: 'utf8' });
  const paths = names.filter((name) => /\.(bpmn|json|md|dmn)$/.test(name) && !/^(scenarios\/|README)/.test(name));
  const texts = await Promise.all(
    paths.map(async (path) => [path, await readFile(`${folder}/${partId}/${path}`, 'utf8')] as const),
  );
  const files = Object.fromEntries(texts);
  const { value, findings } = readInterface(files);
  if (value === undefined) throw new Error(JSON.stringify(findings));
  return { partId, files, taken: value };
}

const parts = await Promise.all(
  readdirSync(folder).map(async (partId) => ({
    partId,
    part: await partOf(partId),
    scenarios: await readScenarios(`${folder}/${partId}/scenarios`),
  })),
);

describe.each(parts)('the part $partId', ({ partId, part, scenarios }) => {
  it('is published with whoever calls it, without a finding of its own', async () => {
    const { findings } = await checkFiles(callerOf(part, scenarios[0]?.scenario.given));
    expect(findings.filter(({ file = '' }) => file.startsWith('_parts/'))).toEqual([]);
    expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it.each(scenarios)('$scenario.title ($file)', async ({ scenario }) => {
    const { procedure, findings } = await checkFiles(callerOf(part, scenario.given));
    if (procedure === undefined) throw new Error(JSON.stringify(findings));
    await play(scenario, memoryStage({ procedure, executor: kernelExecutor }));
  });

  it('is passed by its scenarios at every element and every flow', async () => {
    const passed = new Set<string>();
    for (const { scenario } of scenarios) {
      const { procedure } = await checkFiles(callerOf(part, scenario.given));
      if (procedure === undefined) throw new Error(partId);
      const { executor, calls } = recordingOf(kernelExecutor);
      await play(scenario, memoryStage({ procedure, executor }));
      for (const { move } of calls)
        for (const line of move?.trail ?? []) passed.add(line.type === 'taken' ? line.flowId : line.elementId);
    }
    const drawn = [...(part.files['procedure.bpmn'] ?? '').matchAll(flowElement)].map(([, id = '']) => id);
    expect(drawn.length).toBeGreaterThan(5);
    expect(drawn.filter((id) => !passed.has(id))).toEqual([]);
  });

  it('has a picture of what it does, and speaks of no procedure', async () => {
    const readme = await readFile(`${folder}/${partId}/README.md`, 'utf8');
    expect(readme).toMatch(/!\[[^\]]+\]\(diagram\.png\)/);
    expect(readdirSync(`${folder}/${partId}`)).toContain('diagram.png');
    const words = Object.values(part.files).join('\n');
    expect(words.match(/accesso agli atti|accesso civico|classificazione/gi)).toBeNull();
  });
});

it('a name that two parts have is told when the procedure is published', async () => {
  const [one] = parts;
  if (one === undefined) throw new Error('no part');
  const caller = callerOf(one.part, one.scenarios[0]?.scenario.given);
  const again = Object.entries(partFiles(caller.files).get(one.partId) ?? {}).map(([path, text]) => [
    `_parts/another/${path}`,
    path === 'procedure.bpmn'
      ? text
          .replace(`<bpmn:process id="${one.partId}"`, '<bpmn:process id="another"')
          .replaceAll(`processRef="${one.partId}"`, 'processRef="another"')
      : text,
  ]);
  const { findings } = await checkFiles({ ...caller, files: { ...caller.files, ...Object.fromEntries(again) } });
  expect(new Set(findings.filter(({ level }) => level === 'error').map(({ rule }) => rule))).toEqual(
    new Set(['part.name-twice']),
  );
});
