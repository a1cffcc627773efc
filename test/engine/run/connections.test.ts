import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Command } from '../../../engine/core/command.ts';
import { run, type RunDeps } from '../../../engine/run.ts';
import { openDatabase, rowsOf, type Db } from '../../../engine/store/db.ts';
import { faultOf } from '../../../engine/store/faults.ts';
import { procedureLoader } from '../../../engine/publish/load-procedure.ts';
import { formLookups } from '../../../engine/store/lookups.ts';
import { openDraft } from '../../../engine/store/tables/drafts.ts';
import { keepPerson } from '../../../engine/store/tables/people.ts';
import { applicationOf } from '../../support/course.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';

let iter: RunningIter;
let narrow: Db;
beforeAll(async () => {
  iter = await aRunningIter();
  narrow = openDatabase(iter.database.url, { connections: 2 });
});
afterAll(async () => {
  await narrow.destroy();
  await iter.stop();
});

const five = [0, 1, 2, 3, 4];

/** As after a start: no list has been read, no procedure compiled, and there are two connections. */
function justStarted(): RunDeps {
  return {
    ...iter.deps,
    db: narrow,
    procedures: procedureLoader(narrow),
    lookups: formLookups(narrow, iter.now),
  };
}

/** Somebody else with Luca's answers and a draft of their own. */
async function aSubmission(index: number) {
  const luca = await iter.person('luca');
  const { personId: newId, ...seen } = { ...luca, personId: iter.deps.newId() };
  const at = iter.now();
  const personId = await keepPerson(iter.deps.db, {
    ...{ personId: newId, issuer: 'test', subject: `luca-${index}`, seenAt: at },
    ...{ givenName: seen.givenName, familyName: seen.familyName },
  });
  const { command } = await iter.submission('luca', applicationOf('luca', iter.bodyId));
  if (command.type !== 'submit') throw new Error('a submission submits');
  const { procedureId, procedureVersion, answers } = command;
  const asked = { procedureId, procedureVersion, answers, draftId: iter.deps.newId() };
  const { draftId } = await openDraft(iter.deps.db, { ...asked, personId, at });
  return { command: { ...command, draftId, dossierId: iter.deps.newId() }, actor: { ...luca, personId } };
}

it('five submissions at once after a start share two connections', async () => {
  const deps = justStarted();
  const sent = await Promise.all(five.map(aSubmission));
  const answers = await Promise.all(
    sent.map(({ command, actor }) => run(deps, { command, actor, key: command.dossierId })),
  );
  expect(new Set(answers.map(({ registration }) => registration)).size).toBe(5);
});

it('five commands on dossiers share two connections after a start', async () => {
  const deps = justStarted();
  const sent: { readonly command: Command }[] = [];
  for (const _ of five) {
    const submission = await iter.submission('luca', applicationOf('luca', iter.bodyId));
    await iter.run(submission.command, submission.actor);
    sent.push(submission);
  }
  const answers = await Promise.all(
    sent.map(({ command: { dossierId } }) =>
      run(deps, {
        command: { type: 'record-delivery', dossierId, messageId: `${dossierId}.m`, delivered: true, detail: '250' },
        actor: { type: 'system', component: 'worker' },
        key: `delivery:${dossierId}`,
      }),
    ),
  );
  expect(answers.map(({ dossierId }) => dossierId)).toEqual(sent.map(({ command }) => command.dossierId));
});

it('those who wait too long for the register are away, take no number, and come through when they ask again', async () => {
  const patience = { acquireMs: 5000, statementMs: 5000, lockMs: 100, idleInTransactionMs: 5000, answerMs: 5000 };
  const hasty = openDatabase(iter.database.url, { connections: 2, patience, prepared: true });
  const deps = { ...justStarted(), doorDb: hasty };
  // What is held is the row of the register, which is there from the first number on.
  await iter.submit('giulia', applicationOf('giulia', iter.bodyId));
  const sent = await Promise.all(five.map(aSubmission));
  const ask = () =>
    Promise.allSettled(sent.map(({ command, actor }) => run(deps, { command, actor, key: command.dossierId })));
  const holder = await iter.deps.db.transaction();
  const [before] = await rowsOf<{ last: number }>(holder, 'SELECT last FROM registration_counters FOR UPDATE');
  const refused = await ask();
  await holder.rollback();
  expect(refused.map((one) => one.status === 'rejected' && faultOf(one.reason))).toEqual(five.map(() => 'away'));
  const taken = (await ask()).map((one) =>
    one.status === 'fulfilled' ? Number(one.value.registration?.split('/')[2]) : 0,
  );
  expect(taken.toSorted((one, other) => one - other)).toEqual(five.map((index) => (before?.last ?? 0) + index + 1));
  await hasty.destroy();
});

it('a transaction that holds the last connection waits for no other', async () => {
  const single = openDatabase(iter.database.url, { connections: 1 });
  const deps = { ...iter.deps, db: single, procedures: procedureLoader(single) };
  const { command, actor } = await iter.submission('luca', applicationOf('luca', iter.bodyId));
  await iter.run(command, actor);
  const { dossierId } = command;
  const asked = { type: 'record-delivery', dossierId, messageId: 'm', delivered: true, detail: '250' } as const;
  const request = { command: asked, actor: { type: 'system', component: 'worker' }, key: 'single' } as const;
  expect(await run(deps, request)).toMatchObject({ dossierId });
  await single.destroy();
});
