import type { ClaimedRole, RoleRule } from '../../config.ts';

/**
 * The roles that the claims of a person give by the rules of the configuration; a claim is one text or a list of them.
 */
export function claimedRoles(
  claims: Readonly<Record<string, unknown>>,
  rules: readonly RoleRule[],
): readonly ClaimedRole[] {
  return rules
    .filter(({ claim, value }) => textsIn(claims[claim]).includes(value))
    .map(({ ipaCode, officeCode, role }) => ({ ipaCode, officeCode, role }));
}

const textsIn = (claim: unknown): readonly unknown[] => (Array.isArray(claim) ? claim : [claim]);
