import type { Context, Middleware } from 'koa';
import { createUpload } from '../../forms/contract/uploads.ts';
import { Problem } from '../core/problem.ts';
import { answerIn } from './language.ts';
import { problemBody } from './problem.ts';

/** How a server keeps the requests in hand few. */
export interface Pressure {
  /** The most that are in hand at a time. */
  readonly most: number;
  readonly newId: () => string;
  /** Starts to wait, and calls back when a request has waited long enough; gives what stops the waiting. */
  readonly patience?: (spent: () => void) => () => void;
}

/** So long a request waits for its turn: what is taken is then answered within a second. */
const WAIT_MS = 300;

/** So many times those in hand wait beside them; whoever comes later would wait in vain. */
const WAITING = 4;

/**
 * Those who are sent away come back in turn, spread over some seconds: together they would fill the server anew. The
 * seconds grow with everybody who is sent away and shrink with everybody who is taken, so that of a crowd about twice
 * as many come as can be taken: fewer would leave the server idle, more would keep it busy with refusing.
 */
const SPREAD = { least: 1, most: 30, step: 0.02 };

const realPatience = (spent: () => void): (() => void) => {
  const timer = setTimeout(spent, WAIT_MS);
  return () => clearTimeout(timer);
};

/** So many files may come in for each request in hand: they wait for their senders, not for the server. */
const FILES = 4;

/**
 * Takes at most `most` requests in hand. Further ones wait for their turn before anything is read of them, and who has
 * waited for 300 ms is sent away, with 503 and `Retry-After`: those that are taken are answered in time, and those that
 * are not know it. Files that come in are counted by themselves, so that slow senders keep nobody else away. Whoever
 * asks how the service is (`/status`) is always heard.
 */
export function backPressure({ most, newId, patience = realPatience }: Pressure): Middleware {
  let [sentAway, spread] = [0, SPREAD.least];
  const [requests, files] = [aDoor(most, patience), aDoor(most * FILES, patience)];
  return async (ctx, next) => {
    if (ctx.path === '/status') return next();
    const door = isFile(ctx) ? files : requests;
    if (!(await door.enter())) {
      sentAway += 1;
      spread = Math.min(SPREAD.most, spread + SPREAD.step);
      return refuse(ctx, newId(), 1 + (sentAway % Math.ceil(spread)));
    }
    spread = Math.max(SPREAD.least, spread - SPREAD.step);
    try {
      await next();
    } finally {
      door.leave();
    }
  };
}

const isFile = ({ method, path }: Context): boolean => method === 'POST' && path.endsWith(createUpload.path);

interface Door {
  /** Whether one is let in, at once or in time. */
  readonly enter: () => Promise<boolean>;
  readonly leave: () => void;
}

/** Lets so many in at a time; a few wait for their turn. */
function aDoor(most: number, patience: NonNullable<Pressure['patience']>): Door {
  let inHand = 0;
  const waiting = new Set<() => void>();
  return {
    enter: async () => {
      if (inHand < most) {
        inHand += 1;
        return true;
      }
      return waiting.size < most * WAITING && waitedFor(waiting, patience);
    },
    // Whoever waits takes the place over; it never becomes free in between.
    leave: () => {
      const [next] = waiting;
      if (next === undefined) inHand -= 1;
      else next();
    },
  };
}

/** Waits until it is one's turn, and tells whether it came in time. */
function waitedFor(waiting: Set<() => void>, patience: NonNullable<Pressure['patience']>): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isTaken: boolean): void => {
      waiting.delete(take);
      resolve(isTaken);
    };
    const take = (): void => {
      stop();
      end(true);
    };
    const stop = patience(() => end(false));
    waiting.add(take);
  });
}

function refuse(ctx: Context, reference: string, seconds: number): void {
  const language = answerIn(ctx);
  ctx.status = 503;
  ctx.body = JSON.stringify(problemBody(new Problem('service.busy'), reference, language));
  ctx.type = 'application/problem+json';
  ctx.set({ 'retry-after': String(seconds), 'cache-control': 'no-store' });
}
