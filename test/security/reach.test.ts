import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { listen } from '../../engine/boot/listen.ts';
import { readConfig } from '../../engine/config.ts';

/** An address under which other machines would reach this one. */
const outside = Object.values(networkInterfaces())
  .flat()
  .find((network) => network?.family === 'IPv4' && !network.internal)?.address;

/** Whether a server that listens as told is reached from there. */
async function isReached(address: string, host: string | undefined): Promise<boolean> {
  const port = await listen(0, host);
  try {
    return await fetch(`http://${address}:${port.port}/`).then(
      () => true,
      () => false,
    );
  } finally {
    await port.close(100);
  }
}

describe.skipIf(outside === undefined)('from another machine', () => {
  const { listen: host } = readConfig({});

  it('a development server is not reached', async () => {
    expect(await isReached(outside ?? '', host)).toBe(false);
  });

  it('a server that listens everywhere is', async () => {
    expect(await isReached(outside ?? '', undefined)).toBe(true);
  });
});

it('a development server is reached from its own machine', async () => {
  expect(await isReached('localhost', readConfig({}).listen)).toBe(true);
});
