import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rowsOf } from '../../../../engine/store/db.ts';
import { keepPerson } from '../../../../engine/store/tables/people.ts';
import { findSession, keepSession } from '../../../../engine/store/tables/sessions.ts';
import { addUpload } from '../../../../engine/store/tables/uploads.ts';
import { freshDatabase, type TestDatabase } from '../../../support/database.ts';

const now = '2026-03-02T08:00:00.000Z';

let one: TestDatabase;
let other: TestDatabase;
beforeAll(async () => {
  [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
});
afterAll(() => Promise.all([one.drop(), other.drop()]));

const aPerson = () => ({
  personId: v7(),
  issuer: 'https://id.example.org',
  subject: 'giulia',
  givenName: 'Giulia',
  familyName: 'Bianchi',
  seenAt: now,
});

it('a query goes to the database it is given', async () => {
  const data = { audience: 'citizen', personId: v7(), level: 2, startedAt: now, seenAt: now } as const;
  await keepSession(one.db, { sessionId: 'a', data, expiresAt: '2026-03-02T09:00:00.000Z' });
  expect(await findSession(one.db, 'a', now)).toEqual(data);
  expect(await findSession(other.db, 'a', now)).toBeUndefined();
});

it('a query in a transaction goes with it', async () => {
  const person = { ...aPerson(), subject: 'paolo' };
  const refused = one.db.transaction(async (transaction) => {
    await keepPerson(transaction, person);
    throw new Error('no');
  });
  await expect(refused).rejects.toThrow('no');
  expect(await rowsOf(one.db, `SELECT 1 FROM people WHERE subject = 'paolo'`)).toEqual([]);
});

it('a person seen again keeps their id', async () => {
  const first = await keepPerson(one.db, { ...aPerson(), email: 'giulia@example.org' });
  expect(await keepPerson(one.db, { ...aPerson(), givenName: 'Giulia Maria' })).toBe(first);
  const rows = await rowsOf(one.db, `SELECT given_name AS name, email FROM people WHERE subject = 'giulia'`);
  expect(rows).toEqual([{ name: 'Giulia Maria', email: null }]);
});

it('the code of a refused statement reaches the caller', async () => {
  const personId = await keepPerson(one.db, { ...aPerson(), subject: 'upload' });
  const upload = {
    uploadId: v7(),
    personId,
    name: 'a.pdf',
    size: 1,
    mediaType: 'application/pdf',
    sha256: 'a',
    at: now,
  };
  await addUpload(one.db, upload);
  await expect(addUpload(one.db, upload)).rejects.toMatchObject({ code: '23505' });
});
