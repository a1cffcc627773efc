import { describe, expect, it } from 'vitest';
import { audienceOf } from '../../../../engine/core/step/audience.ts';
import { sceneOf } from '../../../../engine/core/step/progress.ts';
import type { TaskWait } from '../../../../engine/kernel/types.ts';
import { aContext, aProcedure, aServiceCard } from '../../../support/builders.ts';

const roles = {
  'front-desk': { label: 'Sportello', office: 'urp', member: 'clerk' },
  decider: { label: 'Chi decide', office: '= ufficio', member: 'officer' },
  'opinion:environment': { label: 'Parere', office: 'ambiente', member: 'clerk' },
} as const;

/** Whom the task `check` is for, when it says these groups and stands in the lane of that role. */
async function audience(at: { readonly groups?: readonly string[]; readonly lane?: string }) {
  const lanes: Readonly<Record<string, string>> = at.lane === undefined ? {} : { check: at.lane };
  const procedure = await aProcedure({ lanes, service: aServiceCard({ roles }) });
  const context = await aContext({ procedure });
  const scene = sceneOf({ type: 'system', component: 'worker' }, context);
  const wait: TaskWait = {
    id: 'w1',
    type: 'task',
    elementId: 'check',
    name: 'Verifica',
    candidateGroups: [...(at.groups ?? [])],
    candidateUsers: [],
    input: {},
  };
  return audienceOf(wait, { variables: { ufficio: 'documenti' } }, scene);
}

describe('a user task', () => {
  it('is for the office that plays the role of its lane', async () => {
    expect(await audience({ lane: 'front-desk' })).toEqual({ type: 'office', officeCode: 'urp', role: 'clerk' });
  });

  it('is for an office that the answers give, and for those who may act there', async () => {
    expect(await audience({ lane: 'decider' })).toEqual({ type: 'office', officeCode: 'documenti', role: 'officer' });
  });

  it('is for the party that its lane names', async () => {
    expect(await audience({ lane: 'applicant' })).toEqual({ type: 'party', role: 'applicant' });
  });

  it.each([
    ['a role', 'front-desk', { type: 'office', officeCode: 'urp', role: 'clerk' }],
    ['a party', 'third-parties', { type: 'party', role: 'third-parties' }],
    ['an office', 'rpct/manager', { type: 'office', officeCode: 'rpct', role: 'manager' }],
  ])('is for %s that it names itself, whatever its lane', async (_what, group, expected) => {
    expect(await audience({ groups: [group], lane: 'decider' })).toEqual(expected);
  });

  it.each([
    ['nobody', {}],
    ['two groups', { groups: ['urp', 'rpct'] }],
    ['a role that the card does not have', { lane: 'mayor' }],
    ['a role whose office the body does not have', { lane: 'opinion:environment' }],
    ['somebody that no office has', { groups: ['urp/analyst'] }],
  ])('is refused for %s', async (_what, at) => {
    await expect(audience(at)).rejects.toThrow('step.failed');
  });
});
