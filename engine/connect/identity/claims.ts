import { z } from 'zod';
import type { Identity } from './provider.ts';

/** Where SPID and CIE put the attributes that OpenID Connect does not name (AgID, SPID/CIE OIDC technical rules). */
export const claimPrefix = 'https://attributes.eid.gov.it/';

/** The levels of assurance of SPID, lowest first: eIDAS low, substantial, high. */
export const spidLevels = [
  'https://www.spid.gov.it/SpidL1',
  'https://www.spid.gov.it/SpidL2',
  'https://www.spid.gov.it/SpidL3',
] as const;

/** The level that an `acr` stands for; undefined when it is none of SPID's. */
export function levelOf(acr: unknown): 1 | 2 | 3 | undefined {
  const index = spidLevels.findIndex((known) => known === acr);
  return index === 0 ? 1 : index === 1 ? 2 : index === 2 ? 3 : undefined;
}

const claims = z.object({
  iss: z.string(),
  sub: z.string(),
  given_name: z.string().min(1),
  family_name: z.string().min(1),
  email: z.string().optional(),
  [`${claimPrefix}fiscal_number`]: z.string().optional(),
});

/**
 * Turns the claims of SPID, CIE or an office directory into an identity. The fiscal code loses its `TINIT-`; one issued by
 * another State is not an Italian code and is left out.
 * @throws ZodError when a claim that everybody has is missing
 */
export function readIdentity(given: Readonly<Record<string, unknown>>, level: 1 | 2 | 3): Identity {
  const read = claims.parse(given);
  const number = given[`${claimPrefix}fiscal_number`];
  const fiscalCode =
    typeof number === 'string' ? /^(?:TINIT-)?([A-Z0-9]{16})$/i.exec(number)?.[1]?.toUpperCase() : undefined;
  return {
    issuer: read.iss,
    subject: read.sub,
    givenName: read.given_name,
    familyName: read.family_name,
    ...(fiscalCode === undefined ? {} : { fiscalCode }),
    ...(read.email === undefined ? {} : { email: read.email }),
    level,
  };
}
