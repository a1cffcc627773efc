import { notice } from '../language/notice.ts';
import { assignedTasks, rolesWithTasks } from '../catalogue/roles.ts';
import { isPartyRole } from '../core/dossier.ts';
import type { Procedure } from '../core/procedure.ts';
import { errorIn } from '../findings/finding.ts';
import type { Finding } from '../findings/finding.ts';
import type { FindingParams } from '../findings/finding.ts';
import { rowsOf, type Db } from '../store/db.ts';

interface Named {
  readonly file: string;
  readonly elementId?: string;
  readonly params: FindingParams['office.unknown'];
}

/**
 * Offices that a procedure names and no body of this installation has: what is assigned to them would wait for nobody.
 * An office given by an expression is known only when a dossier gets there.
 */
export async function officeFindings(db: Db, procedure: Procedure): Promise<readonly Finding[]> {
  const assigned = await assignedRoles(db, procedure.procedureId);
  const named = officesNamed(procedure, assigned);
  const offices = named.map(({ params }) => params.office);
  const rows = await rowsOf<{ code: string }>(db, 'SELECT DISTINCT code FROM offices WHERE code = ANY(:offices)', {
    offices,
  });
  const known = new Set(rows.map(({ code }) => code));
  const unknown = named
    .filter(({ params }) => !known.has(params.office))
    .map(({ file, elementId, params }) => ({
      ...errorIn(file, 'office.unknown', params),
      ...(elementId !== undefined && { elementId }),
    }));
  return [...unknown, ...unplayed(procedure, assigned)];
}

/** The roles of a procedure that some body has assigned to an office. */
async function assignedRoles(db: Db, procedureId: string): Promise<ReadonlySet<string>> {
  const rows = await rowsOf<{ role: string }>(
    db,
    'SELECT DISTINCT role FROM office_assignments WHERE procedure_id = :procedureId',
    { procedureId },
  );
  return new Set(rows.map(({ role }) => role));
}

function unplayed(procedure: Procedure, assigned: ReadonlySet<string>): readonly Finding[] {
  return rolesWithTasks(procedure).flatMap(([code, { office }]) => {
    if (office !== undefined || assigned.has(code)) return [];
    return [errorIn('service.json', 'role.unplayed', { role: code })];
  });
}

function officesNamed(procedure: Procedure, assigned: ReadonlySet<string>): readonly Named[] {
  const { facts, service } = procedure;
  const file = 'procedure.bpmn';
  const roles = service.roles ?? {};
  const tasks = assignedTasks(procedure).flatMap(({ elementId, group = '=' }): readonly Named[] => {
    if (group.startsWith('=') || isPartyRole(group) || group in roles) return [];
    const params = { office: group.replace(/\/.*$/, ''), namedBy: 'task', name: elementId } as const;
    return [{ file, elementId, params }];
  });
  const played = rolesWithTasks(procedure).flatMap(([code, { office = '=' }]): readonly Named[] =>
    office.startsWith('=') || assigned.has(code)
      ? []
      : [{ file: 'service.json', params: { office, namedBy: 'role', name: code } }],
  );
  const notices = Object.entries(facts).flatMap(([id, said]) =>
    notice.allOf(said).flatMap(({ to }): readonly Named[] => {
      const [, office] = /^office:(.+)$/.exec(to) ?? [];
      if (office === undefined) return [];
      return [{ file, elementId: id, params: { office, namedBy: 'notice', name: id } }];
    }),
  );
  // Where the card names bodies, each of them has to have the office: `bodyFindings` asks that.
  const { officeCode, bodies = [] } = service.competence;
  const competent: Named = {
    file: 'service.json',
    params: { office: officeCode, namedBy: 'card', name: '' },
  };
  return [...tasks, ...played, ...notices, ...(officeCode.startsWith('=') || bodies.length > 0 ? [] : [competent])];
}
