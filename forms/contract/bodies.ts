import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, page, paging } from './shapes.ts';

export const body = z
  .object({
    bodyId: id,
    name: z.string(),
    kind: z.enum(['region', 'municipality', 'union', 'health-authority', 'agency']),
    ipaCode: z.string(),
    istatCode: z.string().optional(),
    province: z.string().optional(),
  })
  .meta({ id: 'Body' });

export const municipality = z
  .object({ istatCode: z.string(), name: z.string(), province: z.string(), cadastralCode: z.string().optional() })
  .meta({ id: 'Municipality' });

export type Body = z.infer<typeof body>;

const search = z.object({ q: z.string().max(100).optional(), ids: z.string().max(2000).optional(), ...paging });

export const listBodies = endpoint({
  method: 'get',
  path: '/bodies',
  audience: 'public',
  summary: 'Gli enti, cercati per nome (q) o per identificativo (ids, separati da virgola)',
  query: search,
  response: page(body),
});

export const listMunicipalities = endpoint({
  method: 'get',
  path: '/municipalities',
  audience: 'public',
  summary: 'I comuni italiani (ISTAT), cercati per nome',
  query: search,
  response: page(municipality),
});
