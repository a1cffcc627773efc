import { v7 } from 'uuid';
import type { Dossier } from '../../engine/core/dossier.ts';
import type { DossierEvent, EventType } from '../../engine/core/event.ts';
import type { ProcedureFiles } from '../../engine/core/procedure.ts';
import type { Answers } from '../../engine/core/scenario/scenario.ts';
import { rowsOf } from '../../engine/store/db.ts';
import { publish, type Publication } from '../../engine/publish.ts';
import { loadDossier } from '../../engine/store/tables/dossiers.ts';
import { openDraft } from '../../engine/store/tables/drafts.ts';
import { loadEvents } from '../../engine/store/tables/events.ts';
import { raw, userTask, type Piece } from './bpmn.ts';
import { aServiceCard } from './builders.ts';
import type { RunningIter } from './harness.ts';
import { currentVersion } from './harness-rows.ts';

/**
 * The files of a small procedure; the answers of its applications are `ente`, `oggetto` and `chiave`, of tasks `nota`.
 */
export function smallProcedure(
  procedureId: string,
  diagram: string,
  changes: { readonly service?: object; readonly parameters?: object } = {},
): ProcedureFiles {
  const service = {
    ...aServiceCard({ maximumDaysParameter: 'giorni', competence: { bodyKey: 'ente', officeCode: 'urp' } }),
    ...changes.service,
  };
  const parameters = { giorni: [{ value: 30, validFrom: '2000-01-01', source: 'prova' }], ...changes.parameters };
  return {
    procedureId,
    files: {
      'procedure.bpmn': inExamination(decidedAtTheEnd(diagram)),
      'service.json': JSON.stringify(service),
      'parameters.json': JSON.stringify(parameters),
      'forms/domanda.json': form('domanda', 'ente', 'oggetto', 'chiave'),
      'forms/nota.json': form('nota', 'nota'),
    },
  };
}

// What is published decides whatever was applied for: here every end does that carries nothing else.
function decidedAtTheEnd(diagram: string): string {
  const outcome = '<bpmn:extensionElements><iter:outcome code="accolta"/></bpmn:extensionElements>';
  return diagram
    .replaceAll(
      /<bpmn:endEvent id="([^"]+)"(?:\s*\/>|><\/bpmn:endEvent>)/g,
      `<bpmn:endEvent id="$1">${outcome}</bpmn:endEvent>`,
    )
    .replaceAll(/<bpmn:endEvent id="([^"]+)">(?!<bpmn:extensionElements>)/g, `<bpmn:endEvent id="$1">${outcome}`);
}

// What is published tells whoever applied where it stands.
function inExamination(diagram: string): string {
  const milestone = '<bpmn:extensionElements><iter:milestone code="in-verifica"/></bpmn:extensionElements>';
  return diagram.replace(/(<bpmn:process [^>]*>)(?!<bpmn:extensionElements>)/, `$1${milestone}`);
}

/** The card of a procedure for which nobody applies: it begins by itself in the Region. */
export const byEvents = {
  opening: 'events',
  competence: { bodyKey: 'ente', officeCode: 'urp', bodies: ['r_emiro'] },
};

/** The start of an application. */
export const applied = (id: string): Piece =>
  raw(
    `<bpmn:startEvent id="${id}"><bpmn:extensionElements><zeebe:formDefinition formId="domanda"/></bpmn:extensionElements></bpmn:startEvent>`,
  );

/** A task of the office that asks for a note. */
export const deskTask = (id: string): Piece => userTask(id, { name: id, form: 'nota', groups: 'urp' });

/** An event of any kind with a definition: a signal, an escalation, a condition or a cycle. */
export const eventOf = (type: string, id: string, definition: Piece): Piece =>
  raw(`<bpmn:${type} id="${id}">${definition.xml}</bpmn:${type}>`, definition.top ?? '');

/** An event on the border of an activity that interrupts it. */
export const borderEvent = (id: string, host: string, definition: Piece): Piece =>
  raw(
    `<bpmn:boundaryEvent id="${id}" attachedToRef="${host}">${definition.xml}</bpmn:boundaryEvent>`,
    definition.top ?? '',
  );

/** The definition of a signal. */
export const signal = (name: string): Piece =>
  raw(`<bpmn:signalEventDefinition signalRef="signal_${name}"/>`, `<bpmn:signal id="signal_${name}" name="${name}"/>`);

/** The definition of an escalation. */
export const escalation = (code: string): Piece =>
  raw(
    `<bpmn:escalationEventDefinition escalationRef="escalation_${code}"/>`,
    `<bpmn:escalation id="escalation_${code}" name="${code}" escalationCode="${code}"/>`,
  );

