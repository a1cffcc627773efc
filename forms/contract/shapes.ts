import { z } from 'zod';

/** An instant in UTC, RFC 3339 with `Z`. */
export const instant = z.iso.datetime().meta({ description: 'Istante UTC, RFC 3339' });

/** A calendar day in Europe/Rome. */
export const day = z.iso.date().meta({ description: 'Giorno di calendario (Europe/Rome), AAAA-MM-GG' });

/** The identifier of a row. */
export const id = z.uuid();

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A JSON value, readonly like every value of ours. */
export const json: z.ZodType<Json, Json> = z.json();

/** The answers of a form. */
export const answers = z.record(z.string(), json);

/** Query of a paged collection. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(200).optional(),
};

/** A page of a collection: `cursor` is present when there is more. */
export function page<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), cursor: z.string().optional(), total: z.number().int().optional() });
}

/** How many there are; with `orMore` there are more than that, and nobody counted them. */
export const count = z
  .object({ count: z.number().int(), orMore: z.literal(true).optional() })
  .meta({ id: 'Count', description: 'Quanti sono; con orMore sono più di tanti' });

/** A page of a list that may be long: how many there are in all stands on the first page only. */
export function longPage<Item extends z.ZodType>(item: Item) {
  return page(item)
    .omit({ total: true })
    .extend({
      total: count.optional(),
      /** Nothing was found as typed; these are nearly written so. */
      alike: z.literal(true).optional(),
    });
}
