import { lookup } from 'node:dns';
import { request as requestPlain, type IncomingMessage } from 'node:http';
import { request as requestSafe } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Problem } from '../core/problem.ts';
import { isPrivate } from './private-address.ts';

/** A request to a service outside. */
export interface HttpRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Breaks the request off. */
  readonly signal: AbortSignal;
}

/** What came back, whatever its status. */
export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}

/** Asks a service outside once; redirects are answers like others and are not followed. */
export type Http = (request: HttpRequest) => Promise<HttpAnswer>;

/** Whom the engine may ask. */
export interface HttpBounds {
  /** `https://api.example.it`, with the port where it is not the usual one. */
  readonly origins: readonly string[];
  /** Those of them whose address may be one of this machine or of a private network. */
  readonly privateOrigins: readonly string[];
  /** The most bytes of an answer; 2 MiB without it. */
  readonly mostBytes?: number;
}

const MOST_BYTES = 2 * 1024 * 1024;

/**
 * Asks only services of the list. The address that a name has is judged as it is connected to, so that a name cannot
 * change its meaning in between.
 *
 * It throws Problem `step.failed` for a service that is not in the list, and Error for whatever may go well another
 * time.
 */
export function boundedHttp({ origins, privateOrigins, mostBytes = MOST_BYTES }: HttpBounds): Http {
  return async ({ method, url, headers, body, signal }) => {
    const isPrivateAllowed = privateOrigins.includes(url.origin);
    if (!isPrivateAllowed && !origins.includes(url.origin)) throw notListed(url);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (!isPrivateAllowed && isIP(host) !== 0 && isPrivate(host)) throw notPublic(url);
    const ask = url.protocol === 'https:' ? requestSafe : requestPlain;
    const options = {
      method,
      headers: { ...headers },
      signal,
      agent: false,
      ...(!isPrivateAllowed && { lookup: publicOnly }),
    };
    return new Promise((resolve, reject) => {
      const sent = ask(url, options, (answer) => {
        readWithin(answer, mostBytes).then((text) => resolve({ status: answer.statusCode ?? 0, text }), reject);
      });
      sent.once('error', reject);
      sent.end(body);
    });
  };
}

const notListed = ({ origin }: URL): Problem =>
  new Problem('step.failed', { found: origin, expected: 'an address of ITER_CONNECT_TO' });

const notPublic = ({ origin }: Pick<URL, 'origin'>): Problem =>
  new Problem('step.failed', { found: origin, expected: 'a public address, or one of ITER_CONNECT_PRIVATE' });

/** Gives the addresses of a name when all of them are public. */
const publicOnly: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error || first === undefined) return callback(error ?? new Error(`No address for ${hostname}`), '', 0);
    if (addresses.some(({ address }) => isPrivate(address))) return callback(notPublic({ origin: hostname }), '', 0);
    return options.all === true ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};

async function readWithin(answer: IncomingMessage, most: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer) {
    const part = Buffer.from(chunk);
    bytes += part.length;
    if (bytes > most) {
      answer.destroy();
      throw new Error(`The answer has more than ${most} bytes`);
    }
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString('utf8');
}
