import { describe, expect, it } from 'vitest';
import { audienceOf } from '../../../../engine/core/step/audience.ts';
import { sceneOf } from '../../../../engine/core/step/progress.ts';
import type { StepContext } from '../../../../engine/core/step/context.ts';
import type { TaskWait } from '../../../../engine/kernel/types.ts';
import { aContext, aProcedure, aServiceCard, bodyId } from '../../../support/builders.ts';

const roles = {
  'front-desk': { label: 'Sportello', office: 'urp', member: 'clerk', sees: 'tasks' },
  decider: { label: 'Chi decide', office: '= ufficio', member: 'officer', sees: 'tasks' },
  'opinion:environment': { label: 'Parere', office: 'ambiente', member: 'clerk', sees: 'dossier' },
  chosen: { label: 'Chi sceglie ogni ente', member: 'clerk', sees: 'tasks' },
} as const;

const arpae = { bodyId: 'arpae', code: 'pareri', name: 'ARPAE, Pareri' };

/** Whom the task `check` is for, when it says these groups and stands in the lane of that role. */
async function audience(at: At) {
  return (await assignment(at)).audience;
}

interface At {
  readonly groups?: readonly string[];
  readonly lane?: string;
  readonly assigned?: StepContext['assigned'];
}

async function assignment(at: At) {
  const lanes: Readonly<Record<string, string>> = at.lane === undefined ? {} : { check: at.lane };
  const procedure = await aProcedure({ lanes, service: aServiceCard({ roles }) });
  const context = await aContext({ procedure, ...(at.assigned && { assigned: at.assigned }) });
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

  it('is for the office that the body has assigned to the role, before that of the card', async () => {
    const assigned = { 'front-desk': { bodyId, code: 'documenti', name: 'Documenti' } };
    expect(await audience({ lane: 'front-desk', assigned })).toMatchObject({ officeCode: 'documenti' });
  });

  it('is for an office of another body that is assigned, as a guest', async () => {
    expect(await assignment({ lane: 'front-desk', assigned: { 'front-desk': arpae } })).toEqual({
      audience: { type: 'office', officeCode: 'pareri', bodyId: 'arpae', role: 'clerk' },
      guest: { ...arpae, sees: 'tasks' },
    });
  });

  it('lets the guest see the dossier where the card says so', async () => {
    const { guest } = await assignment({ lane: 'opinion:environment', assigned: { 'opinion:environment': arpae } });
    expect(guest?.sees).toBe('dossier');
  });

  it.each([
    ['a role that the card leaves to the bodies, and nobody plays', { lane: 'chosen' }],
    ['nobody', {}],
    ['two groups', { groups: ['urp', 'rpct'] }],
    ['a role that the card does not have', { lane: 'mayor' }],
    ['a role whose office the body does not have', { lane: 'opinion:environment' }],
    ['somebody that no office has', { groups: ['urp/analyst'] }],
  ])('is refused for %s', async (_what, at) => {
    await expect(audience(at)).rejects.toThrow('step.failed');
  });
});
