import { describe, expect, it } from 'vitest';
import { dueAt } from '../../../support/access-way.ts';
import { after, ground, integrazione, main, on, world } from '../../../support/term-way.ts';
import { latestDeadline } from '../../../../engine/core/term/deadline.ts';

const bare = { answer: {} } as const;
const reasoned = { ground: 'L.R. 32/1993, art. 18', reason: '= "Servono altri pareri."' };
const clock = (rest: Readonly<Record<string, string>>) => ({
  clock: { term: 'risposta', on: 'left', ...reasoned, ...rest },
});
const lastDay = (play: Awaited<ReturnType<typeof after>>, name = 'risposta') => {
  const term = play.dossier.terms[name];
  return term && latestDeadline(term);
};

// Every dossier begins on Monday 2 March 2026, and 30 days from there end on Wednesday 1 April.
describe('the length of a term', () => {
  it('is extended with a reason, which the record keeps', async () => {
    const here = await world({ ...bare, check: clock({ act: 'extend', by: '30' }) });
    const extended = await after(here, ['check', on('2026-03-10')]);
    // 2 March + 60 days: 1 May is a holiday, 2 May a Saturday that counts.
    expect(lastDay(extended)).toBe('2026-05-02');
    expect(extended.last.events.find(({ type }) => type === 'term.length-changed')?.data).toMatchObject({
      ...{ termId: 'risposta', act: 'extend', daysBefore: 30, days: 60, deadlineOn: '2026-05-02' },
      ...{ reason: 'Servono altri pareri.', ground: 'L.R. 32/1993, art. 18' },
    });
  });

  it('is extended once where the law says once', async () => {
    const once = clock({ act: 'extend', by: '30', once: 'true' });
    const here = await world({ check: once, answer: once });
    await expect(after(here, ['check', on('2026-03-10')], ['answer', on('2026-03-20')])).rejects.toMatchObject({
      code: 'term.once',
    });
  });

  it('is shortened and set as a whole', async () => {
    const shorter = await world({ ...bare, check: clock({ act: 'shorten', by: '10' }) });
    expect(lastDay(await after(shorter, ['check', on('2026-03-10')]))).toBe('2026-03-23');
    const longer = await world({ ...bare, check: clock({ act: 'set', to: '= 45' }) });
    expect(lastDay(await after(longer, ['check', on('2026-03-10')]))).toBe('2026-04-16');
  });

  it('is not changed when it has passed', async () => {
    const here = await world({ ...bare, check: clock({ act: 'extend', by: '30' }) });
    await expect(after(here, ['check', on('2026-04-02')])).rejects.toMatchObject({ code: 'term.not-changed' });
  });

  it('is a number of days, or the case does not go on', async () => {
    const here = await world({ ...bare, check: clock({ act: 'extend', by: '= "tanti"' }) });
    await expect(after(here, ['check', on('2026-03-10')])).rejects.toMatchObject({ code: 'step.failed' });
  });
});

describe('a stop', () => {
  const hold = { term: 'risposta', effect: 'suspend', ground, maxDays: '30' };

  it('is refused the second time where the law gives it once', async () => {
    const suspended = { act: 'suspend', maxDays: '30', once: 'true' };
    const resumed = { term: 'risposta', act: 'resume', on: 'entered', ground };
    const here = await world({
      check: clock(suspended),
      answer: { clock: [resumed, { term: 'risposta', on: 'left', ground, ...suspended }] },
    });
    await expect(after(here, ['check', on('2026-03-10')], ['answer', on('2026-03-12')])).rejects.toMatchObject({
      code: 'term.once',
    });
  });

  it('of a notice of denial is over ten days after the observations', async () => {
    const here = await world({ answer: { hold: { ...hold, resumesAfter: '10' } } });
    const observed = await after(here, ['check', on('2026-03-10')], ['answer', on('2026-03-15')]);
    expect(observed.dossier.terms['risposta']?.suspensions).toMatchObject([
      { fromOn: '2026-03-10', toOn: '2026-03-25' },
    ]);
    // Fifteen days are not counted: 1 April + 15.
    expect(lastDay(observed)).toBe('2026-04-16');
  });

  it('goes on at once where nobody has observed anything', async () => {
    const here = await world({ answer: { hold: { ...hold, resumesAfter: '= 0' } } });
    const silent = await after(here, ['check', on('2026-03-10')], ['answer', on('2026-03-20')]);
    expect(lastDay(silent)).toBe('2026-04-11');
  });
});

describe('a stop within the time for an answer', () => {
  const hold = { term: 'risposta', effect: 'suspend', ground, within: 'integrazione', resumesAfter: '10' };
  const stopWhenLeft = async (day: string) => {
    const here = await world({ answer: { term: integrazione, hold } });
    const left = await after(here, ['check', on('2026-03-10')], ['answer', on(day)]);
    return left.dossier.terms['risposta']?.suspensions;
  };

  it('is over so many days after an answer on the last day', async () => {
    expect(await stopWhenLeft('2026-03-20')).toMatchObject([{ fromOn: '2026-03-10', toOn: '2026-03-30' }]);
  });

  // 10 March + 10: 20 March, whenever it is seen that nobody has answered.
  it.each(['2026-03-21', '2026-03-25'])(
    'is over on the last day when it is seen on %s that it has passed',
    async (day) => {
      expect(await stopWhenLeft(day)).toMatchObject([{ fromOn: '2026-03-10', toOn: '2026-03-20' }]);
    },
  );
});

