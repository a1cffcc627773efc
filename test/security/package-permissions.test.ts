import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyIdOf } from '../../engine/store/seed/bodies.ts';
import { rowsOf } from '../../engine/store/db.ts';
import type { CallProblem } from '../../forms/contract/client.ts';
import { anApi, type RunningApi, type Visitor } from '../support/api.ts';
import { aBlankPackage, anAnalystOf } from '../support/packages.ts';

const bodyId = bodyIdOf('r_emiro');
const path = 'forms/domanda.json';

let api: RunningApi;
let owner: Visitor;
const people: Record<string, Visitor> = {};
beforeAll(async () => {
  api = await anApi();
  owner = await api.signIn('analista', 'office');
  Object.assign(people, {
    'an analyst of the body': await anAnalystOf(api, 'operatore', 'r_emiro'),
    'an analyst of another body': await anAnalystOf(api, 'dirigente', 'c_f257'),
    'an administrator of the body': await withRole('rpct', 'administrator'),
    'an auditor': await api.signIn('auditor', 'office'),
    'a citizen': await api.signIn('giulia', 'citizen'),
    'nobody in particular': api.visitor(),
  });
});
afterAll(() => api.stop());

/** Signs in a demo person who has one role in the Region and no other. */
async function withRole(username: string, role: string): Promise<Visitor> {
  await rowsOf(
    api.db,
    `UPDATE memberships SET role = :role
      WHERE body_id = CAST(:bodyId AS uuid)
        AND fiscal_code = (SELECT fiscal_code FROM people WHERE subject = :username)`,
    { bodyId, username, role },
  );
  return api.signIn(username, 'office');
}

const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'granted',
    (error: CallProblem) => error.problem.code,
  );

let count = 0;

/** Everything that is done to packages, each on one of its own, that nothing else changes. */
const operations: Readonly<Record<string, (who: Visitor, packageId: string) => Promise<unknown>>> = {
  createPackage: (who) => aBlankPackage(who, `permesso-${(count += 1)}`),
  listPackages: (who) => who.call('listPackages', {}),
  readPackage: (who, packageId) => who.call('readPackage', { params: { packageId } }),
  readPackageFile: (who, packageId) => who.call('readPackageFile', { params: { packageId }, query: { path } }),
  readPackageTexts: (who, packageId) => who.call('readPackageTexts', { params: { packageId } }),
  readPackageHistory: (who, packageId) => who.call('readPackageHistory', { params: { packageId }, query: {} }),
  exportPackage: async (who, packageId) => {
    const { status, body } = await who.send('GET', `/api/v1/packages/${packageId}/archive`);
    if (status !== 200) throw Object.assign(new Error('refused'), { problem: body });
  },
  writePackageFile: (who, packageId) =>
    who.call('writePackageFile', { params: { packageId }, body: { path, revision: 1, text: '{}' } }),
  renamePackageFile: (who, packageId) =>
    who.call('renamePackageFile', { params: { packageId }, body: { path, revision: 1, to: 'forms/altro.json' } }),
  deletePackageFile: (who, packageId) =>
    who.call('deletePackageFile', { params: { packageId }, query: { path, revision: 1 } }),
  restorePackage: (who, packageId) => who.call('restorePackage', { params: { packageId }, body: { revision: 1 } }),
  checkPackage: (who, packageId) => who.call('checkPackage', { params: { packageId } }),
  publishPackage: (who, packageId) => who.call('publishPackage', { params: { packageId }, body: { revision: 1 } }),
  retirePackage: (who, packageId) => who.call('retirePackage', { params: { packageId } }),
};

/** What each of them is told: of one operation, and of all the others. */
const matrix: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // A package that was never published cannot be retired, by nobody.
  'an analyst of the body': { retirePackage: 'procedure.not-found', others: 'granted' },
  'an analyst of another body': {
    createPackage: 'permission.denied',
    listPackages: 'granted',
    others: 'package.not-found',
  },
  'an administrator of the body': { others: 'permission.denied' },
  'an auditor': { others: 'permission.denied' },
  'a citizen': { others: 'session.required' },
  'nobody in particular': { others: 'session.required' },
};

describe.each(Object.entries(matrix))('%s', (name, told) => {
  it.each(Object.keys(operations))('is told what the matrix says of %s', async (operation) => {
    const { packageId } = await aBlankPackage(owner, `bersaglio-${(count += 1)}`);
    const who = people[name];
    if (who === undefined) throw new Error(`There is no ${name}`);
    const perform = operations[operation];
    expect(await codeOf(Promise.resolve(perform?.(who, packageId)))).toBe(told[operation] ?? told['others']);
  });
});

it('an analyst of another body lists none of the packages', async () => {
  const stranger = people['an analyst of another body'];
  expect((await stranger?.call('listPackages', {}))?.items).toEqual([]);
});
