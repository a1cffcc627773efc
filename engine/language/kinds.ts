import { z } from 'zod';
import { partyRoles } from '../core/dossier.ts';
import type { PartyRole } from '../core/dossier.ts';
import { concluded, drawnMilestones, outcomes, received } from '../core/status.ts';
import type { Allowed, AttributeFault } from '../findings/language.ts';
import { parseFeel } from '../rules/feel.ts';

/** What an attribute holds; lint, panel, renaming and cross-checks go by it. */
export type Kind =
  | 'text'
  | 'law'
  | 'feel'
  | 'term'
  | 'form'
  | 'letter'
  | 'role'
  | 'milestone'
  | 'outcome'
  | 'addressee'
  | 'choice'
  | 'days'
  | 'flag'
  | 'variable';

/** What may be written instead of a choice: `engine/words/extensions` says how it is offered and asked for. */
export interface Other {
  readonly type: 'expression' | 'office';
  /** How it begins. */
  readonly prefix: string;
}

/** What is known of an attribute besides the shape of its value. */
export interface About {
  readonly kind: Kind;
  /** Whether the value is a FEEL expression, which begins with `=`: never, where the analyst wants, or always. */
  readonly feel: 'never' | 'may' | 'must';
  /** What can be chosen. */
  readonly choices?: readonly string[];
  readonly other?: Other;
}

/** What a schema offers to choose from; the words of each value are asked for by the compiler. */
export interface Offering<Value extends string> {
  readonly offered: readonly Value[];
}

const offering = <Schema extends z.ZodType, const Value extends string>(
  schema: Schema,
  offered: readonly Value[],
): Schema & Offering<Value> => Object.assign(schema, { offered });

const registry = z.registry<About>();

/** What is known of the value of an attribute; absent for a schema that was not made here. */
export function aboutOf(schema: z.core.$ZodType): About | undefined {
  return registry.get(schema instanceof z.ZodOptional ? schema.unwrap() : schema);
}

/** Whether an attribute has to be there. */
export const isRequired = (schema: z.core.$ZodType): boolean => !z.safeParse(schema, undefined).success;

const faulty = (context: z.core.$RefinementCtx, input: string, fault: AttributeFault): void => {
  context.addIssue({ code: 'custom', input, params: { fault }, message: fault.rule });
};

const isExpression = (value: string): boolean => value.startsWith('=');

/** A text in which FEEL is parsed wherever it stands. */
const withFeel = (feel: About['feel'], literal: (value: string) => AttributeFault | undefined = () => undefined) =>
  z.string().superRefine((value, context) => {
    if (isExpression(value) && feel !== 'never') {
      parseFeel(value).forEach(({ fault }) => faulty(context, value, { rule: 'feel.syntax', params: { fault } }));
      return;
    }
    const fault = feel === 'must' ? notAnExpression(value) : literal(value);
    if (fault !== undefined) faulty(context, value, fault);
  });

const notAnExpression = (value: string): AttributeFault => ({
  rule: 'language.expression-expected',
  params: { value },
});

const outside = (value: string, allowed: Allowed): AttributeFault => ({
  rule: 'language.attribute-value',
  params: { value, allowed },
});

const oneOf = (value: string, allowed: readonly string[]): AttributeFault | undefined =>
  allowed.includes(value) ? undefined : outside(value, allowed);

/** A sentence for people. */
export const text = () => z.string().register(registry, { kind: 'text', feel: 'never' });

/** An article of law, or FEEL that gives it. */
export const law = () => withFeel('may').register(registry, { kind: 'law', feel: 'may' });

/** A FEEL expression. */
export const feel = () => withFeel('must').register(registry, { kind: 'feel', feel: 'must' });

/** The name of something else that has to exist: a term of the diagram, a form or a letter of the procedure. */
export const named = (kind: 'term' | 'form' | 'letter') => z.string().register(registry, { kind, feel: 'never' });

/** What the code of a role looks like: `front-desk`, `opinion:environment`. */
export const roleCode = /^[a-z][a-z0-9-]*(:[a-z][a-z0-9-]*)?$/;

