import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id } from './shapes.ts';

/** What was good, or difficult when there are three stars or fewer; the wording depends on which. */
export const ratingAspects = ['clear', 'complete', 'on-track', 'no-faults', 'other'] as const;

/** How many characters a rating's own words may have (the service model's figure). */
export const longestComment = 200;

/** How easy a service was to use: the rating step of the service model of Designers Italia (criterion C.SE.1.7). */
export const rating = z
  .object({
    stars: z.number().int().min(1).max(5),
    aspect: z.enum(ratingAspects).optional(),
    comment: z.string().trim().max(longestComment).optional(),
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

/** With fewer ratings than this no average is told: it would tell what single people said. */
export const fewestRatings = 5;

/** How easy a service was to those who applied: how many said so and their average, never who or what. */
export const serviceRatings = z
  .object({
    procedureId: z.string(),
    title: z.string(),
    count: z.number().int(),
    average: z
      .number()
      .optional()
      .meta({ description: `Stelle in media, con un decimale; manca con meno di ${fewestRatings} valutazioni` }),
  })
  .meta({ id: 'ServiceRatings' });

export const listRatings = endpoint({
  method: 'get',
  path: '/office/ratings',
  audience: 'office',
  summary: 'Quante valutazioni hanno i servizi degli uffici che si dirigono, e con quante stelle in media',
  response: z.object({ items: z.array(serviceRatings) }),
});
