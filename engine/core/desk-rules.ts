import type { Actor } from './actor.ts';
import { granted, refused, type Grant } from './grant.ts';
import { administeredBodies, drawnBodies, managedOffices } from './memberships.ts';

/** What people at the desk may do by their roles alone, whatever the dossier: part of the rules of `policy.ts`. */
export const deskRules = {
  'read-sources': (actor: Actor): Grant => {
    if (actor.type !== 'person' || actor.audience !== 'office') return refused('wrong-audience');
    return actor.memberships.some(({ role }) => role === 'analyst') ? granted : refused('not-an-analyst');
  },
  'draw-package': (actor: Actor, { bodyId }: { readonly bodyId: string }): Grant => {
    if (actor.type !== 'person' || actor.audience !== 'office') return refused('wrong-audience');
    return drawnBodies(actor).includes(bodyId) ? granted : refused('not-an-analyst');
  },
  'read-ratings': (actor: Actor): Grant => {
    if (actor.type !== 'person' || actor.audience !== 'office') return refused('wrong-audience');
    return managedOffices(actor).length > 0 ? granted : refused('not-a-manager');
  },
  administer: (actor: Actor): Grant => {
    if (actor.type !== 'person' || actor.audience !== 'office') return refused('wrong-audience');
    return administeredBodies(actor).length > 0 ? granted : refused('not-an-administrator');
  },
  'administer-all': (actor: Actor, { leaderId }: { readonly leaderId: string | undefined }): Grant => {
    if (actor.type !== 'person' || actor.audience !== 'office') return refused('wrong-audience');
    const isLeader = leaderId !== undefined && administeredBodies(actor).includes(leaderId);
    return isLeader ? granted : refused('not-an-administrator');
  },
};
