import { STATUS_CODES } from 'node:http';
import { describe, expect, it } from 'vitest';
import { Problem, problems, type ProblemCode } from '../../../engine/core/problem.ts';

describe('a problem', () => {
  it('has a status of HTTP that says no', () => {
    expect(Object.entries(problems).filter(([, status]) => status < 400 || !(status in STATUS_CODES))).toEqual([]);
    expect(new Problem('task.not-found').status).toBe(404);
  });

  // What is said in the same words has the same status.
  it.each([
    [/\.not-found$|\.link-not-valid$/, 404],
    [/\.too-large$|-too-large$/, 413],
    [/^request\.too-many$|\.too-many-unsent$/, 429],
    [/\.changed-elsewhere$|\.exists$|\.closed$|\.retired$|-reused$/, 409],
    [/^task\.(already|claimed|not-claimed)|^act\.|^wait\./, 409],
    [/^upload\.(kind|heic|macros)|\.media-type$/, 415],
    [/^upload\.(encrypted|unsafe|too-deep|too-many-(pixels|signers)|too-complex)|^answers\./, 422],
    [/\.denied$|\.own(-dossier)?$|\.four-eyes$|\.level-too-low$|\.cross-site$/, 403],
    [/^service\.(unavailable|busy)$/, 503],
  ])('called %s has the status %i', (name, status) => {
    const called = Object.entries(problems).filter(([code]) => name.test(code));
    expect(called.length).toBeGreaterThan(0);
    expect(called.filter(([, its]) => its !== status)).toEqual([]);
  });
});

/** Which status of HTTP each has; clients go by them. */
const byStatus: Readonly<Record<number, readonly ProblemCode[]>> = {
  400: [
    'request.invalid',
    'request.idempotency-key-missing',
    'sign-in.failed',
    'package.path-not-accepted',
    'upload.empty',
  ],
  401: ['session.required'],
  403: [
    'request.cross-site',
    'session.level-too-low',
    'permission.denied',
    'package.four-eyes',
    'dossier.own',
    'task.own-dossier',
    'mandate.ended',
  ],
  404: [
    'resource.not-found',
    'procedure.not-found',
    'package.not-found',
    'draft.not-found',
    'mail-address.link-not-valid',
    'upload.not-found',
    'dossier.not-found',
    'task.not-found',
  ],
  405: ['request.method-not-allowed'],
  409: [
    'request.idempotency-key-reused',
    'procedure.retired',
    'package.exists',
    'package.of-another-body',
    'package.changed-elsewhere',
    'draft.too-many',
    'draft.changed-elsewhere',
    'draft.already-submitted',
    'draft.form-changed',
    'mail-address.unchanged',
    'body.not-ready',
    'competence.no-body',
    'competence.other-body',
    'dossier.closed',
    'task.already-completed',
    'task.claimed-by-another',
    'task.not-claimed',
    'act.not-offered',
    'act.too-late',
    'term.once',
    'term.not-changed',
    'outcome.without-effect',
    'wait.not-open',
  ],
  413: ['request.too-large', 'package.too-large', 'upload.too-large', 'upload.signed-too-large'],
  415: ['request.media-type', 'upload.kind-not-accepted', 'upload.heic', 'upload.macros'],
  422: [
    'procedure.invalid',
    'package.unsafe-archive',
    'upload.encrypted',
    'upload.unsafe-archive',
    'upload.unsafe-xml',
    'upload.too-deep',
    'upload.too-many-pixels',
    'upload.too-many-signers',
    'upload.too-complex',
    'answers.invalid',
    'step.failed',
  ],
  429: ['request.too-many', 'upload.too-many-unsent'],
  500: ['record.broken'],
  503: ['service.unavailable', 'service.busy'],
  507: ['service.out-of-space'],
};

it.each(Object.entries(byStatus))('those with the status %s', (status, codes) => {
  const found = Object.entries(problems).filter(([, its]) => its === Number(status));
  expect(found.map(([code]) => code)).toEqual(expect.arrayContaining([...codes]));
});

it('one that is thrown has its code, its status and what is safe to show', () => {
  const broken = new Problem('record.broken', { sequence: 3 }, { cause: 'x' });
  expect(broken).toMatchObject({ name: 'Problem', message: 'record.broken', code: 'record.broken', status: 500 });
  expect([broken.details, broken.cause]).toEqual([{ sequence: 3 }, 'x']);
  expect(new Problem('dossier.own').details).toEqual({});
});
