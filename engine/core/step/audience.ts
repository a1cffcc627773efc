import type { TaskWait } from '../../kernel/types.ts';
import { officeOfRole } from '../competence.ts';
import { isPartyRole } from '../dossier.ts';
import type { Dossier, TaskAudience } from '../dossier.ts';
import type { Guest } from '../office.ts';
import { Problem } from '../problem.ts';
import type { Scene } from './progress.ts';

/** Whom a task is for. */
export interface Assignment {
  readonly audience: TaskAudience;
  /** The office, where it is one of another body. */
  readonly guest?: Guest;
}

/**
 * Whom a user task is for: what the task itself says, else the role of the lane in which it stands. Either names a
 * party, a role of the card, or an office of the body, `<office>[/officer|/manager]`. A role is played by the office
 * that the body has assigned to it, else by the one that the card names.
 *
 * @throws Problem `step.failed` when it is none of them, nobody plays the role, or the body has no such office
 */
export function audienceOf(wait: TaskWait, dossier: Pick<Dossier, 'variables'>, scene: Scene): Assignment {
  const { procedure, body, office } = scene.context;
  const lane = procedure.lanes[wait.elementId];
  const groups = wait.candidateGroups.length === 0 && lane !== undefined ? [lane] : wait.candidateGroups;
  const [group = '', ...more] = groups;
  if (more.length === 0) {
    if (isPartyRole(group)) return { audience: { type: 'party', role: group } };
    const guest = guestFor(group, scene);
    if (guest !== undefined) return guest;
    const { officeCode = '', member } = playerOf(group, dossier, scene);
    if (member !== undefined && office(officeCode) !== undefined)
      return { audience: { type: 'office', officeCode, role: member } };
  }
  throw new Problem('step.failed', {
    elementId: wait.elementId,
    group: groups.join(', '),
    expected: `applicant, third-parties, or a role or <office>[/officer|/manager] with an office of ${body.name}`,
  });
}

function guestFor(role: string, { context }: Scene): Assignment | undefined {
  const rule = context.procedure.service.roles?.[role];
  const assigned = context.assigned?.[role];
  if (rule === undefined || assigned === undefined || assigned.bodyId === context.body.bodyId) return undefined;
  const { bodyId, code: officeCode } = assigned;
  return {
    audience: { type: 'office', officeCode, bodyId, role: rule.member },
    guest: { ...assigned, sees: rule.sees },
  };
}

/** Who plays a role in the body itself, or the office that a task names. */
function playerOf(group: string, { variables }: Pick<Dossier, 'variables'>, { context }: Scene) {
  const { procedure, assigned } = context;
  const rule = procedure.service.roles?.[group];
  if (rule === undefined) return officeNamed(group);
  return { officeCode: assigned?.[group]?.code ?? officeOfRole(procedure, group, variables), member: rule.member };
}

/** The office of the body itself that plays a role; undefined where an office of another body does. */
export function officePlaying(role: string, dossier: Pick<Dossier, 'variables'>, scene: Scene): string | undefined {
  return guestFor(role, scene) === undefined ? playerOf(role, dossier, scene).officeCode : undefined;
}

const members = ['clerk', 'officer', 'manager'] as const;

function officeNamed(group: string) {
  const [officeCode = '', name = 'clerk', ...rest] = group.split('/');
  return { officeCode, member: rest.length === 0 ? members.find((each) => each === name) : undefined };
}
