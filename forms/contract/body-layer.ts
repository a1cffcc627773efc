import { z } from 'zod';
import { day } from './shapes.ts';

/** What a body may say of its own on the card of a procedure, in the order in which the card shows it. */
export const bodyTextNames = ['contacts', 'hours', 'costs', 'notes'] as const;

export type BodyTextName = (typeof bodyTextNames)[number];

const isNeeded = z.boolean().default(false);

/**
 * What the card of a procedure leaves to the bodies. A parameter without a value in `parameters.json` has a `kind` and
 * is `must`: every body has to give it before it takes applications.
 */
export const bodyLayer = z
  .object({
    parameters: z
      .record(
        z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/),
        z
          .object({
            label: z.string().min(1),
            kind: z.enum(['number', 'string', 'boolean']).optional(),
            must: isNeeded,
          })
          .strict(),
      )
      .default({}),
    texts: z.partialRecord(z.enum(bodyTextNames), z.object({ must: isNeeded }).strict()).default({}),
  })
  .strict();

export type BodyLayer = z.infer<typeof bodyLayer>;

/** What a body says of its own on a card, on a day. */
export const bodyCard = z
  .object({
    ipaCode: z.string(),
    name: z.string(),
    texts: z.array(
      z.object({
        name: z.enum(bodyTextNames),
        text: z.string(),
        /** The act that sets it. */
        source: z.string(),
        firstOn: day,
        /** Absent until further notice. */
        lastOn: day.optional(),
      }),
    ),
  })
  .meta({ id: 'BodyCard' });

export type BodyCard = z.infer<typeof bodyCard>;