/** The definition of a condition. */
export const condition = (feel: string): Piece =>
  raw(
    `<bpmn:conditionalEventDefinition><bpmn:condition xsi:type="bpmn:tFormalExpression">${feel}</bpmn:condition></bpmn:conditionalEventDefinition>`,
  );

/** The definition of a timer that comes again and again. */
export const cycle = (text: string): Piece =>
  raw(
    `<bpmn:timerEventDefinition><bpmn:timeCycle xsi:type="bpmn:tFormalExpression">${text}</bpmn:timeCycle></bpmn:timerEventDefinition>`,
  );

/** A call of another process: `called` are the attributes of `zeebe:calledElement`. */
export function callActivity(id: string, called: string, mappings = ''): Piece {
  return raw(
    `<bpmn:callActivity id="${id}" name="${id}"><bpmn:extensionElements><zeebe:calledElement ${called}/>${mappings}</bpmn:extensionElements></bpmn:callActivity>`,
  );
}

/** The verbs of tests with several dossiers. */
export interface Desk {
  /** Publishes procedures; a refusal is an error of the test. */
  published(...procedures: readonly ProcedureFiles[]): Promise<void>;
  /** Giulia applies; gives the dossier. Jobs are left in the queue. */
  apply(procedureId: string, answers?: Answers): Promise<string>;
  /** The office takes the task at an element and completes it. Jobs are left in the queue. */
  complete(dossierId: string, elementId: string, nota?: string): Promise<void>;
  dossier(dossierId: string): Promise<Dossier>;
  /** Elements of the open tasks. */
  tasks(dossierId: string): Promise<readonly string[]>;
  events(dossierId: string, type: EventType): Promise<readonly DossierEvent[]>;
  /** The dossiers of a procedure, the oldest first. */
  dossiersOf(procedureId: string): Promise<readonly Dossier[]>;
}

/** The desk of a running engine. */
export function deskOf(iter: RunningIter): Desk {
  const { deps } = iter;
  const dossier = async (dossierId: string): Promise<Dossier> => {
    const found = await loadDossier(deps.db, dossierId);
    if (found === undefined) throw new Error(`There is no dossier ${dossierId}`);
    return found.dossier;
  };
  return {
    dossier,
    published: async (...procedures) => {
      for (const files of procedures) mustBePublished(await publish(deps.db, files, iter.now()));
    },
    apply: async (procedureId, given = {}) => {
      const actor = await iter.person('giulia');
      const answers: Answers = { ente: iter.bodyId, oggetto: 'Prova', ...given };
      const procedureVersion = await currentVersion(deps, procedureId);
      const place = { procedureId, procedureVersion, draftId: v7(), answers };
      const { draftId } = await openDraft(deps.db, { ...place, personId: actor.personId, at: iter.now() });
      const dossierId = v7();
      await iter.run({ type: 'submit', dossierId, ...place, draftId }, actor);
      return dossierId;
    },
    complete: async (dossierId, elementId, nota = 'fatto') => {
      const { tasks } = await dossier(dossierId);
      const taskId = tasks.find((task) => task.elementId === elementId)?.taskId ?? `no task at ${elementId}`;
      const clerk = await iter.person('operatore');
      await iter.run({ type: 'claim', dossierId, taskId }, clerk);
      await iter.run({ type: 'complete', dossierId, taskId, answers: { nota } }, clerk);
    },
    tasks: async (dossierId) => (await dossier(dossierId)).tasks.map(({ elementId }) => elementId),
    events: async (dossierId, type) =>
      (await loadEvents(deps.db, await dossier(dossierId))).filter((event) => event.type === type),
    dossiersOf: async (procedureId) => {
      const sql = 'SELECT dossier_id AS id FROM dossiers WHERE procedure_id = :procedureId ORDER BY dossier_id';
      const rows = await rowsOf<{ id: string }>(deps.db, sql, { procedureId });
      return Promise.all(rows.map(({ id }) => dossier(id)));
    },
  };
}

function mustBePublished({ procedureId, outcome, findings }: Publication): void {
  if (outcome === 'refused') throw new Error(`${procedureId} was refused: ${JSON.stringify(findings)}`);
}

function form(id: string, ...keys: readonly string[]): string {
  const components = keys.map((key) => ({ type: 'textfield', key, label: key }));
  return JSON.stringify({ type: 'default', id, schemaVersion: 16, components });
}
