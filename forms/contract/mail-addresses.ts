import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { dossierDetail } from './dossiers.ts';
import { officeDossier } from './tasks.ts';
import { id, instant } from './shapes.ts';

/** An address that a person has given and not confirmed: it gets no notices. */
export const openMailAddress = z
  .object({
    address: z.string(),
    /** When the last link was sent to it; absent while none has gone out. */
    sentAt: instant.optional(),
    /** The dossiers whose notices go there as soon as it is confirmed. */
    dossierIds: z.array(id),
  })
  .meta({ id: 'OpenMailAddress' });

export type OpenMailAddress = z.infer<typeof openMailAddress>;

export const listMailAddresses = endpoint({
  method: 'get',
  path: '/mail-addresses',
  audience: 'citizen',
  summary: 'I propri indirizzi di posta ancora da confermare',
  response: z.object({ items: z.array(openMailAddress) }),
});

export const sendMailLink = endpoint({
  method: 'post',
  path: '/mail-addresses/links',
  audience: 'citizen',
  summary: 'Manda di nuovo il collegamento per confermare un proprio indirizzo',
  body: z.object({ address: z.string().max(320) }),
  status: 202,
  limit: 'mail-link',
});

export const confirmMailAddress = endpoint({
  method: 'post',
  path: '/mail-addresses/confirmations',
  audience: 'citizen',
  summary: 'Conferma un indirizzo con il codice del collegamento ricevuto',
  body: z.object({ token: z.string().max(100) }),
  response: z.object({ address: z.string() }),
});

const address = z.email().max(320);

export const changeOwnAddress = endpoint({
  method: 'put',
  path: '/dossiers/:dossierId/address',
  audience: 'citizen',
  summary: 'Cambia il proprio indirizzo per gli avvisi di una pratica: da quando è confermato',
  params: z.object({ dossierId: id }),
  body: z.object({ address }).strict(),
  response: dossierDetail,
  idempotent: true,
  limit: 'mail-link',
});

export const changePartyAddress = endpoint({
  method: 'put',
  path: '/office/dossiers/:dossierId/parties/:number/address',
  audience: 'office',
  summary: 'Cambia l’indirizzo per gli avvisi di chi è parte di una pratica, con il motivo',
  params: z.object({ dossierId: id, number: z.coerce.number().int().min(1) }),
  body: z.object({ address, reason: z.string().trim().min(3).max(1000) }).strict(),
  response: officeDossier,
  idempotent: true,
});
