import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { instant } from './shapes.ts';

/** An address that a person has given and not confirmed: it gets no notices. */
export const openMailAddress = z
  .object({
    address: z.string(),
    /** When the last link was sent to it; absent while none has gone out. */
    sentAt: instant.optional(),
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
