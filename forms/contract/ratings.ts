import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id } from './shapes.ts';

/** What was good, or difficult when there are three stars or fewer; the wording depends on which. */
export const ratingAspects = ['clear', 'complete', 'on-track', 'no-faults', 'other'] as const;

/** How easy a service was to use: the rating step of the service model of Designers Italia (criterion C.SE.1.7). */
export const rating = z
  .object({
    stars: z.number().int().min(1).max(5),
    aspect: z.enum(ratingAspects).optional(),
    comment: z.string().trim().max(200).optional(),
  })
  .strict()
  .meta({ id: 'Rating' });

export type Rating = z.infer<typeof rating>;

export const rateService = endpoint({
  method: 'put',
  path: '/dossiers/:dossierId/rating',
  audience: 'citizen',
  summary: 'Quanto è stato facile usare il servizio; vale l’ultima valutazione di chi ha presentato la richiesta',
  params: z.object({ dossierId: id }),
  body: rating,
  status: 204,
});
