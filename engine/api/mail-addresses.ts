import { Problem } from '../core/problem.ts';
import { sha256 } from '../run/sha256.ts';
import { askForLink, confirmAddress, openAddresses } from '../store/tables/mail-addresses.ts';
import type { Handler } from './handler.ts';
import { defined } from './present/defined.ts';

/** The addresses that whoever asks has given and not confirmed. */
export const listMailAddresses: Handler<'listMailAddresses'> = async ({ actor, services }) => {
  const rows = await openAddresses(services.db, actor.personId);
  return { items: rows.map(({ address, sentAt }) => ({ address, ...defined({ sentAt: sentAt ?? undefined }) })) };
};

/** Another link to one of them; the one before works no more. */
export const sendMailLink: Handler<'sendMailLink'> = async ({ body, actor, services }) => {
  const isTheirs = await askForLink(services.db, { personId: actor.personId, address: body.address });
  if (!isTheirs) throw new Problem('resource.not-found', {});
  return undefined;
};

/** The person says that an address is theirs. A link that does not work is not explained: it may be somebody else's. */
export const confirmMailAddress: Handler<'confirmMailAddress'> = async ({ body, actor, services }) => {
  const { personId } = actor;
  const address = await confirmAddress(services.db, { personId, tokenHash: sha256(body.token), now: services.clock() });
  if (address === undefined) throw new Problem('mail-address.link-not-valid', {});
  return { address };
};
