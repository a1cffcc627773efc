import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boundedHttp, type HttpRequest } from '../../../engine/connect/http.ts';
import { isPrivate } from '../../../engine/connect/private-address.ts';
import { anOutsideService, json, type OutsideService } from '../../support/outside-service.ts';

let service: OutsideService;
beforeAll(async () => {
  service = await anOutsideService();
});
afterAll(() => service.stop());

const request = (address: string, signal = new AbortController().signal): HttpRequest => ({
  ...{ method: 'GET', url: new URL(address), headers: {}, signal },
});

describe('a request to a service outside', () => {
  it('goes to an address of the list', async () => {
    service.answers(json({ ok: true }));
    const http = boundedHttp({ origins: [], privateOrigins: [service.origin] });
    expect(await http(request(`${service.origin}/a`))).toEqual({ status: 200, text: '{"ok":true}' });
  });

  it('goes nowhere else', async () => {
    const http = boundedHttp({ origins: ['https://api.example.it'], privateOrigins: [] });
    const { port } = new URL(service.origin);
    for (const address of [service.origin, 'https://api.example.it:444', 'http://api.example.it'])
      await expect(http(request(address))).rejects.toMatchObject({ code: 'step.failed' });
    expect(port).not.toBe('');
  });

  it('goes to no private address, by number or by name, unless it is one of those configured', async () => {
    const { port } = new URL(service.origin);
    const named = `http://localhost:${port}`;
    const http = boundedHttp({ origins: [service.origin, named, `http://[::1]:${port}`], privateOrigins: [] });
    const before = service.received.length;
    for (const address of [service.origin, named, `http://[::1]:${port}`])
      await expect(http(request(address))).rejects.toMatchObject({ code: 'step.failed' });
    expect(service.received).toHaveLength(before);
  });

  it('is not led on by a redirect', async () => {
    service.answers((_received, response) => response.writeHead(302, { location: '/elsewhere' }).end());
    const http = boundedHttp({ origins: [], privateOrigins: [service.origin] });
    const before = service.received.length;
    expect(await http(request(service.origin))).toMatchObject({ status: 302 });
    expect(service.received).toHaveLength(before + 1);
  });

  it('takes no more than so many bytes', async () => {
    service.answers((_received, response) => response.end('m'.repeat(11)));
    const http = boundedHttp({ origins: [], privateOrigins: [service.origin], mostBytes: 10 });
    await expect(http(request(service.origin))).rejects.toThrow('The answer has more than 10 bytes');
  });

  it('is broken off by its signal', async () => {
    const ending = new AbortController();
    service.answers(() => ending.abort());
    const http = boundedHttp({ origins: [], privateOrigins: [service.origin] });
    await expect(http(request(service.origin, ending.signal))).rejects.toThrow('aborted');
  });
});

it.each([
  ['127.0.0.1', true],
  ['10.1.2.3', true],
  ['172.31.255.255', true],
  ['172.32.0.1', false],
  ['192.168.0.1', true],
  ['169.254.169.254', true],
  ['100.64.0.1', true],
  ['0.0.0.0', true],
  ['::1', true],
  ['::', true],
  ['fd00::1', true],
  ['fe80::1', true],
  ['::ffff:127.0.0.1', true],
  ['64:ff9b::7f00:1', true],
  ['8.8.8.8', false],
  ['2001:4860:4860::8888', false],
])('%s is private: %s', (address, expected) => {
  expect(isPrivate(address)).toBe(expected);
});
