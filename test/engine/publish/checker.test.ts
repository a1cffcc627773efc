import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProcedureFiles } from '../../../engine/core/procedure.ts';
import { blankPackage } from '../../../engine/publish/blank-package.ts';
import { createChecker, type Checker } from '../../../engine/publish/checker.ts';
import { compileForPublishing } from '../../../engine/publish/compile-procedure.ts';
import { packageOf } from '../../../engine/publish/package-files.ts';
import { writeZip } from '../../../engine/publish/zip.ts';
import { anApi, type RunningApi } from '../../support/api.ts';
import { aPortableProcedure } from '../../support/portable-procedure.ts';

/**
 * A procedure that chooses bpmn-engine: the check plays each scenario on both engines. Of so many, none alone beyond
 * any bound, the last is not played within minutes.
 */
async function anEndlessPackage(): Promise<ProcedureFiles> {
  const portable = await aPortableProcedure();
  const [story = ''] = Object.values(portable.scenarios ?? {});
  const scenarios = Array.from({ length: 250 }, (_, index) => [`scenarios/storia-${index}.json`, story] as const);
  return { ...portable, scenarios: Object.fromEntries(scenarios) };
}

describe('a package that is checked in a thread', () => {
  const checker = createChecker();
  afterAll(() => checker.close());

  it('has the findings that it has without a thread', async () => {
    const files = blankPackage('nel-filo', 'Nel filo');
    const wrong = packageOf('nel-filo', { ...files, 'service.json': '{' });
    const { findings } = await compileForPublishing(wrong, 0);
    expect(findings).not.toEqual([]);
    expect(await checker.check(wrong)).toEqual(findings);
    expect(await checker.check(packageOf('nel-filo', files))).toEqual([]);
  });
});

describe('a check that does not end', () => {
  let api: RunningApi;
  let checker: Checker;
  beforeAll(async () => {
    checker = createChecker({ timeMs: 5000 });
    api = await anApi({ checker });
  });
  afterAll(() => api.stop());

  it('is a finding, and the next package is checked', async () => {
    expect(await checker.check(await anEndlessPackage())).toMatchObject([
      { rule: 'check.not-ended', level: 'error', file: 'procedure.bpmn' },
    ]);
    expect(await checker.check(packageOf('dopo', blankPackage('dopo', 'Dopo')))).toEqual([]);
  });

  it('keeps its package from being published, and the server from nothing', async () => {
    const elena = await api.signIn('analista', 'office');
    const { procedureId, files, scenarios } = await anEndlessPackage();
    const content = writeZip(procedureId, { ...files, ...scenarios }).toString('base64');
    const { packageId } = await elena.call('createPackage', {
      body: { from: { type: 'zip', procedureId, content }, bodyId: api.bodyId },
    });
    const params = { packageId };
    const ended: string[] = [];
    const check = elena.call('checkPackage', { params }).then((answer) => {
      ended.push('check');
      return answer;
    });
    await elena.call('listPackages', {}).then(() => ended.push('list'));
    const { findings, revision } = await check;
    expect(ended).toEqual(['list', 'check']);
    expect(findings).toMatchObject([{ rule: 'check.not-ended' }]);
    const published = await elena.call('publishPackage', { params, body: { revision } });
    expect(published).toMatchObject({ findings: [{ rule: 'check.not-ended', level: 'error' }] });
    expect(published.version).toBeUndefined();
  });
});
