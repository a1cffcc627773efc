import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Procedure } from '../../../engine/core/procedure.ts';
import { submissionBody } from '../../../engine/run/submission-body.ts';
import { bodyIdOf } from '../../../engine/store/seed/bodies.ts';
import { problemOf } from '../../support/access-way.ts';
import { aProcedure, aServiceCard } from '../../support/builders.ts';
import { applicationOf } from '../../support/course.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';

let iter: RunningIter;
let named: Procedure;
let placed: Procedure;
beforeAll(async () => {
  iter = await aRunningIter();
  named = await aProcedure();
  const competence = { bodyKey: 'ente', officeCode: 'urp', from: { place: 'luogo', level: 'municipality' } } as const;
  placed = { ...named, service: aServiceCard({ competence }) };
});
afterAll(() => iter.stop());

const modena = { istatCode: '036023', name: 'Modena', province: 'MO' };
const milano = { istatCode: '015146', name: 'Milano', province: 'MI' };
const ofModena = bodyIdOf('c_f257');
const bodyFor = (procedure: Procedure, answers: object, more: { shownBodyId?: string; dossierId?: string } = {}) =>
  submissionBody({ db: iter.deps.db, clock: iter.now }, procedure, {
    ...{ dossierId: iter.deps.newId(), answers: answers as never },
    ...more,
  });

describe('the body of an application', () => {
  it('is the one that its answers name', async () => {
    expect(await bodyFor(named, { ente: iter.bodyId })).toBe(iter.bodyId);
  });

  it('cannot be what is no body', async () => {
    expect(await problemOf(bodyFor(named, { ente: 'x'.repeat(100) }))).toMatchObject({
      code: 'answers.invalid',
      details: { issues: [{ path: 'ente', code: 'body.unreadable', params: { given: 'x'.repeat(80) } }] },
    });
  });

  it('is the municipality of the place that its answers name', async () => {
    expect(await bodyFor(placed, { luogo: modena })).toBe(ofModena);
    expect(await bodyFor(placed, { luogo: modena, ente: ofModena }, { shownBodyId: ofModena })).toBe(ofModena);
  });

  it('is asked for where the place is missing', async () => {
    expect(await problemOf(bodyFor(placed, {}))).toMatchObject({
      code: 'answers.invalid',
      details: { issues: [{ path: 'luogo', code: 'field.required', params: {} }] },
    });
  });

  it('is nobody where no body here is competent for the place', async () => {
    expect(await problemOf(bodyFor(placed, { luogo: milano }))).toMatchObject({
      code: 'competence.no-body',
      details: { level: 'municipality' },
    });
  });

  it('is refused where the answers name another one, or the person was shown one', async () => {
    const other = { code: 'competence.other-body', details: { body: 'Comune di Modena' } };
    expect(await problemOf(bodyFor(placed, { luogo: modena, ente: iter.bodyId }))).toMatchObject(other);
    expect(await problemOf(bodyFor(placed, { luogo: modena }, { shownBodyId: iter.bodyId }))).toMatchObject(other);
  });

  it('stays that of the dossier when what was sent is sent again', async () => {
    const { command, actor } = await iter.submission('giulia', applicationOf('giulia', iter.bodyId));
    await iter.run(command, actor);
    expect(await bodyFor(placed, { luogo: modena }, { dossierId: command.dossierId })).toBe(iter.bodyId);
  });
});
