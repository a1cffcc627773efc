import { fc } from '../../support/random.ts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { endpoints } from '../../../forms/contract/endpoints.ts';
import { problem } from '../../../forms/contract/problem.ts';
import { anApi, submitAs, type RunningApi, type Visitor } from '../../support/api.ts';

const calls = 1000;

let api: RunningApi;
let visitors: readonly Visitor[];
/** Ids of things that are there, so that not every call ends at the door. */
let known: readonly string[];

beforeAll(async () => {
  api = await anApi();
  const giulia = await api.signIn('giulia', 'citizen');
  const operatore = await api.signIn('operatore', 'office');
  visitors = [api.visitor(), giulia, operatore];
  const { dossierId } = await submitAs(api, { visitor: giulia, username: 'giulia' });
  const { draftId } = await giulia.call('createDraft', { body: { procedureId: 'accesso-agli-atti' } });
  const { items } = await operatore.call('listTasks', { query: {} });
  const detail = await giulia.call('readDossier', { params: { dossierId } });
  known = [
    dossierId,
    draftId,
    'accesso-agli-atti',
    ...items.map(({ taskId }) => taskId),
    ...detail.acts.map((act) => act.elementId),
  ];
});
afterAll(() => api.stop());

const oddities = [
  '',
  '0',
  '-1',
  'null',
  '__proto__',
  'constructor',
  '%00',
  '../..',
  "'",
  '\\',
  '\u0000',
  '\ud800',
  '🙂',
  ':',
  '&|!',
];

const word = fc.oneof(fc.constantFrom(...oddities), fc.string({ unit: 'binary', maxLength: 40 }), fc.uuid());
const name = fc.constantFrom(
  'q',
  'limit',
  'cursor',
  'ids',
  'audience',
  'show',
  'sort',
  'due',
  'state',
  'officeCode',
  'altro',
);
const member = fc.constantFrom('procedureId', 'draftId', 'revision', 'answers', 'pageId', '__proto__', 'oggetto');

const request = fc.record({
  endpoint: fc.constantFrom(...Object.values(endpoints)),
  visitor: fc.nat({ max: 2 }),
  ids: fc.array(fc.oneof({ weight: 2, arbitrary: fc.nat({ max: 9 }) }, word), { minLength: 3, maxLength: 3 }),
  query: fc.array(fc.tuple(name, word), { maxLength: 3 }),
  body: fc.oneof(
    fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.stringify(value)),
    fc.dictionary(member, fc.jsonValue({ maxDepth: 3 })).map((value) => JSON.stringify(value)),
    fc
      .record({ answers: fc.dictionary(word, fc.jsonValue()), revision: fc.integer() })
      .map((value) => JSON.stringify(value)),
    word,
  ),
  type: fc.constantFrom(
    'application/json',
    'application/json',
    'application/json; charset=x',
    'text/plain',
    'multipart/form-data; boundary=x',
  ),
});

it('no request whatever is a defect', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(request, async ({ endpoint, visitor, ids, query, body, type }) => {
      const given = ids.map((id) => (typeof id === 'number' ? (known[id % known.length] ?? '') : id));
      let next = 0;
      const path = endpoint.path.replace(/:\w+/g, () => wellFormed(given[next++ % given.length] ?? ''));
      const search = query.map(([key, value]) => `${key}=${wellFormed(value)}`).join('&');
      const reply = await visitors[visitor]?.send(endpoint.method.toUpperCase(), `/api/v1${path}?${search}`, {
        headers: { 'content-type': type, 'idempotency-key': randomUUID() },
        ...(endpoint.method === 'get' ? {} : { body }),
      });
      expect(reply?.status).toBeLessThan(500);
      if (reply === undefined || reply.status < 400) return;
      expect(reply.type).toBe('application/problem+json');
      expect(problem.parse(reply.body)).toMatchObject({ status: reply.status, reference: expect.any(String) });
    }),
    { numRuns: calls },
  );
});

/** As part of an address; halves of characters have no place there. */
function wellFormed(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString());
}
