import { expect, it } from 'vitest';
import { dueAt, fireIn, types } from '../../../support/access-way.ts';
import { after, ground, main, on, remedy, world } from '../../../support/term-way.ts';

it('the main term runs from the application to the decision without a mark', async () => {
  const here = await world();
  const begun = await after(here);
  expect(begun.dossier.terms['risposta']).toMatchObject({ state: 'running', startedOn: '2026-03-02', main: true });
  const ended = await after(
    here,
    ['check', on('2026-03-03')],
    ['answer', on('2026-03-05')],
    ['decide', on('2026-03-10')],
  );
  expect(ended.dossier.terms['risposta']).toMatchObject({ state: 'ended', endedOn: '2026-03-10' });
  expect(ended.last.events.find(({ type }) => type === 'term.ended')?.data).toMatchObject({
    termId: 'risposta',
    ground: 'L. 241/1990, art. 2 c. 1',
    elementId: 'decided',
  });
});

it('the main term waits for its clock where the diagram draws one', async () => {
  const here = await world({ check: { clock: { term: 'risposta', act: 'start', on: 'left', ground } }, answer: {} });
  expect((await after(here)).dossier.terms).toEqual({});
  const checked = await after(here, ['check', on('2026-03-03')]);
  expect(checked.dossier.terms['risposta']).toMatchObject({ state: 'running', startedOn: '2026-03-03' });
});

it('a decision names the article for which the term ends', async () => {
  const here = await world({ decided: { outcome: { code: 'diniego-tacito', ground: 'L. 241/1990, art. 25 c. 4' } } });
  const ended = await after(
    here,
    ['check', on('2026-03-03')],
    ['answer', on('2026-03-05')],
    ['decide', on('2026-03-10')],
  );
  expect(ended.last.events.find(({ type }) => type === 'term.ended')?.data['ground']).toBe('L. 241/1990, art. 25 c. 4');
});

it('a term on a task runs while the task is open, and holds the main term', async () => {
  const here = await world();
  const asked = await after(here, ['check', on('2026-03-10')]);
  expect(asked.dossier.terms).toMatchObject({
    integrazione: { state: 'running', startedOn: '2026-03-10' },
    risposta: { state: 'suspended', suspensions: [{ fromOn: '2026-03-10' }] },
  });
  expect(dueAt(asked, 'no-answer')).toBe('2026-03-20T23:00:00.000Z');
  const answered = await after(here, ['check', on('2026-03-10')], ['answer', on('2026-03-15')]);
  expect(answered.dossier.terms).toMatchObject({
    integrazione: { state: 'ended', endedOn: '2026-03-15' },
    risposta: { state: 'running', suspensions: [{ fromOn: '2026-03-10', toOn: '2026-03-15' }] },
  });
  expect(answered.dossier.terms['risposta']).not.toHaveProperty('heldBy');
});

it('a stop that is drawn as an interruption begins the term anew', async () => {
  const hold = { term: 'risposta', effect: '= "interr" + "upt"', ground: 'D.P.R. 184/2006, art. 6 c. 5' };
  const here = await world({ answer: { hold } });
  expect((await after(here, ['check', on('2026-03-10')])).dossier.terms['risposta']?.state).toBe('interrupted');
  const answered = await after(here, ['check', on('2026-03-10')], ['answer', on('2026-03-15')]);
  expect(answered.dossier.terms['risposta']).toMatchObject({ state: 'running', startedOn: '2026-03-15' });
});

it('a stop under a condition that does not hold leaves the term alone', async () => {
  const hold = { term: 'risposta', effect: 'suspend', ground, when: '= false' };
  const asked = await after(await world({ answer: { hold } }), ['check', on('2026-03-10')]);
  expect(asked.dossier.terms['risposta']?.state).toBe('running');
});

it('a stop does not let go on what something else has stopped', async () => {
  const clock = { term: 'risposta', act: 'suspend', on: 'left', ground };
  const here = await world({ check: { clock } });
  const answered = await after(here, ['check', on('2026-03-10')], ['answer', on('2026-03-15')]);
  expect(answered.dossier.terms['risposta']).toMatchObject({
    state: 'suspended',
    suspensions: [{ fromOn: '2026-03-10', ground }],
  });
});

it('a term that ends while it is held is not said to go on first', async () => {
  const here = await world({ archived: { outcome: { code: 'archiviata' } } });
  const asked = await after(here, ['check', on('2026-03-10')]);
  const expired = await fireIn(here)(asked, 'no-answer', '2026-03-21T00:30:00.000Z');
  expect(types(expired)).toEqual([
    'timer.fired',
    'term.ended',
    'term.ended',
    'outcome.reached',
    'task.cancelled',
    'milestone.reached',
    'dossier.closed',
  ]);
  expect(expired.dossier.terms['risposta']?.state).toBe('ended');
});

it('a stop that is interrupted lets the term go on where the dossier does', async () => {
  const here = await world({ 'no-answer': { deadline: { term: 'integrazione' } } });
  const asked = await after(here, ['check', on('2026-03-10')]);
  const expired = await fireIn(here)(asked, 'no-answer', '2026-03-21T00:30:00.000Z');
  expect(expired.dossier.terms['risposta']).toMatchObject({ state: 'running', suspensions: [{ toOn: '2026-03-21' }] });
});

it('the time for a remedy begins with the letter that tells of the decision, where it applies', async () => {
  const done = [
    ['check', on('2026-03-03')],
    ['answer', on('2026-03-05')],
    ['decide', on('2026-03-10')],
  ] as const;
  const told = await after(await world(), ...done);
  expect(told.dossier.terms['ricorso']).toMatchObject({ state: 'running', startedOn: '2026-03-10', isRemedy: true });
  const never = { accesso: { term: [main, { ...remedy, when: '= tipo = "civico"' }] } };
  expect((await after(await world(never), ...done)).dossier.terms).not.toHaveProperty('ricorso');
});
