import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readProcedureFolder } from '../../engine/publish/read-folder.ts';
import { portabilityOf } from '../../engine/publish/portability.ts';
import type { Portability } from '../../engine/publish/portability.ts';

const procedures = readdirSync('procedures', { withFileTypes: true }).filter(
  (entry) => entry.isDirectory() && !entry.name.startsWith('_'),
);

/** Every scenario of every procedure on both executors; of a procedure that is not portable, the report why. */
describe.each(procedures)('the portability of $name', ({ name }) => {
  let report: Portability;
  beforeAll(async () => {
    report = await portabilityOf(await readProcedureFolder(`procedures/${name}`));
  }, 600_000);

  const isModelPortable = () =>
    !report.findings.some(({ rule, level }) => level === 'error' && rule !== 'portability.scenario-differs');

  it('is examined with all its scenarios', () => {
    const files = readdirSync(`procedures/${name}/scenarios`).filter((file) => file.endsWith('.json'));
    expect(report.scenarios.map(({ file }) => file)).toEqual(files.sort().map((file) => `scenarios/${file}`));
  });

  it('holds in every scenario, or names elements', () => {
    const faults = report.findings.filter(({ level }) => level === 'error');
    const outcome = isModelPortable() ? 'same' : 'not-played';
    expect(report.scenarios.filter((scenario) => scenario.outcome !== outcome)).toEqual([]);
    expect(faults.filter(({ elementId }) => elementId === undefined)).toEqual([]);
    expect(report.isPortable).toBe(faults.length === 0);
  });
});
