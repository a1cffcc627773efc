import type { Diagram } from '../../forms/contract/tasks.ts';
import * as lists from '../store/lists/dossiers.ts';
import { loadEvents } from '../store/tables/events.ts';
import type { DossierEvent } from '../core/event.ts';
import { bodiesOf } from '../core/memberships.ts';
import { isAmongParties } from '../core/concerned.ts';
import { keysOfPerson, keysOfReader } from '../core/readers.ts';
import { programsWithin } from '../core/procedure.ts';
import { reachableFrom } from '../kernel/running/reach.ts';
import { materialOf } from './dossier-material.ts';
import { openDossier, type OpenedDossier } from './dossier-reading.ts';
import { milestoneView, outcomeView } from '../words/standing.ts';
import type { Call, Handler } from './handler.ts';
import { answerIn } from './language.ts';
import type { Services } from './services.ts';
import { defined } from './present/defined.ts';
import { presentLength } from './present/length.ts';
import { presentToOffice } from './present/office.ts';

/** The dossiers in which the reader's offices take part. */
export const listOfficeDossiers: Handler<'listOfficeDossiers'> = async ({ query, actor, services }) => {
  const [readers, own] = [keysOfReader(actor), keysOfPerson(actor)];
  const page = await lists.listOfficeDossiers(services.db, {
    ...query,
    bodies: bodiesOf(actor.memberships),
    readers,
    own,
  });
  const items = page.rows.map(async ({ partyIds, partyFiscalCodes, ...listed }) => {
    const { procedureId, procedureVersion, milestone, outcome, deadlineOn, ...row } = listed;
    const { service } = await services.procedures(procedureId, procedureVersion);
    const ownDossier = isAmongParties(actor, { partyIds, partyFiscalCodes });
    return {
      ...row,
      // A party reads what it is about in the portal.
      ...(ownDossier && { subject: '', applicantName: '' }),
      ownDossier,
      title: service.title,
      milestone: milestoneView(milestone, service),
      ...defined({
        outcome: outcome === null ? undefined : outcomeView(outcome, service),
        deadlineOn: deadlineOn ?? undefined,
      }),
    };
  });
  return { items: await Promise.all(items), ...presentLength(page, query.cursor) };
};

/** A dossier as the office sees it; the reading is noted. */
export const readOfficeDossier: Handler<'readOfficeDossier'> = ({ params, actor, services, ctx }) =>
  officeView(services, { actor, ctx }, params.dossierId);

/** A dossier as the office sees it now; the answer of what it does to the whole. */
export async function officeView(
  services: Services,
  { actor, ctx }: Pick<Call<'readOfficeDossier'>, 'actor' | 'ctx'>,
  dossierId: string,
) {
  const material = await materialOf(services, actor, { dossierId, what: 'dossier' });
  return presentToOffice(material, { actor, now: services.clock(), language: answerIn(ctx) });
}

/** The diagram with the place where the dossier stands. */
export const readDiagram: Handler<'readDiagram'> = async ({ params, actor, services }) => {
  const { dossierId } = params;
  const { dossier, procedure } = await openDossier(services, actor, { dossierId, what: 'diagram' });
  const active = new Set([
    ...dossier.tasks.map(({ elementId }) => elementId),
    ...dossier.waits.map(({ wait }) => wait.elementId),
  ]);
  const completed = completedIn(await loadEvents(services.db, dossier)).filter((elementId) => !active.has(elementId));
  const reachable = programsWithin(procedure).flatMap((one) => [...reachableFrom(one, [...active])]);
  return {
    xml: procedure.diagram,
    activeElementIds: [...active],
    completedElementIds: completed,
    reachableElementIds: [...new Set(reachable)],
    parts: await partsOf(services, { dossier, procedure }),
  };
};

/**
 * The diagrams of the parts of a procedure, and of published processes that its dossier has called and is inside of.
 */
async function partsOf(
  services: Services,
  { dossier, procedure }: Pick<OpenedDossier, 'dossier' | 'procedure'>,
): Promise<Diagram['parts']> {
  const called = Object.values(dossier.called ?? {});
  const parts = Object.entries(procedure.parts ?? {}).map(([processId, part]) => ({
    processId,
    title: part.interface?.title ?? processId,
    xml: part.diagram,
    isHere: called.some((one) => one.processId === processId),
  }));
  const outside = called.filter(({ procedureId }) => procedureId !== procedure.procedureId);
  const others = outside.map(async ({ procedureId, procedureVersion, processId = procedureId }) => {
    const { diagram: xml, service } = await services.procedures(procedureId, procedureVersion);
    return { processId, title: service.title, xml, isHere: true };
  });
  return [...parts, ...(await Promise.all(others))];
}

/** The elements that the record says were passed: tasks, acts, decisions, timers, notices. */
function completedIn(events: readonly DossierEvent[]): readonly string[] {
  const passed = events.filter(
    ({ type }) => type !== 'task.opened' && type !== 'task.claimed' && type !== 'task.released',
  );
  const ids = passed.map(({ data }) => data['elementId']).filter((id) => typeof id === 'string');
  return [...new Set(ids)];
}
