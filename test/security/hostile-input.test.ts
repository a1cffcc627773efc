import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints, type EndpointName } from '../../forms/contract/endpoints.ts';
import { anApi, submitAs, type RunningApi } from '../support/api.ts';

let api: RunningApi;
/** Cookies of somebody who has signed in for each audience, and of nobody. */
let cookies: Readonly<Record<string, string>>;
/** A value for every parameter of a path, which names something that is there. */
let known: Readonly<Record<string, string>>;

beforeAll(async () => {
  api = await anApi();
  const giulia = await api.signIn('giulia', 'citizen');
  const operatore = await api.signIn('operatore', 'office');
  const { dossierId } = await submitAs(api, { visitor: giulia, username: 'giulia' });
  const { draftId } = await giulia.call('createDraft', { body: { procedureId: 'accesso-agli-atti' } });
  const { items } = await operatore.call('listTasks', { query: {} });
  const { acts } = await giulia.call('readDossier', { params: { dossierId } });
  known = {
    dossierId,
    draftId,
    procedureId: 'accesso-agli-atti',
    taskId: items[0]?.taskId ?? '',
    elementId: acts[0]?.elementId ?? 'x',
  };
  const [citizen, office] = [giulia, operatore].map(({ jar }) => jar.header(`${api.baseUrl}/`));
  cookies = { citizen: citizen ?? '', office: office ?? '', public: '', 'signed-in': citizen ?? '' };
});
afterAll(() => api.stop());

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Buffer;
}

const agent = new Agent({ keepAlive: true, maxSockets: 6 });
afterAll(() => agent.destroy());

/** Sends what `fetch` would refuse to send, or would mend first. */
function send({ method, path, headers = {}, body }: Sent): Promise<number> {
  const { hostname, port } = new URL(api.baseUrl);
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, method, path, headers, agent }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

const cursorOf = (...place: string[]): string => Buffer.from(JSON.stringify(place)).toString('base64url');
const escaped = (json: string): string => Buffer.from(json).toString('base64url');

const hostileTexts = {
  'a NUL': '%00',
  'a NUL inside': 'a%00b',
  'half of a percent-encoding': '%',
  'bytes that are no UTF-8': '%ff%fe',
  'an encoded half of a character': '%ed%a0%80',
  'a way up': '..%2f..%2fetc%2fpasswd',
  'a quotation mark': '%27%22%60',
  'a backslash': '%5c%5c',
  'very many characters': 'a'.repeat(6000),
  'operators of a search': '%26%7c%21%3a*%28%29%3c-%3e',
  'a prototype': '__proto__',
  'a very long number': '9'.repeat(400),
};

const hostileQueries = {
  'a cursor with a NUL': `cursor=${cursorOf('\u0000', '\u0000')}`,
  'a cursor of three with a NUL': `cursor=${cursorOf('\u0000', '\u0000', '\u0000')}`,
  'a cursor of one with a NUL': `cursor=${cursorOf('\u0000')}`,
  'a cursor with half of a character': `cursor=${escaped('["\\ud800","\\ud800"]')}`,
  'a cursor of numbers': `cursor=${escaped('[1,2]')}`,
  'a cursor of days that are none': `cursor=${cursorOf('2026-02-31', 'x')}`,
  'a cursor that is none': 'cursor=%00%ff',
  'a cursor of the wrong JSON': `cursor=${escaped('{"a":[')}`,
  'many of one name': Array.from({ length: 500 }, () => 'q=a').join('&'),
  'names of a prototype': '__proto__[a]=1&constructor=2',
  'a percent sign': 'q=%&cursor=%E0%A4%A',
};

const json = 'application/json';
const deep = '['.repeat(20_000) + ']'.repeat(20_000);
const numbers = '{"revision":1e400,"version":99999999999999,"answers":{},"draftId":"x","stars":-1,"output":{}}';

