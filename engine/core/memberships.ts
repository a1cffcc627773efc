import type { PersonActor } from './actor.ts';

type Member = Pick<PersonActor, 'memberships'>;

/** The bodies whose packages a person draws. */
export function drawnBodies({ memberships }: Member): readonly string[] {
  return [...new Set(memberships.filter(({ role }) => role === 'analyst').map(({ bodyId }) => bodyId))];
}

/** The bodies whose offices, people and assignments a person looks after. */
export function administeredBodies({ memberships }: Member): readonly string[] {
  return [...new Set(memberships.filter(({ role }) => role === 'administrator').map(({ bodyId }) => bodyId))];
}

/** The offices of which a person is the manager. */
export function managedOffices({ memberships }: Member): PersonActor['memberships'] {
  return memberships.filter(({ role }) => role === 'manager');
}

/** The bodies in whose dossiers the offices of a person may take part: their own, and those where they are guests. */
export function bodiesOf(memberships: PersonActor['memberships']): readonly string[] {
  return [...new Set(memberships.flatMap(({ bodyId, guestOf = [] }) => [bodyId, ...guestOf]))];
}
