import { importPKCS8, SignJWT } from 'jose';
import { z } from 'zod';
import { Problem } from '../../../core/problem.ts';
import type { Instant } from '../../../kernel/types.ts';
import type { Tools } from '../connector.ts';

/** What a body sets for a service: where it is, and as whom it is asked. */
export const settings = z.object({
  /** Instead of the address in the document. */
  server: z.url().optional(),
  auth: z.enum(['none', 'api-key', 'oauth2', 'pdnd']).default('none'),
  /** `api-key`: the key, and the header that carries it. */
  apiKey: z.string().optional(),
  apiKeyHeader: z
    .string()
    .regex(/^[\w-]+$/)
    .default('x-api-key'),
  /** `oauth2` and `pdnd`: who gives tokens, and as whom they are asked for. */
  tokenUrl: z.url().optional(),
  clientId: z.string().optional(),
  /** `oauth2`. */
  clientSecret: z.string().optional(),
  scope: z.string().optional(),
  /** `pdnd`: the key that signs (RSA, PKCS #8 as PEM), its id, the purpose, and for whom the assertion is. */
  privateKey: z.string().optional(),
  keyId: z.string().optional(),
  purposeId: z.string().optional(),
  audience: z.string().optional(),
});

type Settings = z.output<typeof settings>;

/** What asking for a token takes. */
type Means = Pick<Tools, 'http' | 'newId' | 'signal'> & { readonly now: Instant };

/** The headers by which a service knows who asks. */
export async function authorize(set: Settings, means: Means): Promise<Readonly<Record<string, string>>> {
  switch (set.auth) {
    case 'none':
      return {};
    case 'api-key':
      return { [set.apiKeyHeader]: present(set, 'apiKey') };
    case 'oauth2':
      return bearer(await tokenFor(set, means, await clientSecret(set)));
    case 'pdnd':
      return bearer(await tokenFor(set, means, await clientAssertion(set, means)));
  }
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

function present(set: Settings, key: keyof Settings): string {
  const value = set[key];
  if (value !== undefined) return value;
  throw new Problem('step.failed', { expected: `the setting ${key}, for auth=${set.auth}` });
}

async function clientSecret(set: Settings): Promise<Readonly<Record<string, string>>> {
  return { client_secret: present(set, 'clientSecret'), ...(set.scope !== undefined && { scope: set.scope }) };
}

/** Seconds for which a client assertion is good. */
const ASSERTION_SECONDS = 60;

// PDND, Linee Guida AgID on interoperability: a voucher for a signed client assertion (RFC 7523) that names the
// purpose.
async function clientAssertion(set: Settings, { newId, now }: Means): Promise<Readonly<Record<string, string>>> {
  const seconds = Math.floor(Date.parse(now) / 1000);
  const clientId = present(set, 'clientId');
  const assertion = await new SignJWT({ purposeId: present(set, 'purposeId') })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: present(set, 'keyId') })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(present(set, 'audience'))
    .setJti(newId())
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + ASSERTION_SECONDS)
    .sign(await keyIn(present(set, 'privateKey')));
  return {
    client_assertion: assertion,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  };
}

async function keyIn(pem: string) {
  try {
    return await importPKCS8(pem, 'RS256');
  } catch {
    // The reason may quote the key.
    throw new Problem('step.failed', { expected: 'an RSA key in PKCS #8 (PEM) as the setting privateKey' });
  }
}

const tokenShape = z.looseObject({ access_token: z.string().min(1) });

async function tokenFor(
  set: Settings,
  { http, signal }: Means,
  proof: Readonly<Record<string, string>>,
): Promise<string> {
  const form = { grant_type: 'client_credentials', client_id: present(set, 'clientId'), ...proof };
  const { status, text } = await http({
    method: 'POST',
    url: new URL(present(set, 'tokenUrl')),
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
    signal,
  });
  const token = status === 200 ? tokenShape.safeParse(jsonIn(text)) : undefined;
  if (token?.success) return token.data.access_token;
  throw new Error(`Who gives tokens answers ${status} and no token`);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
