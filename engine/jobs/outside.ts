import type { Http } from '../connect/http.ts';
import { unseal } from '../connect/seal.ts';
import { Problem } from '../core/problem.ts';
import type { Db } from '../store/db.ts';
import { sealedSettings } from '../store/tables/connector-settings.ts';

/** How connectors reach other services. */
export interface Outside {
  readonly http: Http;
  /** What a body has set for a connector, by key. */
  readonly settings: (bodyId: string, connector: string) => Promise<Readonly<Record<string, string>>>;
  /** Types that are simulated here instead of called; none in production. */
  readonly simulates: readonly string[];
}

/**
 * Reads what bodies have set. Without a key nothing can be set and nothing is.
 *
 * It throws Problem `step.failed` for a value that the key does not open.
 */
export function settingsReader(db: Db, key: Buffer | undefined): Outside['settings'] {
  return async (bodyId, connector) => {
    if (key === undefined) return {};
    const sealed = await sealedSettings(db, { bodyId, connector });
    return Object.fromEntries(
      sealed.map(({ name, sealed: text }) => [name, opened(key, text, [bodyId, connector, name])]),
    );
  };
}

function opened(key: Buffer, text: string, about: readonly [string, string, string]): string {
  try {
    return unseal(key, text, about);
  } catch (cause) {
    const [, connector, name] = about;
    const details = { connector, name, expected: 'a setting sealed with ITER_SECRET_KEY: set it again' };
    throw new Problem('step.failed', details, { cause });
  }
}
