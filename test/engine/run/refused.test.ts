import { afterAll, beforeAll, expect, it } from 'vitest';
import { rowsOf } from '../../../engine/store/db.ts';
import { applicationOf } from '../../support/course.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';

let iter: RunningIter;
beforeAll(async () => {
  iter = await aRunningIter();
});
afterAll(() => iter.stop());

const submission = () => iter.submission('giulia', applicationOf('giulia', iter.bodyId));

async function sent() {
  const { command, actor } = await submission();
  if (command.type !== 'submit') throw new Error('a submission submits');
  return { command, actor };
}

it('an application without a draft of who sends it is refused', async () => {
  const { command, actor } = await sent();
  for (const draftId of ['draft', iter.deps.newId()])
    await expect(iter.run({ ...command, draftId }, actor)).rejects.toMatchObject({
      code: 'draft.not-found',
      details: { draftId },
    });
  await expect(iter.run(command, await iter.person('luca'))).rejects.toMatchObject({ code: 'draft.not-found' });
});

it('a draft is sent once', async () => {
  const { command, actor } = await sent();
  await iter.run(command, actor, 'first');
  const again = { ...command, dossierId: iter.deps.newId() };
  await expect(iter.run(again, actor, 'second')).rejects.toMatchObject({
    code: 'draft.already-submitted',
    details: { draftId: command.draftId, dossierId: again.dossierId },
  });
});

it('an application for a body that there is not is refused', async () => {
  const { command, actor } = await sent();
  const answers = { ...command.answers, ente: iter.deps.newId() };
  const refused = await iter.run({ ...command, answers }, actor).catch((error: unknown) => error);
  expect(refused).toMatchObject({
    code: expect.stringMatching(/^(?:answers\.invalid|resource\.not-found)$/) as string,
  });
});

it('a command to a dossier that there is not is refused', async () => {
  const dossierId = iter.deps.newId();
  const clerk = await iter.person('operatore');
  const command = { type: 'claim', dossierId, taskId: `${dossierId}.w1` } as const;
  await expect(iter.run(command, clerk)).rejects.toMatchObject({ code: 'dossier.not-found' });
});

it('what is refused leaves no event behind', async () => {
  const count = async () => {
    const [row] = await rowsOf<{ count: string }>(iter.deps.db, 'SELECT count(*) AS count FROM events');
    return Number(row?.count);
  };
  const before = await count();
  const { command, actor } = await sent();
  await expect(iter.run({ ...command, draftId: 'draft' }, actor)).rejects.toMatchObject({ code: 'draft.not-found' });
  expect(await count()).toBe(before);
});
