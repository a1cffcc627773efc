import { dropToken } from '../run.ts';
import { repeat } from '../finish.ts';
import { arrivedAt } from '../joins.ts';
import type { Behaviour } from './behaviour.ts';

/**
 * An activity that waits for as many tokens as it needs to start, and is repeated where it says so; the behaviour of
 * its type is that of one instance.
 */
export const activity =
  (once: Behaviour): Behaviour =>
  (run, arriving, node) => {
    if (arriving.nth !== undefined) return once(run, arriving, node);
    const needed = node.startQuantity ?? 1;
    const arrived = needed === 1 ? [arriving] : arrivedAt(run, node, arriving.scope).slice(0, needed);
    const [first, ...others] = arrived;
    if (first === undefined || arrived.length < needed) return;
    for (const other of others) dropToken(run, other);
    const { via: _, ...token } = first;
    run.tokens.set(token.id, token);
    if (node.loop !== undefined) return repeat(run, token, node);
    once(run, token, node);
  };
