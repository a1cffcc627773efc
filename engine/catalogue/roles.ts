import type { CardRole } from '../../forms/contract/procedures.ts';
import { isPartyRole, partyRoles } from '../core/dossier.ts';
import { notice } from '../language/notice.ts';
import { namesOf } from '../language/uses.ts';
import type { Finding } from '../findings/finding.ts';
import { programsOf } from './expressions.ts';
import type { Parts } from './expressions.ts';
import { error, warning } from './findings.ts';

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
    if (group === undefined) {
      const message = `L’attività ${elementId} non dice per chi è: mettila nella corsia di un ruolo (iter:role), o dillo con zeebe:assignmentDefinition.`;
      return [{ ...error('procedure.bpmn', 'task.unassigned', message), elementId }];
    }
    // The role of a lane is judged at its lane.
    if (group.startsWith('=') || isRole(group, parts) || parts.lanes[elementId] === group || office.test(group))
      return [];
    const message = `L’attività ${elementId} è assegnata a «${group}»: serve un ruolo della scheda, applicant, third-parties, <ufficio>, <ufficio>/officer o <ufficio>/manager.`;
    return [{ ...error('procedure.bpmn', 'task.group', message), elementId }];
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
    const message = `iter:${extension} in ${elementId}: il ruolo «${value}» non è nella scheda (roles); i ruoli sono: ${known.join(', ')}.`;
    return [{ ...error('procedure.bpmn', 'role.unknown', message), elementId, attribute }];
  });
}

function idleRoles(parts: Parts): readonly Finding[] {
  const busy = rolesWithTasks(parts).map(([code]) => code);
  // An expression may give any of them.
  if (assignedTasks(parts).some(({ group }) => group?.startsWith('='))) return [];
  return rolesOf(parts)
    .filter(([code]) => !busy.includes(code))
    .map(([code]) => warning('service.json', 'role.idle', `Il ruolo «${code}» della scheda non ha nessuna attività.`));
}

function untranslated(parts: Parts): readonly Finding[] {
  const english = parts.service.translations?.en;
  if (english === undefined) return [];
  const codes = rolesOf(parts).map(([code]) => code);
  const written = Object.keys(english.roles ?? {});
  const told = (rule: string, code: string, says: string): Finding =>
    warning('service.json', rule, `translations.en.roles.${code} ${says}`);
  return [
    ...codes
      .filter((code) => !written.includes(code))
      .map((code) => told('translation.missing', code, 'manca: chi legge in inglese lo vede in italiano.')),
    ...written
      .filter((code) => !codes.includes(code))
      .map((code) => told('translation.unknown', code, 'traduce un ruolo che non c’è.')),
  ];
}
