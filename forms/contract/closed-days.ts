import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { day, page, paging } from './shapes.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** A day whose events are closed: what anybody may keep of it. */
const closedDay = z
  .object({
    day,
    /** How many events all dossiers had on it. */
    eventCount: z.number().int(),
    root: hash.meta({ description: 'Radice dell’albero di Merkle (RFC 9162) sugli hash degli eventi, in ordine' }),
    previousHash: hash.meta({ description: 'L’hash del giorno prima; zeri nel primo' }),
    hash: hash.meta({ description: 'SHA-256 del JSON canonico (RFC 8785) degli altri quattro' }),
  })
  .meta({ id: 'ClosedDay' });

export type ClosedDay = z.infer<typeof closedDay>;

export const listClosedDays = endpoint({
  method: 'get',
  path: '/closed-days',
  audience: 'public',
  summary: 'I giorni chiusi con la radice dei loro eventi, dal più recente; il cursore è l’ultimo giorno letto',
  query: z.object({ limit: paging.limit, cursor: day.optional() }),
  response: page(closedDay),
});
