import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anOpenDossier, applicationOf } from '../../support/course.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';

let iter: RunningIter;
beforeAll(async () => {
  iter = await aRunningIter();
  await anOpenDossier(iter);
});
afterAll(() => iter.stop());

const query: unknown = Reflect.get(pg.Client.prototype, 'query');
const answered = '← answered';
/** With the body whose rows are seen, in one message. */
const begun = (): string => `BEGIN; SET LOCAL iter.bodies = '${iter.bodyId}'`;
const sent: string[] = [];
let unanswered = 0;

/**
 * Notes what goes to the database, in order: names of prepared statements, texts of the others, and where everything
 * that was sent has been answered.
 */
function noting(this: pg.Client, ...args: readonly unknown[]): unknown {
  const [statement] = args;
  const isNamed = statement !== null && typeof statement === 'object' && 'name' in statement;
  sent.push(isNamed ? String(statement.name) : String(statement));
  const answer: unknown = typeof query === 'function' ? Reflect.apply(query, this, args) : undefined;
  if (!(answer instanceof Promise)) return answer;
  unanswered += 1;
  const note = (): void => {
    unanswered -= 1;
    if (unanswered === 0) sent.push(answered);
  };
  answer.then(note, note);
  return answer;
}

beforeAll(() => void Reflect.set(pg.Client.prototype, 'query', noting));
afterAll(() => void Reflect.set(pg.Client.prototype, 'query', query));

it('a submission takes two round trips', async () => {
  const { command, actor } = await iter.submission('luca', applicationOf('luca', iter.bodyId));
  sent.length = 0;
  await iter.run(command, actor);
  expect(sent).toEqual([begun(), 'iter-lock', 'iter-load', answered, 'iter-save', 'COMMIT', answered]);
});

it('a claim takes two round trips', async () => {
  const { dossierId, tasks } = await iter.dossier();
  const actor = await iter.person('operatore');
  sent.length = 0;
  await iter.run({ type: 'claim', dossierId, taskId: tasks[0]?.taskId ?? '' }, actor);
  expect(sent).toEqual([begun(), 'iter-lock', 'iter-load', answered, 'iter-save', 'COMMIT', answered]);
});

it('a repeated key is answered after one, and then commits', async () => {
  const { dossierId } = await iter.dossier();
  const command = { type: 'record-delivery', dossierId, messageId: 'm', delivered: true, detail: '250' } as const;
  await iter.run(command, { type: 'system', component: 'worker' }, 'again');
  sent.length = 0;
  await iter.run(command, { type: 'system', component: 'worker' }, 'again');
  expect(sent).toEqual([begun(), 'iter-lock', 'iter-load', answered, 'COMMIT', answered]);
});