/** The code of a role: of those in the card of the procedure, or of the parties of a dossier. */
export const role = () =>
  z
    .string()
    .superRefine((value, context) => {
      if (!roleCode.test(value)) faulty(context, value, outside(value, 'role'));
    })
    .register(registry, { kind: 'role', feel: 'never' });

// What the code of an outcome or a milestone looks like; which of them exist, the card of the procedure says as well.
const statusCode = /^[a-z][a-z0-9-]*$/;

/** The code of a milestone at which a diagram may let a dossier stand: of those of everybody, or of the card. */
export const milestoneCode = () =>
  z
    .string()
    .superRefine((value, context) => {
      const isReserved = value === received || value === concluded;
      if (isReserved || !statusCode.test(value)) faulty(context, value, outside(value, codesOf(drawnMilestones)));
    })
    .register(registry, { kind: 'milestone', feel: 'never' });

/** The code of an outcome, of those of everybody or of the card; or FEEL that gives one. */
export const outcomeCode = () =>
  withFeel('may', (value) => (statusCode.test(value) ? undefined : outside(value, codesOf(outcomes)))).register(
    registry,
    { kind: 'outcome', feel: 'may', other: byExpression },
  );

const codesOf = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);

/** The name of a variable of the dossier. */
export const variable = () => z.string().register(registry, { kind: 'variable', feel: 'never' });

/** One value of a list. */
export const choice = <const Value extends string>(choices: readonly Value[]) =>
  offering(
    z
      .string()
      .superRefine((value, context) => {
        const fault = oneOf(value, choices);
        if (fault !== undefined) faulty(context, value, fault);
      })
      .pipe(z.literal(choices))
      .register(registry, { kind: 'choice', feel: 'never', choices }),
    choices,
  );

const byExpression: Other = { type: 'expression', prefix: '=' };

/** One value of a list, or FEEL that gives one. */
export const choiceOrFeel = <const Value extends string>(choices: readonly Value[]) =>
  offering(
    withFeel('may', (value) => oneOf(value, choices)).register(registry, {
      kind: 'choice',
      feel: 'may',
      choices,
      other: byExpression,
    }),
    choices,
  );

const isDays = (value: string): boolean => /^[1-9]\d{0,3}$/.test(value);

/** A whole number of days, from 1 to 9999. */
export const days = () =>
  z
    .string()
    .superRefine((value, context) => {
      if (!isDays(value)) faulty(context, value, outside(value, 'days'));
    })
    .transform(Number)
    .register(registry, { kind: 'days', feel: 'never' });

/** A whole number of days as a text, or FEEL that gives one. */
export const daysOrFeel = () =>
  withFeel('may', (value) => (isDays(value) ? undefined : outside(value, 'days-or-expression'))).register(registry, {
    kind: 'days',
    feel: 'may',
  });

/** Yes or no; no when it is left out. */
export const flag = () =>
  z
    .string()
    .superRefine((value, context) => {
      const fault = oneOf(value, yesOrNo);
      if (fault !== undefined) faulty(context, value, fault);
    })
    .transform((value) => value === 'true')
    .default(false)
    .register(registry, { kind: 'flag', feel: 'never' });

const yesOrNo: readonly string[] = ['true', 'false'];

/**
 * Who receives a letter: a group of the parties, who plays a role, `role:<code>`, or an office of the body,
 * `office:<code>`.
 */
export const addressee = () =>
  offering(
    z
      .custom<PartyRole | `${'office' | 'role'}:${string}`>((value) => typeof value === 'string')
      .superRefine((value, context) => {
        const isOffice = /^office:[a-z][a-z0-9-]*$/.test(value) || isRoleAddressee(value);
        if (!isOffice && oneOf(value, partyRoles) !== undefined) faulty(context, value, outside(value, 'addressee'));
      })
      .register(registry, {
        kind: 'addressee',
        feel: 'never',
        choices: partyRoles,
        other: { type: 'office', prefix: 'office:' },
      }),
    partyRoles,
  );

const isRoleAddressee = (value: string): boolean =>
  value.startsWith('role:') && roleCode.test(value.slice('role:'.length));