const hostileBodies: Readonly<Record<string, Omit<Sent, 'method' | 'path'>>> = {
  nothing: { headers: { 'content-type': json } },
  'a type with nothing': { headers: { 'content-type': '' }, body: '{}' },
  'a type that is none': { headers: { 'content-type': ';;;=/' }, body: '{}' },
  'JSON that ends early': { headers: { 'content-type': json }, body: '{"answers":{' },
  'JSON that is a text': { headers: { 'content-type': json }, body: '"a"' },
  'JSON that is null': { headers: { 'content-type': json }, body: 'null' },
  'a list': { headers: { 'content-type': json }, body: '[1,2]' },
  'twenty thousand levels': { headers: { 'content-type': json }, body: deep },
  'a NUL': { headers: { 'content-type': json }, body: '{"answers":{"a":"\\u0000"},"revision":0,"pageId":"\\u0000"}' },
  'half of a character': {
    headers: { 'content-type': json },
    body: '{"answers":{"\\ud800":1},"procedureId":"\\udfff"}',
  },
  'numbers out of range': { headers: { 'content-type': json }, body: numbers },
  'a prototype': { headers: { 'content-type': json }, body: '{"__proto__":{"admin":true}}' },
  'bytes that are no UTF-8': { headers: { 'content-type': json }, body: Buffer.from([0x7b, 0xff, 0xfe, 0x00, 0x7d]) },
  'two megabytes': { headers: { 'content-type': json }, body: `{"answers":{"a":"${'x'.repeat(2_000_000)}"}}` },
  'an unknown charset': { headers: { 'content-type': `${json}; charset=utf-99` }, body: '{}' },
  ...Object.fromEntries(
    ['gzip', 'deflate', 'br', 'zstd', 'gzip, gzip', 'identity', 'x\u00ff', ''].map((packing) => [
      `a Content-Encoding "${packing}" that lies`,
      { headers: { 'content-type': json, 'content-encoding': packing }, body: '{"procedureId":"accesso-agli-atti"}' },
    ]),
  ),
  'a packing that ends early': {
    headers: { 'content-type': json, 'content-encoding': 'gzip' },
    body: gzipSync('{"procedureId":"accesso-agli-atti"}').subarray(0, 20),
  },
  'a small packing of a hundred megabytes': {
    headers: { 'content-type': json, 'content-encoding': 'gzip' },
    body: gzipSync(Buffer.alloc(100_000_000, 0x20)),
  },
  'parts without a boundary': { headers: { 'content-type': 'multipart/form-data' }, body: 'x' },
  'parts that end early': {
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: '--x\r\nContent-Disposition: form-data; name="file"; filename="\u0000../a.pdf"\r\n\r\n%PDF-',
  },
  'a part with a NUL in its name': {
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a\u0000b.txt"\r\n\r\nciao\r\n--x--\r\n',
  },
};

const hostileHeaders: Readonly<Record<string, Readonly<Record<string, string | string[]>>>> = {
  'a host that is none': { host: '%00:99999999' },
  'languages without an end': { 'accept-language': 'a,'.repeat(3000) },
  'conditions that are none': { 'if-none-match': '"\\"', 'if-modified-since': 'never', range: 'bytes=9-1' },
  'cookies that are none': { cookie: 'iter.citizen=%00; iter.citizen.sig=%ff; ;;=; __proto__=1' },
  'a key that is none': { 'idempotency-key': 'a\u00ff'.repeat(100) },
  'forwarding by everyone': {
    'x-forwarded-for': 'x, \u00ff, 1.1.1.1',
    'x-forwarded-proto': 'gopher',
    forwarded: 'for=',
  },
};

const names = Object.keys(endpoints) as EndpointName[];

/** The call of an operation, as somebody who may ask. */
function aCall(name: EndpointName, changes: { readonly param?: string; readonly query?: string } = {}) {
  const { method, path, audience } = endpoints[name];
  const filled = path.replace(/:(\w+)/g, (_, key: string) => changes.param ?? known[key] ?? randomUUID());
  return {
    method: method.toUpperCase(),
    path: `/api/v1${filled}${changes.query === undefined ? '' : `?${changes.query}`}`,
    headers: { cookie: cookies[audience] ?? '', 'idempotency-key': randomUUID() },
  };
}

/** Sends the calls, a few at a time; gives those that the server could not answer for. */
async function defectsOf(calls: readonly (Sent & { readonly what: string })[]): Promise<readonly string[]> {
  const defects: string[] = [];
  const left = [...calls];
  const sendOn = async (): Promise<void> => {
    for (let call = left.pop(); call !== undefined; call = left.pop()) {
      const status = await send(call);
      if (status >= 500) defects.push(`${call.method} ${call.path.slice(0, 80)}, ${call.what}: ${status}`);
    }
  };
  await Promise.all(Array.from({ length: 6 }, sendOn));
  return defects;
}

describe('no operation of the contract breaks on', { timeout: 90_000 }, () => {
  it('hostile paths', async () => {
    const calls = names
      .filter((name) => endpoints[name].path.includes(':'))
      .flatMap((name) =>
        Object.entries(hostileTexts).map(([what, param]) => ({
          ...aCall(name, { param }),
          what,
        })),
      );
    expect(await defectsOf(calls)).toEqual([]);
  });

  it('hostile queries', async () => {
    const values = Object.entries(hostileTexts).flatMap(([what, text]) =>
      ['q', 'cursor'].map((key) => [what, `${key}=${text}`] as const),
    );
    const queries = [...Object.entries(hostileQueries), ...values];
    const calls = names
      .filter((name) => 'query' in endpoints[name])
      .flatMap((name) => queries.map(([what, query]) => ({ ...aCall(name, { query }), what })));
    expect(await defectsOf(calls)).toEqual([]);
  });

  it('hostile bodies', async () => {
    const calls = names
      .filter((name) => endpoints[name].method !== 'get')
      .flatMap((name) =>
        Object.entries(hostileBodies).map(([what, sent]) => {
          const call = aCall(name);
          return { ...call, ...sent, headers: { ...call.headers, ...sent.headers }, what };
        }),
      );
    expect(await defectsOf(calls)).toEqual([]);
  });

  it('hostile headers', async () => {
    const calls = names.flatMap((name) =>
      Object.entries(hostileHeaders).map(([what, headers]) => {
        const call = aCall(name);
        return { ...call, headers: { ...call.headers, ...headers }, what };
      }),
    );
    expect(await defectsOf(calls)).toEqual([]);
  });
});
