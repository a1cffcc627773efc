import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepMail, listMails } from '../../../../engine/store/tables/mails.ts';
import { freshDatabase, type TestDatabase } from '../../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  for (const [index, subject] of ['uno', 'due', 'tre'].entries()) {
    const to = [index === 1 ? 'Paolo@example.org' : 'giulia@example.org', 'copia@example.org'];
    const receivedAt = `2026-03-02T08:00:0${index}.000Z`;
    await keepMail(database.db, { mailId: v7(), receivedAt, from: 'iter@example.org', to, subject, text: 'Testo' });
  }
});
afterAll(() => database.drop());

const subjects = (page: { readonly rows: readonly { readonly subject: string }[] }): readonly string[] =>
  page.rows.map(({ subject }) => subject);

it('the newest mail comes first, page by page', async () => {
  const first = await listMails(database.db, { limit: 2 });
  expect(subjects(first)).toEqual(['tre', 'due']);
  const second = await listMails(database.db, { limit: 2, cursor: first.cursor });
  expect(subjects(second)).toEqual(['uno']);
  expect(second.cursor).toBeUndefined();
});

it('part of an address finds its mails in any case', async () => {
  const { rows } = await listMails(database.db, { limit: 10, to: 'paolo@' });
  expect(rows).toMatchObject([
    { from: 'iter@example.org', to: ['Paolo@example.org', 'copia@example.org'], subject: 'due' },
  ]);
});
