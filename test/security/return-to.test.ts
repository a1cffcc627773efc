import { walkSignIn } from '../support/sign-in.ts';
import { attacks, type Attack } from './attack.ts';

const endsElsewhere = (returnTo: string): Attack => ({
  name: `a sign-in ends on another site by ${JSON.stringify(returnTo)}`,
  succeeds: async ({ baseUrl }) => {
    const { path } = await walkSignIn(baseUrl, { username: 'giulia', audience: 'citizen', returnTo });
    return new URL(path, `${baseUrl}/auth/citizen/callback`).hostname === 'evil.example';
  },
});

attacks(
  { file: 'engine/api/return-to.ts', weakened: () => ({ safeReturnTo: (given: unknown) => String(given) }) },
  ['//evil.example/', '/\\evil.example', 'https://evil.example/', 'https://giulia@evil.example/'].map(endsElsewhere),
);

/** Reads the address once, as if what comes out could not be read as another site. */
function readOnce(given: unknown, _audience: unknown, baseUrl: string): string {
  const { pathname, search, hash } = new URL(String(given), baseUrl);
  return pathname + search + hash;
}

attacks(
  { file: 'engine/api/return-to.ts', weakened: () => ({ safeReturnTo: readOnce }) },
  [
    '/..//evil.example',
    '/%2e%2e//evil.example',
    '/.//evil.example',
    '/a/..//evil.example/b?c#d',
    '/..\\\\evil.example',
    '/..\\\t/evil.example',
    '/..//giulia:parola@evil.example',
  ].map(endsElsewhere),
);
