import { roles } from '../core/actor.ts';
import type { Role } from '../core/actor.ts';

/** A role in an office of a body, by the codes that people administer them by. */
export interface ClaimedRole {
  readonly ipaCode: string;
  readonly officeCode: string;
  readonly role: Role;
}

/** Whoever has this value in this claim of the identity provider has the role. */
export interface RoleRule extends ClaimedRole {
  readonly claim: string;
  readonly value: string;
}

/** `<claim>:<value>=<body>/<office>/<role>` */
const pattern =
  /^(?<claim>[^:=,]+):(?<value>[^=,]+)=(?<ipaCode>[a-z0-9_-]+)\/(?<officeCode>[a-z][a-z0-9-]*)\/(?<role>[a-z-]+)$/;

/**
 * Reads which values of which claims give which roles, as `groups:iter-urp=r_emiro/urp/clerk,groups:iter-adm=…`.
 * Undefined when one of them is not understood.
 */
export function readRoleRules(text: string): readonly RoleRule[] | undefined {
  const rules = text.split(',').map((part) => ruleIn(part.trim()));
  return rules.every((rule) => rule !== undefined) ? rules : undefined;
}

function ruleIn(text: string): RoleRule | undefined {
  const { claim, value, ipaCode, officeCode, role: name } = pattern.exec(text)?.groups ?? {};
  const role = roles.find((each) => each === name);
  if (!claim || !value || !ipaCode || !officeCode || role === undefined) return undefined;
  return { claim, value, ipaCode, officeCode, role };
}
