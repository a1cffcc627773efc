import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Command } from '../../../engine/core/command.ts';
import { verifyChain } from '../../../engine/core/record.ts';
import { sha256 } from '../../../engine/store/sha256.ts';
import { loadRecord } from '../../../engine/store/tables/events.ts';
import { anOpenDossier, applicationOf } from '../../support/course.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';

let iter: RunningIter;
beforeAll(async () => {
  iter = await aRunningIter();
});
afterAll(() => iter.stop());

it('twenty commands at once on a dossier follow each other', async () => {
  const dossierId = await anOpenDossier(iter);
  const { eventCount } = await iter.dossier();
  const deliveries = Array.from({ length: 20 }, (_, index): Command => ({
    type: 'record-delivery',
    dossierId,
    messageId: `${dossierId}.m${index}`,
    delivered: true,
    detail: '250 accepted',
  }));
  const answers = await Promise.all(
    deliveries.map((command) => iter.run(command, { type: 'system', component: 'worker' })),
  );
  expect(answers.map((answer) => answer.eventCount).toSorted((one, other) => one - other)).toEqual(
    deliveries.map((_, index) => eventCount + index + 1),
  );
  const dossier = await iter.dossier();
  expect(verifyChain(await loadRecord(iter.deps.db, { bodyId: iter.bodyId, dossierId }), dossier, sha256)).toEqual({
    intact: true,
  });
});

it('of many who claim a task one gets it', async () => {
  await anOpenDossier(iter);
  const { dossierId, tasks } = await iter.dossier();
  const clerk = await iter.person('operatore');
  const colleagues = Array.from({ length: 8 }, () => ({ ...clerk, personId: v7() }));
  const claim = { type: 'claim', dossierId, taskId: tasks[0]?.taskId ?? '' } as const;
  const outcomes = await Promise.allSettled(colleagues.map((colleague) => iter.run(claim, colleague)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []));
  expect(new Set(refusals)).toEqual(new Set(['task.claimed-by-another']));
});

it('a draft sent twice at once opens one dossier', async () => {
  const { command, actor } = await iter.submission('luca', applicationOf('luca', iter.bodyId));
  const send = () => iter.run({ ...command, dossierId: v7() }, actor);
  const outcomes = await Promise.allSettled([send(), send(), send()]);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []));
  expect(refusals).toEqual(['draft.already-submitted', 'draft.already-submitted']);
});
