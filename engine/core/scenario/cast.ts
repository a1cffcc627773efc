import { z } from 'zod';
import type { ShapeFault } from '../../findings/shape-fault.ts';
import { demoPeople } from '../demo.ts';

const names = z.record(z.string(), z.string().min(1)).default({});

const person = z.strictObject({
  givenName: z.string().min(1),
  familyName: z.string().min(1),
  fiscalCode: z.string().min(1),
  /** None: a citizen. */
  offices: z
    .array(z.strictObject({ office: z.string(), role: z.enum(['clerk', 'officer', 'manager']).default('clerk') }))
    .default([]),
});

/** The member `cast` of a scenario file. */
export const castShape = z
  .strictObject({
    /** Other bodies: what they are called, by their IPA code. */
    bodies: names,
    /** Offices by their code; of the Region unless they name a body of the cast. */
    offices: z.record(z.string(), z.strictObject({ name: z.string().min(1), body: z.string().optional() })).default({}),
    /** People by the name under which they act. */
    people: z.record(z.string(), person).default({}),
    /** The offices of the cast that play roles of the card, by the role. */
    roles: names,
  })
  .superRefine(({ bodies, offices, people, roles }, context) => {
    const refuse = (code: CastFault, ...path: readonly (string | number)[]): void =>
      context.addIssue({ code: 'custom', path: [...path], message: code });
    for (const [code, { body }] of Object.entries(offices))
      if (body !== undefined && bodies[body] === undefined) refuse('body-not-cast', 'offices', code, 'body');
    for (const [name, { offices: held }] of Object.entries(people)) {
      if (demoPeople.some(({ username }) => username === name)) refuse('name-taken', 'people', name);
      for (const [index, { office }] of held.entries())
        if (offices[office] === undefined) refuse('office-not-cast', 'people', name, 'offices', index, 'office');
    }
    for (const [role, office] of Object.entries(roles))
      if (offices[office] === undefined) refuse('office-not-cast', 'roles', role);
  });

const castFaults = ['body-not-cast', 'name-taken', 'office-not-cast'] as const satisfies readonly ShapeFault['code'][];
type CastFault = (typeof castFaults)[number];

/** Whether the message of an issue is a fault of the cast. */
export const isCastFault = (message: string): message is CastFault => castFaults.some((fault) => fault === message);

/** The people who may act in a scenario, by the JSON of its file. */
export function peopleIn(json: unknown): readonly string[] {
  const cast = z.object({ cast: z.object({ people: z.record(z.string(), z.unknown()) }) }).safeParse(json).data?.cast;
  return [...demoPeople.map(({ username }) => username), ...Object.keys(cast?.people ?? {})];
}

/**
 * Who plays besides the demo people and the offices that every body has: other bodies, offices, people, and who plays
 * the roles of the procedure.
 */
export type Cast = z.infer<typeof castShape>;

/** Nobody besides. */
export const noCast: Cast = { bodies: {}, offices: {}, people: {}, roles: {} };
