import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  dropDraft,
  findDraft,
  listOpenDrafts,
  MOST_DRAFTS,
  openDraft,
  saveDraft,
  type DraftRow,
} from '../../../../engine/store/tables/drafts.ts';
import { aRunningIter, type RunningIter } from '../../../support/harness.ts';

const at = '2026-03-02T08:00:00.000Z';
const later = '2026-03-02T09:30:00.000Z';

let iter: RunningIter;
let personId: string;
let someoneElse: string;
beforeAll(async () => {
  iter = await aRunningIter();
  const people = await Promise.all(['giulia', 'marco'].map((username) => personIdOf(username)));
  [personId = '', someoneElse = ''] = people;
});
afterAll(() => iter.stop());

async function personIdOf(username: string): Promise<string> {
  const person = await iter.person(username);
  return person.personId;
}

const open = (): Promise<DraftRow> =>
  openDraft(iter.deps.db, {
    draftId: v7(),
    personId,
    procedureId: iter.procedureId,
    procedureVersion: 1,
    answers: { subject: 'Delibera "12"', pages: [1, 2] },
    at,
  });

async function opened(): Promise<DraftRow> {
  const { draftId, revision, answers } = await open();
  const saved = await saveDraft(iter.deps.db, { draftId, personId, revision, answers, at: later });
  if (saved === undefined) throw new Error('The draft was not saved');
  return saved;
}

let draft: DraftRow;
beforeEach(async () => {
  draft = await open();
});

it('a draft comes back as it was written', async () => {
  expect(await findDraft(iter.deps.db, { draftId: draft.draftId, personId })).toMatchObject({
    procedureId: iter.procedureId,
    answers: { subject: 'Delibera "12"', pages: [1, 2] },
    pageId: null,
    savedAt: at,
    dossierId: null,
  });
});

it('two openings at once give one draft', async () => {
  const [one, other] = await Promise.all([open(), open()]);
  expect([one.draftId, other.draftId]).toEqual([draft.draftId, draft.draftId]);
});

it('a draft in which something was saved leaves room for another', async () => {
  const before = await listOpenDrafts(iter.deps.db, personId);
  const { draftId } = await opened();
  const next = await open();
  expect(next.draftId).not.toBe(draftId);
  expect(await listOpenDrafts(iter.deps.db, personId)).toHaveLength(before.length + 1);
});

it('a person has so many drafts at the most', async () => {
  const before = await listOpenDrafts(iter.deps.db, personId);
  // The one that is open and untouched counts too.
  for (let count = before.length; count <= MOST_DRAFTS; count++) await opened();
  await expect(open()).rejects.toMatchObject({ code: 'draft.too-many' });
  const all = await listOpenDrafts(iter.deps.db, personId);
  expect(all).toHaveLength(MOST_DRAFTS);
  for (const { draftId } of all) await dropDraft(iter.deps.db, { draftId, personId });
});

it('a save over the newest revision raises it', async () => {
  const answers = { subject: 'Altro' };
  const { draftId, revision } = draft;
  const saved = await saveDraft(iter.deps.db, { draftId, personId, revision, answers, pageId: 'who', at: later });
  expect(saved).toMatchObject({ revision: revision + 1, answers, pageId: 'who', savedAt: later });
});

it('a save over an older revision changes nothing', async () => {
  const { draftId, revision } = draft;
  const save = { draftId, personId, answers: {}, at: later };
  await saveDraft(iter.deps.db, { ...save, revision });
  expect(await saveDraft(iter.deps.db, { ...save, revision })).toBeUndefined();
  expect(await findDraft(iter.deps.db, save)).toMatchObject({ revision: revision + 1 });
});

it('nobody reaches the draft of another person', async () => {
  const theirs = { draftId: draft.draftId, personId: someoneElse };
  const { revision } = draft;
  expect(await findDraft(iter.deps.db, theirs)).toBeUndefined();
  expect(await saveDraft(iter.deps.db, { ...theirs, revision, answers: {}, at: later })).toBeUndefined();
  expect(await dropDraft(iter.deps.db, theirs)).toBe(false);
  expect(await listOpenDrafts(iter.deps.db, someoneElse)).toEqual([]);
});

it('a dropped draft is gone', async () => {
  const { draftId } = draft;
  expect(await dropDraft(iter.deps.db, { draftId, personId })).toBe(true);
  expect(await dropDraft(iter.deps.db, { draftId, personId })).toBe(false);
});
