import { describe, expect, it } from 'vitest';
import type { OpenWait } from '../../../engine/core/dossier.ts';
import { namedAct, offeredActs } from '../../../engine/core/offered-acts.ts';
import { Problem } from '../../../engine/core/problem.ts';
import { aCitizen, aClerk, aDossier, aMessageWait, aProcedure } from '../../support/builders.ts';

const procedure = await aProcedure();
const offer = { by: 'applicant', label: 'Aggiungi' } as const;
const waiting = (id: string, changes: Partial<OpenWait> = {}): OpenWait => {
  const open = aMessageWait('add');
  return { ...open, wait: { ...open.wait, id }, personalAct: offer, ...changes };
};
const on = (waits: readonly OpenWait[], variables = {}) => ({
  dossier: aDossier({ waits, variables }),
  procedure,
  today: '2026-03-02',
});
const offered = (waits: readonly OpenWait[], actor = aCitizen(), variables = {}) =>
  offeredActs(actor, on(waits, variables));
const named = (waits: readonly OpenWait[], act: { readonly elementId: string; readonly waitId?: string }) =>
  namedAct(aCitizen(), on(waits), act);
const ids = (waits: readonly OpenWait[], variables = {}) =>
  offered(waits, aCitizen(), variables).map(({ wait }) => wait.wait.id);

const problemOf = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};

describe('an act of a person', () => {
  it('is offered to the party whose it is while its message is awaited', () => {
    expect(offered([waiting('w1')])).toEqual([{ wait: waiting('w1'), elementId: 'add', facts: offer }]);
    expect(offered([waiting('w1')], aCitizen({ personId: 'luca', fiscalCode: 'X' }))).toEqual([]);
    expect(offered([waiting('w1')], aClerk())).toEqual([]);
    expect(ids([aMessageWait('withdrawal'), aMessageWait('other')])).toEqual(['wait-withdrawal']);
  });

  it('is drawn where it waits: a wait of a called process has nothing from the diagram of its caller', () => {
    const { wait } = aMessageWait('withdrawal');
    expect(ids([{ wait: { ...wait, id: 'w1.w2' }, dueAt: null }])).toEqual([]);
    expect(ids([waiting('w1.w2')])).toEqual(['w1.w2']);
  });

  it('is no act where a timer waits', () => {
    const wait = { type: 'timer', id: 'w1', elementId: 'withdrawal', name: '', dueAt: null } as never;
    expect(ids([{ wait, dueAt: null, personalAct: offer }])).toEqual([]);
  });

  it('is offered while its condition holds; what is not known does not', () => {
    const when = { personalAct: { ...offer, when: '= stato = "aperta"' } };
    expect(ids([waiting('w1', when)], { stato: 'aperta' })).toEqual(['w1']);
    expect(ids([waiting('w1', when)], { stato: 'chiusa' })).toEqual([]);
    expect(ids([waiting('w1', when)])).toEqual([]);
  });

  it('is meant by its element, and by its wait where there are several', () => {
    const both = [waiting('w1'), waiting('w2')];
    expect(named(both.slice(0, 1), { elementId: 'add' }).wait.wait.id).toBe('w1');
    expect(named(both, { elementId: 'add', waitId: 'w2' }).wait.wait.id).toBe('w2');
    const unnamed = problemOf(() => named(both, { elementId: 'add' }));
    expect(unnamed).toBeInstanceOf(Problem);
    expect(unnamed).toMatchObject({
      code: 'request.invalid',
      details: { elementId: 'add', expected: 'waitId, one of w1, w2' },
    });
  });

  it('that is not offered is refused with what was named', () => {
    const both = [waiting('w1'), waiting('w2')];
    expect(problemOf(() => named(both, { elementId: 'other' }))).toMatchObject({
      code: 'act.not-offered',
      details: { elementId: 'other' },
    });
    expect(problemOf(() => named(both, { elementId: 'other', waitId: 'w1' }))).toMatchObject({
      code: 'act.not-offered',
      details: { elementId: 'other', waitId: 'w1' },
    });
    expect(problemOf(() => named(both, { elementId: 'add', waitId: 'w3' }))).toMatchObject({
      code: 'act.not-offered',
    });
  });
});
