import Koa from 'koa';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listen, type Listening } from '../../../engine/boot/listen.ts';
import { problemMiddleware } from '../../../engine/api/problem.ts';
import { createLog } from '../../../engine/connect/log.ts';
import { faultCodes, faultMessages, faultOf } from '../../../engine/store/faults.ts';

const statuses = { away: 503, full: 507 } as const;

let port: Listening;
let thrown: Error;
let answer: ReturnType<Koa['callback']>;
let lines: string[];
beforeEach(() => {
  lines = [];
  const log = createLog({ level: 'silent', production: true });
  log.error = (...line: unknown[]) => void lines.push(JSON.stringify(line));
  const app = new Koa();
  app.use(problemMiddleware(log));
  app.use(() => {
    throw thrown;
  });
  answer = app.callback();
});
beforeAll(async () => {
  port = await listen(0);
  port.serve((request, response) => void answer(request, response));
});
afterAll(() => port.close(100));

async function answerTo(error: Error) {
  thrown = error;
  const response = await fetch(`http://localhost:${port.port}/`);
  return { status: response.status, retryAfter: response.headers.get('retry-after'), body: await response.json() };
}

describe('a fault of the surroundings is answered as such', () => {
  it.each(Object.entries(faultCodes))('%s', async (code, fault) => {
    const error = code.startsWith('Knex')
      ? Object.assign(new Error('x'), { name: code })
      : Object.assign(new Error('x'), { code });
    const { status, body } = await answerTo(error);
    expect(status).toBe(statuses[fault]);
    expect(JSON.stringify(body)).not.toContain(code);
  });

  it.each(faultMessages)('%s', async (message) => {
    expect(await answerTo(new Error(`${message} unexpectedly`))).toMatchObject({
      status: 503,
      retryAfter: '5',
      body: { code: 'service.unavailable' },
    });
  });

  it('a full disk, with a sentence', async () => {
    const { body } = await answerTo(Object.assign(new Error('no space'), { code: 'ENOSPC' }));
    expect(body).toMatchObject({
      code: 'service.out-of-space',
      title: 'Lo spazio per i dati è finito e non abbiamo salvato nulla: riprova più tardi',
    });
  });
});

it('a fault is found among causes and in what happened together', () => {
  const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  expect(faultOf(new Error('could not load', { cause: refused }))).toBe('away');
  expect(faultOf(new AggregateError([refused, refused]))).toBe('away');
});

it('a defect is none', async () => {
  expect(faultOf(new TypeError('x is not a function'))).toBeUndefined();
  expect(faultOf(Object.assign(new Error('duplicate key'), { code: '23505' }))).toBeUndefined();
  expect(await answerTo(new TypeError('x is not a function'))).toMatchObject({ status: 500 });
});

it('an outage has one line in the log', async () => {
  for (let request = 0; request < 20; request += 1) {
    await answerTo(Object.assign(new Error('the database system is starting up'), { code: '57P03' }));
  }
  expect(lines).toHaveLength(1);
});
