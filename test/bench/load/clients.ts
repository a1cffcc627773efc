/** Does `work` for every item, by as many clients at once as told; gives how many were done in a second. */
export async function perSecond<Item>(
  items: readonly Item[],
  clients: number,
  work: (item: Item) => Promise<unknown>,
): Promise<number> {
  const queue = [...items];
  const begun = performance.now();
  const lanes = Array.from({ length: clients }, async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  });
  await Promise.all(lanes);
  return (items.length * 1000) / (performance.now() - begun);
}

/** The value that a share of all lies below, as 0.5 for the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** One line of what a bench prints; `!` stands before what is beyond its bound. */
export function line(what: string, figure: string, isHeld = true): void {
  globalThis.process.stdout.write(`${isHeld ? ' ' : '!'} ${what.padEnd(56)}${figure}\n`);
}
