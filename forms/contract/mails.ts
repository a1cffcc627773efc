import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, instant, page, paging } from './shapes.ts';

export const mail = z
  .object({
    mailId: id,
    receivedAt: instant,
    from: z.string(),
    to: z.array(z.string()),
    subject: z.string(),
    text: z.string(),
  })
  .meta({ id: 'Mail' });

export type Mail = z.infer<typeof mail>;

/** Only in development, where the local mail server keeps what is sent; elsewhere 404. */
export const listMails = endpoint({
  method: 'get',
  path: '/development/mails',
  audience: 'office',
  summary: 'Solo in sviluppo: la posta trattenuta',
  query: z.object({ to: z.string().max(200).optional(), ...paging }),
  response: page(mail),
});
