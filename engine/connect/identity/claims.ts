import { z } from 'zod';
import { codeIn, oneLine } from '../../../forms/schema/clean.ts';
import type { Named } from '../../../forms/schema/full-name.ts';
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
  given_name: z.string().optional(),
  family_name: z.string().optional(),
  email: z.string().optional(),
  // Some providers say it as a text.
  email_verified: z.union([z.boolean(), z.string()]).optional(),
  [`${claimPrefix}fiscal_number`]: z.string().optional(),
});

/** Someone with one name only gets a mark for the other: a dash, a full stop. */
const NO_NAME = /^[\p{P}\p{S}\s]*$/u;

function namesIn({ given_name = '', family_name = '' }: z.infer<typeof claims>): Named {
  const [givenName = '', familyName = ''] = [given_name, family_name]
    .map(oneLine)
    .map((name) => (NO_NAME.test(name) ? '' : name));
  if (givenName === '' && familyName === '') throw new Error('The provider has not said any name');
  return { givenName, familyName };
}

function emailIn({
  email,
  email_verified: verified,
}: z.infer<typeof claims>): Pick<Identity, 'email' | 'emailVerified'> {
  if (email === undefined) return {};
  return { email: oneLine(email), ...((verified === true || verified === 'true') && { emailVerified: true }) };
}

/** The Italian code, of sixteen characters or provisional; undefined for one of another State. */
const italianCode = (number: unknown): string | undefined =>
  typeof number === 'string' ? /^(?:TINIT-)?([A-Z0-9]{16}|\d{11})$/.exec(codeIn(number))?.[1] : undefined;

/**
 * Turns the claims of SPID, CIE or an office directory into an identity. The fiscal code loses its `TINIT-`; one issued
 * by another State is not an Italian code and is left out. What cannot be seen goes from every claim that is kept.
 * @throws ZodError when a claim that everybody has is missing
 * @throws Error when there is no name at all
 */
export function readIdentity(given: Readonly<Record<string, unknown>>, level: 1 | 2 | 3): Identity {
  const read = claims.parse(given);
  const fiscalCode = italianCode(given[`${claimPrefix}fiscal_number`]);
  return {
    issuer: read.iss,
    subject: read.sub,
    ...namesIn(read),
    ...(fiscalCode === undefined ? {} : { fiscalCode }),
    ...emailIn(read),
    level,
  };
}
