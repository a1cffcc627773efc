import { strToU8, zipSync, type Zippable } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyIdOf } from '../../engine/store/seed/bodies.ts';
import type { CallProblem } from '../../forms/contract/client.ts';
import { anApi, type RunningApi, type Visitor } from '../support/api.ts';
import { aBlankPackage, anAnalystOf, noPackage } from '../support/packages.ts';

const bodyId = bodyIdOf('r_emiro');

let api: RunningApi;
let elena: Visitor;
let packageId: string;
beforeAll(async () => {
  api = await anApi();
  elena = await api.signIn('analista', 'office');
  ({ packageId } = await aBlankPackage(elena, 'bersaglio'));
});
afterAll(() => api.stop());

const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'granted',
    (error: CallProblem) => error.problem.code,
  );

describe('a file of a package', () => {
  const outside = {
    'above the package': '../service.json',
    'above a folder': 'forms/../../x.json',
    absolute: '/etc/passwd',
    'of another system': 'forms\\x.json',
    'with a drive': 'c:/x.json',
    'with a NUL': 'forms/x.json\u0000.bpmn',
    'with a line': 'forms/x\n.json',
    hidden: 'forms/.x.json',
    'in a folder that there is not': 'scripts/x.js',
    'two folders deep': 'forms/a/b.json',
    'of a prototype': '__proto__/x.json',
    'with another ending': 'forms/x.html',
    'with capitals': 'forms/X.JSON',
    'without a name': 'forms/.json',
  } as const;

  it.each(Object.entries(outside))('%s is refused', async (_name, path) => {
    const body = { path, revision: 0, text: '{}' };
    const code = await codeOf(elena.call('writePackageFile', { params: { packageId }, body }));
    expect(['package.path-not-accepted', 'request.invalid']).toContain(code);
    const renaming = { path: 'forms/domanda.json', revision: 1, to: path };
    expect(await codeOf(elena.call('renamePackageFile', { params: { packageId }, body: renaming }))).toBe(code);
  });

  it('is no larger than the bound', async () => {
    const body = { path: 'forms/grande.json', revision: 0, text: ' '.repeat(550_000) };
    expect(await codeOf(elena.call('writePackageFile', { params: { packageId }, body }))).toBe('package.too-large');
  });
});

describe('an archive', () => {
  const begin = (members: Zippable, name = 'da-zip') => {
    const content = Buffer.from(zipSync(members)).toString('base64');
    return codeOf(elena.call('createPackage', { body: { from: { type: 'zip', procedureId: name, content }, bodyId } }));
  };
  const file = strToU8('{}');

  it.each(['../forms/a.json', '/forms/a.json', 'forms\\a.json', 'x/../../forms/a.json'])(
    'with a member called %s is refused',
    async (name) => {
      expect(await begin({ [name]: file })).toBe('package.unsafe-archive');
    },
  );

  it('with a link is refused', async () => {
    const link = [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] as const;
    expect(await begin({ 'forms/a.json': [...link] })).toBe('package.path-not-accepted');
  });

  it('that unpacks to far more than it is, is refused', async () => {
    // Quickly packed: a server that hears nothing for five seconds lets the connection go.
    const zeros = new Uint8Array(16 * 1024 * 1024);
    expect(await begin({ 'forms/a.json': [zeros, { level: 1 }] })).toBe('package.too-large');
  });

  it('with too many members is refused', async () => {
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_none, index) => [`x/${index}.txt`, file]));
    expect(await begin(many)).toBe('package.too-large');
  });

  it('that is none, or holds no package, is refused', async () => {
    const content = Buffer.from('no archive at all').toString('base64');
    const none = elena.call('createPackage', {
      body: { from: { type: 'zip', procedureId: 'niente', content }, bodyId },
    });
    expect(await codeOf(none)).toBe('package.unsafe-archive');
    expect(await begin({ 'letto.txt': file })).toBe('package.path-not-accepted');
  });

  it('with text that is none is refused', async () => {
    expect(await begin({ 'forms/a.json': new Uint8Array([0xff, 0xfe, 0xfd]) })).toBe('package.unsafe-archive');
  });
});

describe('a package of another body', () => {
  let stranger: Visitor;
  beforeAll(async () => {
    stranger = await anAnalystOf(api, 'dirigente', 'c_a944');
  });

  it('is not there, whatever is asked', async () => {
    const params = { packageId };
    const seen = { path: 'service.json', revision: 1 };
    const codes = await Promise.all([
      codeOf(stranger.call('readPackage', { params })),
      codeOf(stranger.call('readPackageFile', { params, query: { path: 'service.json' } })),
      codeOf(stranger.call('writePackageFile', { params, body: { ...seen, text: '{}' } })),
      codeOf(stranger.call('deletePackageFile', { params, query: seen })),
      codeOf(stranger.call('renamePackageFile', { params, body: { ...seen, to: 'parameters.json' } })),
      codeOf(stranger.call('readPackageHistory', { params, query: {} })),
      codeOf(stranger.call('restorePackage', { params, body: { revision: 1 } })),
      codeOf(stranger.call('checkPackage', { params })),
      codeOf(stranger.call('publishPackage', { params, body: { revision: 1 } })),
      codeOf(stranger.call('retirePackage', { params })),
      codeOf(stranger.call('readPackage', { params: { packageId: noPackage } })),
    ]);
    expect(new Set(codes)).toEqual(new Set(['package.not-found']));
    expect((await stranger.call('listPackages', {})).items).toEqual([]);
  });

  it('cannot be begun for a body that is not one’s own', async () => {
    const from = { type: 'blank', procedureId: 'altrui', title: 'Altrui' } as const;
    expect(await codeOf(stranger.call('createPackage', { body: { from, bodyId } }))).toBe('permission.denied');
  });

  it('cannot take over what serves all bodies', async () => {
    const from = { type: 'published', procedureId: 'accesso-agli-atti' } as const;
    const own = bodyIdOf('c_a944');
    expect(await codeOf(stranger.call('createPackage', { body: { from, bodyId: own } }))).toBe(
      'package.of-another-body',
    );
  });
});

describe('whoever is no analyst', () => {
  it('sees and changes no package', async () => {
    const desk = await api.signIn('operatore', 'office');
    const from = { type: 'blank', procedureId: 'non-analista', title: 'Non analista' } as const;
    const codes = await Promise.all([
      codeOf(desk.call('listPackages', {})),
      codeOf(desk.call('readPackage', { params: { packageId } })),
      codeOf(desk.call('createPackage', { body: { from, bodyId } })),
    ]);
    expect(new Set(codes)).toEqual(new Set(['permission.denied']));
    const citizen = await api.signIn('giulia', 'citizen');
    expect(await codeOf(citizen.call('listPackages', {}))).toBe('session.required');
  });
});