describe('a chain of terms', () => {
  const proposal = { id: 'istruttoria', label: 'Istruttoria', days: '60', ground };
  const act = { ...main, days: '15', after: 'istruttoria' };
  const chain = { accesso: { term: [proposal, act] } };

  it('begins with the first, and ends with the last', async () => {
    const begun = await after(await world({ ...chain, ...bare }));
    // 2 March + 60: 1 May is a holiday, so Saturday 2 May; + 15: Sunday 17, so Monday 18 May.
    expect(lastDay(begun, 'istruttoria')).toBe('2026-05-02');
    expect(lastDay(begun)).toBe('2026-05-18');
  });

  it('stands still as a whole when the main term is held', async () => {
    const hold = { term: 'risposta', effect: 'suspend', ground, maxDays: '30' };
    const here = await world({ ...chain, answer: { hold } });
    const held = await after(here, ['check', on('2026-03-10')]);
    expect(held.dossier.terms).toMatchObject({ istruttoria: { state: 'suspended' }, risposta: { state: 'running' } });
    const goesOn = await after(here, ['check', on('2026-03-10')], ['answer', on('2026-03-20')]);
    // Ten days are not counted: 2 March + 70 is Monday 11 May; + 15 is Tuesday 26 May.
    expect([lastDay(goesOn, 'istruttoria'), lastDay(goesOn)]).toEqual(['2026-05-11', '2026-05-26']);
  });

  it('ends as a whole with the decision', async () => {
    const done = [
      ['check', on('2026-03-10')],
      ['answer', on('2026-03-11')],
      ['decide', on('2026-03-12')],
    ] as const;
    const { dossier } = await after(await world({ ...chain, ...bare }), ...done);
    const ended = { state: 'ended', endedOn: '2026-03-12' };
    expect(dossier.terms).toMatchObject({ istruttoria: ended, risposta: ended });
  });

  it('is shortened when the first ends before its time', async () => {
    const ends = { clock: { term: 'istruttoria', act: 'end', on: 'left', ground } };
    const ended = await after(await world({ ...chain, ...bare, check: ends }), ['check', on('2026-03-10')]);
    expect(ended.dossier.terms['risposta']?.startedOn).toBe('2026-03-10');
    expect(lastDay(ended)).toBe('2026-03-25');
  });
});

describe('a term', () => {
  it('is counted in the unit that its law gives', async () => {
    const inUnit = async (unit: string, days: string) =>
      lastDay(await after(await world({ accesso: { term: { ...main, unit, days } }, ...bare })));
    expect(await inUnit('working-days', '5')).toBe('2026-03-09');
    expect(await inUnit('months', '1')).toBe('2026-04-02');
    expect(await inUnit('eu-days', '12')).toBe('2026-03-16');
  });

  it('is counted from a day among the answers', async () => {
    const from = { ...main, from: '= date("2026-03-20")' };
    const begun = await after(await world({ accesso: { term: from }, ...bare }));
    expect(begun.dossier.terms['risposta']).toMatchObject({ startedOn: '2026-03-20' });
    expect(lastDay(begun)).toBe('2026-04-20');
  });

  it('without that day does not begin', async () => {
    const from = { ...main, from: '= "presto"' };
    await expect(after(await world({ accesso: { term: from }, ...bare }))).rejects.toMatchObject({
      code: 'step.failed',
    });
  });
});

describe('a reminder', () => {
  const reminder = { 'no-answer': { deadline: { term: 'risposta', before: '5' } } };

  it('is due so many days before the end', async () => {
    const asked = await after(await world({ ...bare, ...reminder }), ['check', on('2026-03-10')]);
    // 1 April - 5 days, at midnight in Rome, two days before the clocks change.
    expect(dueAt(asked, 'no-answer')).toBe('2026-03-26T23:00:00.000Z');
  });

  it('moves with the term', async () => {
    const here = await world({ ...bare, ...reminder, check: clock({ act: 'extend', by: '30' }) });
    // The end before it is moved off a holiday is 1 May: 26 April, in summer time.
    expect(dueAt(await after(here, ['check', on('2026-03-10')]), 'no-answer')).toBe('2026-04-25T22:00:00.000Z');
  });
});

describe('a denial after the silence that is a consent', () => {
  const silent = { ...main, expiry: 'consent' };
  const denied = { outcome: { code: 'diniego' } };
  const late = async (term: Readonly<Record<string, string>>, outcome: Readonly<Record<string, object>> = denied) =>
    after(
      await world({ accesso: { term }, ...bare, decided: outcome as never }),
      ['check', on('2026-03-10')],
      ['answer', on('2026-03-11')],
      ['decide', on('2026-04-02')],
    );

  it('is refused by the article, whatever the diagram says', async () => {
    await expect(late(silent)).rejects.toMatchObject({
      code: 'outcome.without-effect',
      details: { ground: 'L. 241/1990, art. 2 c. 8-bis' },
    });
  });

  it('stays possible where silence is no consent', async () => {
    expect((await late({ ...main, expiry: 'refusal' })).dossier.outcome).toMatchObject({ code: 'diniego' });
    expect((await late({ ...silent, unless: '= tipo = "documentale"' })).dossier.outcome).toMatchObject({
      code: 'diniego',
    });
  });

  it('leaves a late grant and a revocation possible', async () => {
    expect((await late(silent, { outcome: { code: 'accolta' } })).dossier.outcome).toMatchObject({ code: 'accolta' });
    expect((await late(silent, { outcome: { code: 'revocata' } })).dossier.outcome).toMatchObject({ code: 'revocata' });
  });
});
