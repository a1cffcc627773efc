import type { PersonActor } from '../core/actor.ts';
import { romeDay } from '../core/calendar.ts';
import { partiesOf } from '../core/concerned.ts';
import { demand } from '../core/policy.ts';
import { Problem, type ProblemCode } from '../core/problem.ts';
import { run } from '../run.ts';
import { sha256 } from '../store/sha256.ts';
import { awaitAddress, awaitedAddresses, dossiersAwaiting, forgetAwaited } from '../store/tables/address-changes.ts';
import {
  addressOfLink,
  askForLink,
  confirmAddress,
  noteAddress,
  openAddresses,
} from '../store/tables/mail-addresses.ts';
import { openDossier } from './dossier-reading.ts';
import { partyView } from './dossiers.ts';
import type { Handler } from './handler.ts';
import { officeView } from './office-dossiers.ts';
import { defined } from './present/defined.ts';
import type { Services } from './services.ts';

/** The addresses that whoever asks has given and not confirmed. */
export const listMailAddresses: Handler<'listMailAddresses'> = async ({ actor, services }) => {
  const { personId } = actor;
  const rows = await openAddresses(services.db, personId);
  const awaited = rows.length === 0 ? [] : await awaitedAddresses(services.db, personId);
  const items = rows.map(({ address, sentAt }) => ({
    address,
    ...defined({ sentAt: sentAt ?? undefined }),
    dossierIds: awaited.filter((each) => each.address === address).map(({ dossierId }) => dossierId),
  }));
  return { items };
};

/** Another link to one of them; the one before works no more. */
export const sendMailLink: Handler<'sendMailLink'> = async ({ body, actor, services }) => {
  const isTheirs = await askForLink(services.db, { personId: actor.personId, address: body.address });
  if (!isTheirs) throw new Problem('resource.not-found', {});
  return undefined;
};

/**
 * The person says that an address is theirs: the notices of the dossiers that await it go there from now on. A link
 * that does not work is not explained: it may be somebody else's.
 */
export const confirmMailAddress: Handler<'confirmMailAddress'> = async ({ body, actor, services }) => {
  const { personId } = actor;
  const link = { personId, tokenHash: sha256(body.token), now: services.clock() };
  const address = await addressOfLink(services.db, link);
  if (address === undefined) throw new Problem('mail-address.link-not-valid', {});
  // First the dossiers: where this stops in between, the link still works and what was done is not done twice.
  for (const dossierId of await dossiersAwaiting(services.db, { personId, address })) {
    await moveIfStillWanted(services, actor, { dossierId, email: address, key: `address:${link.tokenHash}` });
    await forgetAwaited(services.db, { personId, dossierId });
  }
  await confirmAddress(services.db, link);
  return { address };
};

const pastCodes: readonly ProblemCode[] = ['mail-address.unchanged', 'dossier.closed', 'permission.denied'];

/** What was asked before may have become pointless: the dossier has closed, or has the address by now. */
async function moveIfStillWanted(
  services: Services,
  actor: PersonActor,
  { dossierId, email, key }: { readonly dossierId: string; readonly email: string; readonly key: string },
): Promise<void> {
  const command = { type: 'change-address', dossierId, email } as const;
  try {
    await run(services, { command, actor, key: `${key}:${dossierId}` });
  } catch (error) {
    if (!(error instanceof Problem && pastCodes.includes(error.code))) throw error;
  }
}

/**
 * The notices of a dossier are to go to another address of the party: at once where it is known to be theirs, else when
 * they confirm it by the link that goes there now. Whoever names the address that it has takes back what they asked.
 */
export const changeOwnAddress: Handler<'changeOwnAddress'> = async ({ params, body, actor, key, services, ctx }) => {
  const { dossierId } = params;
  const { personId } = actor;
  const { dossier } = await openDossier(services, actor, { dossierId, what: 'address' });
  const own = partiesOf(actor, dossier);
  const today = romeDay(services.clock());
  for (const party of own) demand(actor, 'change-address', { dossier, party, today });
  const { address } = body;
  await forgetAwaited(services.db, { personId, dossierId });
  if (own.every(({ email }) => email?.toLowerCase() === address.toLowerCase())) return view();
  if (await noteAddress(services.db, { personId, address }, false)) {
    await run(services, { command: { type: 'change-address', dossierId, email: address }, actor, key });
    return view();
  }
  await awaitAddress(services.db, { personId, address, dossierId }, services.clock());
  await askForLink(services.db, { personId, address });
  return view();

  function view() {
    return partyView(services, { actor, ctx }, dossierId);
  }
};

/**
 * An office writes down another address of a party, with the reason. One of a user of the portal gets the link first.
 */
export const changePartyAddress: Handler<'changePartyAddress'> = async ({
  params,
  body,
  actor,
  key,
  services,
  ctx,
}) => {
  const { dossierId, number: party } = params;
  const { address: email, reason } = body;
  await run(services, { command: { type: 'change-address', dossierId, party, email, reason }, actor, key });
  const { dossier } = await openDossier(services, actor, { dossierId, what: 'address' });
  const personId = dossier.parties[party - 1]?.personId;
  if (personId !== undefined) await noteAddress(services.db, { personId, address: email }, false);
  return officeView(services, { actor, ctx }, dossierId);
};
