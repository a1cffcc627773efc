import { z } from 'zod';
import { beginHandover, dropHandover } from '../store/tables/mail-handovers.ts';
import { isConfirmed } from '../store/tables/mail-addresses.ts';
import { languageOf } from '../store/tables/people.ts';
import { addressMail } from './address-mail.ts';
import { handOver } from './hand-over.ts';
import type { JobHandler } from './job.ts';

const payloadShape = z.object({
  key: z.string(),
  dossierId: z.uuid(),
  address: z.string(),
  personId: z.uuid().optional(),
});

/**
 * Tells an address that the notices of a dossier do not go there any more: whoever reads it and has not asked for that
 * can object. An address that nobody has confirmed got nothing but a link, and gets nothing now.
 */
export const tellOldAddress: JobHandler = async (payload, deps) => {
  const { key, dossierId, address, personId } = payloadShape.parse(payload);
  if (personId !== undefined && !(await isConfirmed(deps.db, { personId, address }))) return;
  const language = personId === undefined ? 'it' : await languageOf(deps.db, personId);
  await handOver(deps, {
    mail: {
      mailKey: key,
      to: [{ name: '', address }],
      ...addressMail('moved', language, `${deps.baseUrl}/pratiche/${dossierId}`),
    },
    noted: () => beginHandover(deps.db, { messageId: key, begunAt: deps.clock() }),
    takenBack: () => dropHandover(deps.db, key),
  });
};
