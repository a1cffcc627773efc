import type { CardRole } from '../../forms/contract/procedures.ts';
import { isPartyRole, partyRoles } from '../core/dossier.ts';
import { notice } from '../language/notice.ts';
import { namesOf } from '../language/uses.ts';
import { errorIn, warningIn } from '../findings/finding.ts';
import type { Finding } from '../findings/finding.ts';
import { againstWritten } from './card-english.ts';
import { programsOf } from './expressions.ts';
import type { Parts } from './expressions.ts';

/** A user task with whom it is for. */
interface Assigned {
  readonly elementId: string;
  /**
   * What the task says (`zeebe:assignmentDefinition`), else the role of its lane: a role, a party,
   * `<office>[/officer|/manager]`, or FEEL that gives one of them. Absent where nobody is told.
   */
  readonly group?: string;
}

/** Every user task of a procedure. */
export function assignedTasks(parts: Pick<Parts, 'program' | 'companions' | 'lanes'>): readonly Assigned[] {
  const nodes = programsOf(parts).flatMap((program) => Object.values(program.nodes));
  return nodes.flatMap(({ id, work }): readonly Assigned[] => {
    if (work?.type !== 'task') return [];
    const group = work.candidateGroups ?? parts.lanes[id];
    return [{ elementId: id, ...(group !== undefined && { group }) }];
  });
}

/** The roles of the card that tasks are for, each with what the card says of it. */
export function rolesWithTasks(parts: Pick<Parts, 'program' | 'companions' | 'lanes' | 'service' | 'parts'>) {
  const everywhere = [parts, ...Object.values(parts.parts ?? {})].flatMap(assignedTasks);
  const groups = new Set(everywhere.map(({ group }) => group));
  return rolesOf(parts).filter(([code]) => groups.has(code));
}

const rolesOf = ({ service }: Pick<Parts, 'service'>): readonly (readonly [code: string, role: CardRole])[] =>
  Object.entries(service.roles ?? {});

/**
 * What is wrong with the roles of a procedure: tasks for nobody, lanes of a role that does not exist, roles without
 * work.
 */
export const checkRoles = (parts: Parts): readonly Finding[] => [
  ...checkTasks(parts),
  ...unknownRoles(parts),
  ...(parts.interface === undefined ? [...idleRoles(parts), ...untranslated(parts)] : []),
];

const office = /^[a-z][a-z0-9-]*(\/(officer|manager))?$/;

// A group given by an expression is known only when the task opens.
function checkTasks(parts: Parts): readonly Finding[] {
  return assignedTasks(parts).flatMap(({ elementId, group }) => {
    if (group === undefined) return [{ ...errorIn('procedure.bpmn', 'task.unassigned'), elementId }];
    // The role of a lane is judged at its lane.
    if (group.startsWith('=') || isRole(group, parts) || parts.lanes[elementId] === group || office.test(group))
      return [];
    return [{ ...errorIn('procedure.bpmn', 'task.group', { group }), elementId }];
  });
}

const isRole = (name: string, parts: Parts): boolean => isPartyRole(name) || name in (parts.service.roles ?? {});

function unknownRoles(parts: Parts): readonly Finding[] {
  const known = [...rolesOf(parts).map(([code]) => code), ...partyRoles];
  const addressed = Object.entries(parts.facts).flatMap(([elementId, said]) =>
    notice.allOf(said).flatMap(({ to }) => {
      const [, value] = /^role:(.+)$/.exec(to) ?? [];
      return value === undefined ? [] : [{ elementId, extension: 'notice', attribute: 'to', value }];
    }),
  );
  const named = [...namesOf('role', parts.facts, parts.dialect), ...addressed];
  return named.flatMap(({ elementId, extension, attribute, value }) => {
    if (known.includes(value)) return [];
    const found = errorIn('procedure.bpmn', 'role.unknown', { extension, role: value, known });
    return [{ ...found, elementId, attribute }];
  });
}

function idleRoles(parts: Parts): readonly Finding[] {
  const busy = rolesWithTasks(parts).map(([code]) => code);
  // An expression may give any of them.
  if (assignedTasks(parts).some(({ group }) => group?.startsWith('='))) return [];
  return rolesOf(parts)
    .filter(([code]) => !busy.includes(code))
    .map(([code]) => warningIn('service.json', 'role.idle', { role: code }));
}

function untranslated(parts: Parts): readonly Finding[] {
  const english = parts.service.translations?.en;
  if (english === undefined) return [];
  const codes = rolesOf(parts).map(([code]) => code);
  const written = Object.keys(english.roles ?? {});
  return againstWritten('roles', codes, written);
}
