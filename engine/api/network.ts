import { isIPv6 } from 'node:net';

/**
 * Whose address it is, as far as counting goes: an IPv4 address, or the half of an IPv6 address that names the network;
 * anybody has the other half to themselves.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  return isIPv6(address) ? groupsOf(address).slice(0, 4).join(':') : address;
}

/** The eight groups, those that `::` stands for included. */
function groupsOf(address: string): readonly string[] {
  const [head = [], tail] = address
    .toLowerCase()
    .split('::')
    .map((half) => (half === '' ? [] : half.split(':')));
  if (tail === undefined) return head;
  const missing = Math.max(0, 8 - head.length - tail.length);
  return [...head, ...Array<string>(missing).fill('0'), ...tail];
}
