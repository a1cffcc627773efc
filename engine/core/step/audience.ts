import type { TaskWait } from '../../kernel/types.ts';
import { playedRole } from '../competence.ts';
import { isPartyRole } from '../dossier.ts';
import type { Dossier, TaskAudience } from '../dossier.ts';
import { Problem } from '../problem.ts';
import type { Scene } from './progress.ts';

/**
 * Whom a user task is for: what the task itself says, else the role of the lane in which it stands. Either names a party,
 * a role of the card, or an office, `<office>[/officer|/manager]`.
 *
 * @throws Problem `step.failed` when it is none of them, or the body has no such office
 */
export function audienceOf(wait: TaskWait, dossier: Pick<Dossier, 'variables'>, scene: Scene): TaskAudience {
  const { procedure, body } = scene.context;
  const lane = procedure.lanes[wait.elementId];
  const groups = wait.candidateGroups.length === 0 && lane !== undefined ? [lane] : wait.candidateGroups;
  const [group = '', ...more] = groups;
  if (more.length === 0 && isPartyRole(group)) return { type: 'party', role: group };
  const played = playedRole(procedure, group, dossier.variables);
  const { officeCode, member } = played ?? officeNamed(group);
  if (more.length === 0 && member !== undefined && scene.context.office(officeCode) !== undefined)
    return { type: 'office', officeCode, role: member };
  throw new Problem('step.failed', {
    elementId: wait.elementId,
    group: groups.join(', '),
    ...(played && { office: officeCode }),
    expected: `applicant, third-parties, or a role or <office>[/officer|/manager] with an office of ${body.name}`,
  });
}

const members = ['clerk', 'officer', 'manager'] as const;

function officeNamed(group: string) {
  const [officeCode = '', name = 'clerk', ...rest] = group.split('/');
  return { officeCode, member: rest.length === 0 ? members.find((each) => each === name) : undefined };
}
