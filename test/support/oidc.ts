import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Claims = Readonly<Record<string, unknown>>;

/** An OpenID Connect provider that lets in whoever the test says, with the claims that it says. */
export interface ClaimingProvider {
  readonly issuer: string;
  /** Who comes back from the next sign-ins; `sub` is theirs. */
  signsIn(claims: Claims): void;
  stop(): Promise<void>;
}

/** Starts one on a free port of this machine: authorization code, RS256, `userinfo`. */
export async function aClaimingProvider(): Promise<ClaimingProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const known = new Map<string, { readonly claims: Claims; readonly nonce: string; readonly audience: string }>();
  let claims: Claims = {};
  let issuer = '';
  const signed = (payload: Claims): string => {
    const parts = [{ alg: 'RS256', typ: 'JWT', kid: 'test' }, payload].map((part) =>
      Buffer.from(JSON.stringify(part)).toString('base64url'),
    );
    const text = parts.join('.');
    return `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey).toString('base64url')}`;
  };
  const routes: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => Promise<void> | void>> =
    {
      '/.well-known/openid-configuration': (_request, response) =>
        say(response, {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          userinfo_endpoint: `${issuer}/userinfo`,
          jwks_uri: `${issuer}/jwks`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          code_challenge_methods_supported: ['S256'],
        }),
      '/jwks': (_request, response) =>
        say(response, { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'test', alg: 'RS256', use: 'sig' }] }),
      '/authorize': ({ url = '' }, response) => {
        const asked = new URL(url, issuer).searchParams;
        const code = randomUUID();
        known.set(code, { claims, nonce: asked.get('nonce') ?? '', audience: asked.get('client_id') ?? '' });
        const back = new URL(asked.get('redirect_uri') ?? '');
        back.search = new URLSearchParams({ code, state: asked.get('state') ?? '' }).toString();
        response.writeHead(302, { location: back.href }).end();
      },
      '/token': async (request, response) => {
        const code = new URLSearchParams(await bodyOf(request)).get('code') ?? '';
        const { claims: told, nonce, audience } = known.get(code) ?? { claims: {}, nonce: '', audience: '' };
        const now = Math.floor(Date.now() / 1000);
        const { sub, acr } = told;
        const idToken = signed({ iss: issuer, aud: audience, sub, acr, nonce, iat: now, exp: now + 300 });
        say(response, { access_token: code, token_type: 'Bearer', expires_in: 300, id_token: idToken });
      },
      '/userinfo': ({ headers }, response) =>
        say(response, known.get((headers.authorization ?? '').replace('Bearer ', ''))?.claims ?? {}),
    };
  const server = createServer((request, response) => {
    const route = routes[new URL(request.url ?? '/', 'http://localhost').pathname];
    if (route === undefined) response.writeHead(404).end();
    else void route(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    signsIn: (next) => void (claims = next),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function say(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
