import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { day, id, page, paging } from './shapes.ts';
import { apiListNames } from '../vocabularies/names.ts';

export const body = z
  .object({
    bodyId: id,
    name: z.string(),
    kind: z.enum(['region', 'province', 'municipality', 'union', 'health-authority', 'agency', 'state', 'other']),
    ipaCode: z.string(),
    istatCode: z.string().optional(),
    province: z.string().optional(),
  })
  .meta({ id: 'Body' });

export const municipality = z
  .object({
    istatCode: z.string(),
    name: z.string(),
    province: z.string(),
    cadastralCode: z.string().optional(),
    validFrom: day,
    validTo: day.optional(),
  })
  .meta({ id: 'Municipality' });

export type Body = z.infer<typeof body>;

const search = z.object({ q: z.string().max(100).optional(), ids: z.string().max(2000).optional(), ...paging });

export const listBodies = endpoint({
  method: 'get',
  path: '/bodies',
  audience: 'public',
  limit: 'search',
  summary: 'Gli enti, cercati per nome (q) o per identificativo (ids, separati da virgola)',
  query: search,
  response: page(body),
});

export const listMunicipalities = endpoint({
  method: 'get',
  path: '/municipalities',
  audience: 'public',
  limit: 'search',
  summary: 'I comuni italiani (ISTAT) esistenti, o che esistevano in un giorno (validOn), cercati per nome',
  query: z.object({ q: z.string().max(100).optional(), validOn: day.optional(), ...paging }),
  response: page(municipality),
});

export const choice = z
  .object({ value: z.string(), label: z.string(), description: z.string().optional() })
  .meta({ id: 'Choice' });

export const listChoices = endpoint({
  method: 'get',
  path: '/choices/:name',
  audience: 'public',
  summary: 'Un elenco di voci per i campi a scelta dei moduli: bodies, municipalities, provinces, offices',
  params: z.object({ name: z.enum(apiListNames) }),
  response: z.object({ items: z.array(choice) }),
});
