import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ApiOptions, RunningApi } from '../support/api.ts';

/** What somebody with bad intentions tries against the running server. */
export interface Attack {
  /** What the attacker wants to have done, in the present tense. */
  readonly name: string;
  /** Tries it; tells whether it worked. */
  succeeds(api: RunningApi): Promise<boolean>;
}

/** A guard of the server that can be taken away: a module, and what stands in place of some of its exports. */
export interface Guard {
  /** The file below the root of the project. */
  readonly file: string;
  readonly weakened: (sound: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

/**
 * Tries every attack on the server as it is, where it fails, and on one without the guard, where it works: a test that
 * could not fail would guard nothing.
 */
export function attacks(guard: Guard, tried: readonly Attack[], options: ApiOptions = {}): void {
  for (const works of [false, true]) {
    describe(works ? `a server without ${guard.file}` : 'the server', () => {
      let api: RunningApi;
      beforeAll(async () => {
        if (works) weaken(guard);
        const { anApi } = await import('../support/api.ts');
        api = await anApi(options);
      });
      afterAll(async () => {
        await api.stop();
        if (works) restore(guard);
      });

      for (const { name, succeeds } of tried) {
        it(`${works ? 'lets pass' : 'stops'}: ${name}`, async () => {
          expect(await succeeds(api)).toBe(works);
        });
      }
    });
  }
}

const pathOf = ({ file }: Guard): string => fileURLToPath(new URL(`../../${file}`, import.meta.url));

/** From here on every module is read anew, and the guarded one with its replacement. */
function weaken(guard: Guard): void {
  vi.resetModules();
  vi.doMock(pathOf(guard), async (sound) => {
    const exports = await sound<Record<string, unknown>>();
    return { ...exports, ...guard.weakened(exports) };
  });
}

function restore(guard: Guard): void {
  vi.doUnmock(pathOf(guard));
  vi.resetModules();
}
