import { notice } from '../language/notice.ts';
import { error } from '../catalogue/findings.ts';
import { assignedTasks, rolesWithTasks } from '../catalogue/roles.ts';
import { isPartyRole } from '../core/dossier.ts';
import type { Procedure } from '../core/procedure.ts';
import type { Finding } from '../kernel/types.ts';
import { rowsOf, type Db } from '../store/db.ts';

interface Named {
  readonly office: string;
  readonly file: string;
  readonly elementId?: string;
  /** Who names it, in Italian. */
  readonly who: string;
}

/**
 * Offices that a procedure names and no body of this installation has: what is assigned to them would wait for nobody.
 * An
 * office given by an expression is known only when a dossier gets there.
 */
export async function officeFindings(db: Db, procedure: Procedure): Promise<readonly Finding[]> {
  const assigned = await assignedRoles(db, procedure.procedureId);
  const named = officesNamed(procedure, assigned);
  const offices = named.map(({ office }) => office);
  const rows = await rowsOf<{ code: string }>(db, 'SELECT DISTINCT code FROM offices WHERE code = ANY(:offices)', {
    offices,
  });
  const known = new Set(rows.map(({ code }) => code));
  const unknown = named
    .filter(({ office }) => !known.has(office))
    .map(({ office, file, elementId, who }) => ({
      ...error(file, 'office.unknown', `${who} l’ufficio «${office}», che nessun ente di questa installazione ha.`),
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
    const message = `Il ruolo «${code}» non ha un ufficio nella scheda, e nessun ente l’ha assegnato a un ufficio.`;
    return [error('service.json', 'role.unplayed', message)];
  });
}

function officesNamed(procedure: Procedure, assigned: ReadonlySet<string>): readonly Named[] {
  const { facts, service } = procedure;
  const file = 'procedure.bpmn';
  const roles = service.roles ?? {};
  const tasks = assignedTasks(procedure).flatMap(({ elementId, group = '=' }): readonly Named[] => {
    if (group.startsWith('=') || isPartyRole(group) || group in roles) return [];
    return [{ office: group.replace(/\/.*$/, ''), file, elementId, who: `L’attività ${elementId} è per` }];
  });
  const played = rolesWithTasks(procedure).flatMap(([code, { office = '=' }]): readonly Named[] =>
    office.startsWith('=') || assigned.has(code)
      ? []
      : [{ office, file: 'service.json', who: `Il ruolo «${code}» della scheda è svolto dal` }],
  );
  const notices = Object.entries(facts).flatMap(([id, said]) =>
    notice.allOf(said).flatMap(({ to }): readonly Named[] => {
      const [, office] = /^office:(.+)$/.exec(to) ?? [];
      return office === undefined ? [] : [{ office, file, elementId: id, who: `La comunicazione ${id} è per` }];
    }),
  );
  // Where the card names bodies, each of them has to have the office: `bodyFindings` asks that.
  const { officeCode, bodies = [] } = service.competence;
  const competent = { office: officeCode, file: 'service.json', who: 'La scheda dà la competenza a' };
  return [...tasks, ...played, ...notices, ...(officeCode.startsWith('=') || bodies.length > 0 ? [] : [competent])];
}
