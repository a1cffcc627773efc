import { summariseIn } from '../../forms/fields/summary-in.ts';
import { romeDay } from '../core/calendar.ts';
import { demand } from '../core/policy.ts';
import { mandateRefusal } from '../core/principal.ts';
import { keysOfReader } from '../core/readers.ts';
import { verifyChain } from '../core/record.ts';
import { isOpen } from '../core/status.ts';
import { sha256 } from '../store/sha256.ts';
import { loadRecord } from '../store/tables/events.ts';
import * as lists from '../store/lists/dossiers.ts';
import { materialOf } from './dossier-material.ts';
import { documentFile, openDossier } from './dossier-reading.ts';
import type { Call, Handler } from './handler.ts';
import { answerIn } from './language.ts';
import { defined } from './present/defined.ts';
import { presentToParty } from './present/citizen.ts';
import { presentLength } from './present/length.ts';
import { presentSummary } from './present/summary.ts';
import type { Services } from './services.ts';

/** The dossiers that concern the reader, the newest first. */
export const listDossiers: Handler<'listDossiers'> = async ({ query, actor, services }) => {
  const page = await lists.listOwnDossiers(services.db, { ...query, readers: keysOfReader(actor) });
  const today = romeDay(services.clock());
  const items = page.rows.map(
    async ({ bodyName, procedureVersion, tasks, mandates, closedAt, outcome, decidedAt, ...row }) => {
      const procedure = await services.procedures(row.procedureId, procedureVersion);
      const todo = row.roles
        .filter((role) => mandateRefusal(actor, { parties: mandates ?? [] }, { role, today }) === undefined)
        .reduce((sum, role) => sum + (tasks[role] ?? 0), 0);
      const decided = outcome === null ? undefined : { code: outcome, decidedAt: decidedAt ?? row.submittedAt };
      const dossier = { ...row, ...defined({ closedAt: closedAt ?? undefined, outcome: decided }) };
      return presentSummary({ dossier, bodyName, procedure }, { todo: isOpen(dossier) ? todo : 0, today });
    },
  );
  return { items: await Promise.all(items), ...presentLength(page, query.cursor) };
};

/** One dossier that concerns the reader. */
export const readDossier: Handler<'readDossier'> = ({ params, actor, services, ctx }) =>
  partyView(services, { actor, ctx }, params.dossierId);

/** A dossier as the party sees it now, in the language asked for; the answer of everything that a party does to it. */
export async function partyView(
  services: Services,
  { actor, ctx }: Pick<Call<'readDossier'>, 'actor' | 'ctx'>,
  dossierId: string,
) {
  const material = await materialOf(services, actor, { dossierId, what: 'dossier' });
  const language = answerIn(ctx);
  const summarise = await summariseIn(language);
  return presentToParty(material, { actor, now: services.clock(), language, summarise });
}

/** The content of a document that the reader may read. */
export const readDocument: Handler<'readDocument'> = ({ params, actor, services }) =>
  documentFile(services, actor, params);

/** Recomputes the chain of a dossier's record. */
export const checkRecord: Handler<'checkRecord'> = async ({ params, actor, services }) => {
  const { dossierId } = params;
  const { dossier } = await openDossier(services, actor, { dossierId, what: 'record' });
  demand(actor, 'read-record', { dossier });
  const events = await loadRecord(services.db, dossier);
  const found = verifyChain(events, dossier, sha256);
  return {
    dossierId,
    intact: found.intact,
    events: dossier.eventCount,
    headHash: dossier.headHash,
    ...(found.intact ? {} : { brokenAt: found.brokenAt }),
    checkedAt: services.clock(),
  };
};
