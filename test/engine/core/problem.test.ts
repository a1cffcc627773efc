import { STATUS_CODES } from 'node:http';
import { describe, expect, it } from 'vitest';
import { Problem, problems } from '../../../engine/core/problem.ts';

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
