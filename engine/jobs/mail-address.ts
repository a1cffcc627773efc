import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { sha256 } from '../store/sha256.ts';
import { keepLink, languageOfHeld, linkWanted, setHeld } from '../store/tables/mail-addresses.ts';
import { addressMail, linkDays } from './address-mail.ts';
import { handOver } from './hand-over.ts';
import type { JobHandler } from './job.ts';

const payloadShape = z.object({ personId: z.uuid(), address: z.string() });

/** How many people may have a link sent to the same address in a day. */
const peoplePerDay = 3;

const dayMs = 86_400_000;
const moved = (at: string, days: number): string => new Date(Date.parse(at) + days * dayMs).toISOString();

/**
 * Sends the link by which a person says that an address is theirs. It holds nothing that anybody wrote. It is noted
 * before the text goes out, by its hash, so that reading the table confirms nothing: a process that was killed in
 * between sends no second one.
 */
export const sendLink: JobHandler = async (payload, deps) => {
  const own = payloadShape.parse(payload);
  const now = deps.clock();
  const row = await linkWanted(deps.db, own, moved(now, -1));
  if (row?.wanted !== true) return;
  if (row.others >= peoplePerDay) return deps.log.warn({ personId: own.personId }, 'too many links to one address');
  const token = randomBytes(32).toString('base64url');
  const link = { tokenHash: sha256(token), sentAt: now, expiresAt: moved(now, linkDays) };
  await handOver(deps, {
    mail: {
      mailKey: `link.${link.tokenHash.slice(0, 32)}`,
      to: [{ name: '', address: own.address }],
      ...addressMail('link', row.language, `${deps.baseUrl}/indirizzo/${token}`),
    },
    noted: () => keepLink(deps.db, own, link),
    takenBack: () => keepLink(deps.db, own),
  });
};

/** Tells, at an address that has just been confirmed, that there are communications; once, however many were due. */
export const tellHeld: JobHandler = async (payload, deps) => {
  const own = payloadShape.parse(payload);
  const language = await languageOfHeld(deps.db, own);
  if (language === undefined) return;
  await handOver(deps, {
    mail: {
      mailKey: `held.${own.personId}.${sha256(own.address).slice(0, 16)}`,
      to: [{ name: '', address: own.address }],
      ...addressMail('held', language, `${deps.baseUrl}/pratiche`),
    },
    noted: () => setHeld(deps.db, own, false),
    takenBack: () => setHeld(deps.db, own, true),
  });
};
