import { createHmac } from 'node:crypto';
import type { Context } from 'koa';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { LimitName } from '../../forms/contract/endpoint.ts';
import type { RateSettings } from '../config/rates.ts';
import { Problem } from '../core/problem.ts';
import type { Db } from '../store/db.ts';
import { networkOf } from './network.ts';

/** How often somebody may do what costs the service something. */
export interface Limits {
  /**
   * Counts one act of a person, or of an address where nobody has signed in, and says in the headers how many are left.
   * @throws Problem `request.too-many` when there are none
   */
  take(ctx: Context, name: LimitName, personId?: string): Promise<void>;
}

/** What the counting needs. */
export interface LimitDeps {
  readonly db: Db;
  readonly settings: RateSettings;
  /** Turns addresses into names that say nothing to who reads the table. */
  readonly secret: string;
}

type Limiter = RateLimiterMemory | RateLimiterPostgres;

/**
 * Gives the counting. What is written, and sign-ins, are counted in the database, one for all processes: they write
 * anyway. Reads are counted in each process, so that none of them waits for the database because of it. When the
 * database cannot count, the process does it alone.
 */
export function createLimits({ db, settings, secret }: LimitDeps): Limits {
  const limiters = new Map(
    Object.entries(settings).map(([name, { points, seconds }]) => [name, limiterOf({ name, points, seconds, db })]),
  );
  return {
    take: async (ctx, name, personId) => {
      const limiter = limiters.get(name);
      if (limiter === undefined) return;
      const who = personId ?? createHmac('sha256', secret).update(networkOf(ctx.ip)).digest('base64url');
      const { result, isOver } = await consume(limiter, who);
      tell(ctx, limiter.points, result);
      if (isOver) throw new Problem('request.too-many', { retryAfterSeconds: secondsOf(result) });
    },
  };
}

/** Names of what is only read. */
const reads: ReadonlySet<string> = new Set<LimitName>(['search', 'register']);

interface LimiterSettings {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
  readonly db: Db;
}

function limiterOf({ name, points, seconds, db }: LimiterSettings): Limiter {
  const alone = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds });
  if (reads.has(name)) return alone;
  return new RateLimiterPostgres({
    storeClient: db,
    storeType: 'knex',
    tableName: 'rate_limits',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
    // Whoever is over is refused without asking the database again.
    inMemoryBlockOnConsumed: points + 1,
    insuranceLimiter: alone,
  });
}

/** The library rejects with a result when nothing is left. */
async function consume(limiter: Limiter, who: string): Promise<{ result: RateLimiterRes; isOver: boolean }> {
  try {
    return { result: await limiter.consume(who), isOver: false };
  } catch (error) {
    if (error instanceof RateLimiterRes) return { result: error, isOver: true };
    throw error;
  }
}

const secondsOf = ({ msBeforeNext }: RateLimiterRes): number => Math.max(1, Math.ceil(msBeforeNext / 1000));

/** The three headers by which clients pace themselves (draft-ietf-httpapi-ratelimit-headers-03). */
function tell(ctx: Context, points: number, result: RateLimiterRes): void {
  ctx.set('ratelimit-limit', String(points));
  ctx.set('ratelimit-remaining', String(Math.max(0, result.remainingPoints)));
  ctx.set('ratelimit-reset', String(secondsOf(result)));
}
