import type { Audience } from '../connect/identity/provider.ts';

const minute = 60_000;

/** How long a session lives without being used, and at the most (OWASP ASVS 5.0, V7.3). */
export const sessionLimits: Readonly<Record<Audience, { readonly idleMs: number; readonly absoluteMs: number }>> = {
  citizen: { idleMs: 60 * minute, absoluteMs: 12 * 60 * minute },
  office: { idleMs: 30 * minute, absoluteMs: 12 * 60 * minute },
};

/** A session is written again only when its last use is older than this; every request would be a write otherwise. */
export const touchEveryMs = minute;
