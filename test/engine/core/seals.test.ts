import { describe, expect, it } from 'vitest';
import {
  inSealOrder,
  rowToSeal,
  sealedColumns,
  sealName,
  sealOfReads,
  sealsOfRow,
} from '../../../engine/core/seals.ts';

describe('a row that is sealed', () => {
  it('has the columns that its table seals, without the empty ones', () => {
    const row = { direction: 'in', subject: 'Istanza', correspondent: null, hashes: ['b', 'a'], secret: 'x' };
    expect(rowToSeal('registrations', 'r1', row)).toEqual({
      table: 'registrations',
      key: 'r1',
      columns: { direction: 'in', subject: 'Istanza', hashes: '["b","a"]' },
    });
  });

  it('keeps texts, numbers and truths as they are, and lists and objects as canonical JSON', () => {
    const row = { name: 'a.pdf', size: 0, signed: false, signers: [{ z: 1, a: 'è' }] };
    expect(rowToSeal('uploads', 'u1', row).columns).toEqual({
      name: 'a.pdf',
      size: 0,
      signed: false,
      signers: '[{"a":"è","z":1}]',
    });
  });

  it('is refused where a column cannot be written as JSON', () => {
    expect(() => rowToSeal('uploads', 'u1', { name: Symbol('a') })).toThrow(TypeError);
  });

  it('has a seal for each column, of its text', () => {
    const row = rowToSeal('uploads', 'u1', { name: 'a.pdf', size: 3, signed: true });
    expect(sealsOfRow(row, (text) => `#${text}`)).toEqual({ name: '#a.pdf', size: '#3', signed: '#true' });
  });

  it('is called by its table and key; the dossier, of which there is one, by its table', () => {
    expect(sealName({ table: 'documents', key: 'd1' })).toBe('documents d1');
    expect(sealName({ table: 'dossiers', key: '' })).toBe('dossiers');
    const reads = sealOfReads('2026-03-02T09:00:00.000Z');
    expect(reads).toEqual({ table: 'dossier_reads', key: '2026-03-02T09:00:00.000Z', columns: {} });
    expect(sealName(reads)).toBe('dossier_reads 2026-03-02T09:00:00.000Z');
  });
});

it('rows are sealed in the order of their names', () => {
  const rows = [rowToSeal('tasks', 'b', {}), rowToSeal('tasks', 'a', {}), rowToSeal('dossiers', '', {})];
  expect(inSealOrder(rows).map(sealName)).toEqual(['dossiers', 'tasks a', 'tasks b']);
  expect(inSealOrder(rows.toReversed()).map(sealName)).toEqual(['dossiers', 'tasks a', 'tasks b']);
});

// What is sealed once stays so: a column that is taken out would no longer be vouched for in old records.
it('the columns that a table seals are added to, and none is taken out', () => {
  expect(sealedColumns).toEqual({
    dossiers: ['snapshot'],
    submissions: expect.arrayContaining([
      ...['kind', 'elementId', 'waitId', 'procedureId', 'procedureVersion', 'formId'],
      ...['answers', 'context', 'author', 'at', 'hash', 'corrects'],
    ]),
    tasks: expect.arrayContaining([
      ...['procedureId', 'elementId', 'name', 'audience', 'officeBodyId', 'officeCode', 'role', 'openedAt', 'dueOn'],
      ...['deadlineOn', 'claimedBy', 'claimedName', 'state', 'closedAt', 'about', 'onlyFor'],
    ]),
    messages: expect.arrayContaining(['templateId', 'subject', 'body', 'recipients', 'audience', 'sentAt']),
    documents: expect.arrayContaining([
      ...['kind', 'title', 'fileName', 'mediaType', 'size', 'sha256', 'addedAt', 'addedBy', 'readableBy'],
      'registration',
    ]),
    registrations: expect.arrayContaining(['direction', 'registeredAt', 'subject', 'correspondent', 'hashes']),
    uploads: expect.arrayContaining([
      ...['personId', 'name', 'size', 'mediaType', 'sha256', 'signed', 'signers', 'signatureFault', 'createdAt'],
    ]),
  });
});
