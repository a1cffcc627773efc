import type { Actor } from './actor.ts';
import { whyKeptOff } from './concerned.ts';
import type { Conflict } from './conflict.ts';
import type { Dossier } from './dossier.ts';
import { granted, refused, type Grant } from './grant.ts';
import { isManagerOf, officesWorkedIn } from './office-roles.ts';
import { isOpen } from './status.ts';

/** Who declares a conflict of interest in a dossier, and who decides on it: part of the rules of `policy.ts`. */
export const conflictRules = {
  /** Whoever could work a task of it, once. */
  'declare-conflict': (actor: Actor, { dossier }: { readonly dossier: Dossier }): Grant => {
    if (officesWorkedIn(actor, dossier).length === 0) return refused('not-of-the-office');
    if (!isOpen(dossier)) return refused('dossier-closed');
    const why = whyKeptOff(actor, dossier);
    return why === undefined ? granted : refused(why);
  },
  /** Another person: the manager of an office of who declared it, or of the office that answers for the dossier. */
  'assess-conflict': (
    actor: Actor,
    { dossier, conflict }: { readonly dossier: Dossier; readonly conflict: Conflict },
  ): Grant => {
    const { bodyId, officeCode } = dossier;
    const offices = [...conflict.offices, { bodyId, code: officeCode }];
    if (!offices.some((office) => isManagerOf(actor, office))) return refused('not-a-manager');
    if (!isOpen(dossier)) return refused('dossier-closed');
    const why = whyKeptOff(actor, dossier);
    return why === undefined ? granted : refused(why);
  },
};
