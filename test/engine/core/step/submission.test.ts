import { beforeAll, describe, expect, it } from 'vitest';
import { sealSubmissions, submissionHash } from '../../../../engine/core/submission.ts';
import { application, submit, work } from '../../../support/access-way.ts';
import { dossierId, sha256, type Play } from '../../../support/builders.ts';

describe('an answered form', () => {
  let opened: Play;
  let checked: Play;
  beforeAll(async () => {
    opened = await submit();
    checked = await work(opened, ['check-request', { esitoVerifica: 'regolare' }]);
  });

  it('is kept with its form, its author and its answers', () => {
    const { procedureId, procedureVersion } = opened.dossier;
    const giulia = { type: 'person', name: 'Giulia Bianchi' };
    expect(opened.last.submissions).toMatchObject([
      { sequence: 1, kind: 'application', formId: 'richiesta', procedureId, procedureVersion, author: giulia },
    ]);
    expect(opened.last.submissions[0]?.answers['oggetto']).toBe(application['oggetto']);
    expect(checked.last.submissions).toMatchObject([
      { kind: 'task', elementId: 'check-request', formId: 'verifica', author: { name: 'Paola Conti' } },
    ]);
    expect(checked.last.submissions[0]?.answers).toEqual({ esitoVerifica: 'regolare' });
  });

  it('has the number of its event, which holds its hash', () => {
    const { events, submissions } = sealSubmissions(checked.last, sha256);
    const hashes = events.map(({ type, data }, index) => [
      checked.last.dossier.eventCount + index + 1,
      type,
      data['submissionHash'],
    ]);
    expect(hashes.filter(([, , hash]) => hash !== undefined)).toEqual(
      submissions.map(({ sequence, hash }) => [sequence, 'task.completed', hash]),
    );
    expect(submissions).toHaveLength(1);
  });

  it('holds of the variables only what its form reads', () => {
    const { variables } = checked.dossier;
    const [{ context = {} } = {}] = checked.last.submissions;
    expect(Object.keys(context).length).toBeLessThan(Object.keys(variables).length);
  });
});

it('the hash of a submission changes with every member', () => {
  const one = {
    sequence: 3,
    kind: 'task',
    elementId: 'check-request',
    waitId: 'w4',
    procedureId: 'accesso-agli-atti',
    procedureVersion: 2,
    formId: 'verifica',
    answers: { esitoVerifica: 'regolare' },
    context: {},
    author: { type: 'person', id: 'paola', name: 'Paola Conti' },
    at: '2026-03-02T09:00:00.000Z',
  } as const;
  const hash = submissionHash(dossierId, one, sha256);
  const changed = [
    { ...one, sequence: 4 },
    { ...one, kind: 'act' as const },
    { ...one, elementId: 'decide' },
    { ...one, waitId: 'w5' },
    { ...one, procedureId: 'altro' },
    { ...one, procedureVersion: 3 },
    { ...one, formId: 'decisione' },
    { ...one, answers: { esitoVerifica: 'irricevibile' } },
    { ...one, context: { tipo: 'civico' } },
    { ...one, author: { ...one.author, name: 'Nessuno' } },
    { ...one, at: '2026-03-02T09:00:00.001Z' },
  ];
  const hashes = changed.map((each) => submissionHash(dossierId, each, sha256));
  expect(new Set([hash, ...hashes]).size).toBe(changed.length + 1);
  expect(submissionHash('d0000000-0000-7000-8000-000000000002', one, sha256)).not.toBe(hash);
});
