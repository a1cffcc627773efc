import { describe, expect, it } from 'vitest';
import { roles, type Actor, type Role } from '../../../engine/core/actor.ts';
import { administeredBodies, bodiesOf, drawnBodies, managedOffices } from '../../../engine/core/memberships.ts';
import { may, type Act, type Subjects } from '../../../engine/core/policy.ts';
import { aClerk, bodyId, theWorker } from '../../support/builders.ts';
import { answer } from '../../support/policy-cast.ts';

const inRole = (role: Role) => aClerk([{ officeCode: 'urp', role }]);
const inPortal = (role: Role) => aClerk([{ officeCode: 'urp', role }], { audience: 'citizen' });

const allowed = <A extends Act>(act: A, subject: Subjects[A]): readonly Role[] =>
  roles.filter((role) => answer(may(inRole(role), act, subject)) === true);

describe('at the desk', () => {
  it('people have one of seven roles in an office', () => {
    expect(roles).toEqual(['clerk', 'officer', 'manager', 'analyst', 'auditor', 'data-manager', 'administrator']);
  });

  it('analysts read sources and draw the packages of their body', () => {
    expect(allowed('read-sources', {})).toEqual(['analyst']);
    expect(allowed('draw-package', { bodyId })).toEqual(['analyst']);
    expect(answer(may(inRole('analyst'), 'draw-package', { bodyId: 'another-body' }))).toBe('not-an-analyst');
  });

  it('managers read what people think of their services', () => {
    expect(allowed('read-ratings', {})).toEqual(['manager']);
  });

  it('administrators look after their body, and after all where theirs leads', () => {
    expect(allowed('administer', {})).toEqual(['administrator']);
    expect(allowed('administer-all', { leaderId: bodyId })).toEqual(['administrator']);
    expect(allowed('administer-all', { leaderId: 'another-body' })).toEqual([]);
  });
});

const deskActs = {
  'read-sources': { subject: {}, role: 'analyst' },
  'draw-package': { subject: { bodyId }, role: 'analyst' },
  'read-ratings': { subject: {}, role: 'manager' },
  administer: { subject: {}, role: 'administrator' },
  'administer-all': { subject: { leaderId: bodyId }, role: 'administrator' },
} as const;
const asked = (act: keyof typeof deskActs, actor: Actor) => answer(may(actor, act, deskActs[act].subject as never));

it.each(Object.keys(deskActs) as (keyof typeof deskActs)[])(
  'in the portal, and to the system, %s is refused',
  (act) => {
    expect(asked(act, inPortal(deskActs[act].role))).toBe('wrong-audience');
    expect(asked(act, theWorker)).toBe('wrong-audience');
    expect(asked(act, inRole(deskActs[act].role))).toBe(true);
  },
);

it('the bodies and offices of a person are named once each, by the role that they have there', () => {
  const memberships = [
    { bodyId: 'a', officeCode: 'urp', role: 'analyst' },
    { bodyId: 'a', officeCode: 'suap', role: 'analyst' },
    { bodyId: 'b', officeCode: 'urp', role: 'administrator', guestOf: ['a', 'c'] },
    { bodyId: 'b', officeCode: 'suap', role: 'administrator' },
    { bodyId: 'd', officeCode: 'urp', role: 'manager' },
  ] as const;
  expect(drawnBodies({ memberships })).toEqual(['a']);
  expect(administeredBodies({ memberships })).toEqual(['b']);
  expect(managedOffices({ memberships })).toEqual([{ bodyId: 'd', officeCode: 'urp', role: 'manager' }]);
  expect(bodiesOf(memberships)).toEqual(['a', 'b', 'c', 'd']);
});
