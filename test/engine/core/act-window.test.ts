import { beforeAll, describe, expect, it } from 'vitest';
import { compileProcedure } from '../../../engine/publish/compile-procedure.ts';
import { readProcedureFolder } from '../../../engine/publish/read-folder.ts';
import { demandInTime, lastDayOf } from '../../../engine/core/act-window.ts';
import type { Dossier, OpenWait } from '../../../engine/core/dossier.ts';
import type { Procedure } from '../../../engine/core/procedure.ts';
import { boundary, catchEvent, end, path, process, raw, start, userTask } from '../../support/bpmn.ts';
import { aDossier, aProcedure } from '../../support/builders.ts';
import { programOf } from '../../support/instance.ts';

const awaiting = (elementId: string): OpenWait => ({
  wait: { type: 'message', id: `m-${elementId}`, elementId, name: '', message: elementId },
  dueAt: null,
});

const timer = (elementId: string, dueAt: string | null, id = `t-${elementId}`): OpenWait => ({
  wait: { type: 'timer', id, elementId, name: '', dueAt: dueAt ?? '' },
  dueAt,
});

describe('the last day of an act', () => {
  let procedure: Procedure;

  beforeAll(async () => {
    const compiled = await compileProcedure(await readProcedureFolder('procedures/accesso-agli-atti'), 1);
    if (compiled.procedure === undefined) throw new Error('the procedure does not compile');
    ({ procedure } = compiled);
  });

  /** The procedure, or the part of it in whose diagram an element stands. */
  const drawing = (elementId: string): Procedure =>
    [procedure, ...Object.values(procedure.parts ?? {})].find(({ program }) => elementId in program.nodes) ?? procedure;

  const lastDay = (elementId: string, ...timers: readonly OpenWait[]) => {
    const act = awaiting(elementId);
    return lastDayOf(act, aDossier({ waits: [act, ...timers] }), drawing(elementId));
  };

  it('is the one before the timer beside it takes over', () => {
    // Midnight in Rome: summer time.
    expect(lastDay('review-requested', timer('review-expired', '2026-04-08T22:00:00.000Z'))).toBe('2026-04-08');
  });

  it('follows the interrupting timers of the same activity', () => {
    const notInterrupting = timer('answer-overdue', '2026-03-20T23:00:00.000Z');
    expect(lastDay('withdrawal', timer('silence', '2026-04-01T22:00:00.000Z'), notInterrupting)).toBe('2026-04-01');
  });

  it('is unknown while the timer stands still', () => {
    expect(lastDay('withdrawal', timer('silence', null))).toBeUndefined();
    expect(lastDay('withdrawal')).toBeUndefined();
  });

  it('does not depend on the timers of a called process', () => {
    const ofAnother = timer('review-expired', '2026-03-01T23:00:00.000Z', 'w7.w2');
    expect(lastDay('review-requested', ofAnother)).toBeUndefined();
    expect(lastDay('review-requested', ofAnother, timer('review-expired', '2026-04-08T22:00:00.000Z'))).toBe(
      '2026-04-08',
    );
  });

  it('is unknown where repetitions end on different days', () => {
    const one = timer('review-expired', '2026-04-08T22:00:00.000Z', 'w4');
    expect(lastDay('review-requested', one, timer('review-expired', '2026-04-09T22:00:00.000Z', 'w5'))).toBeUndefined();
    expect(lastDay('review-requested', one, timer('review-expired', '2026-04-08T22:00:00.000Z', 'w5'))).toBe(
      '2026-04-08',
    );
  });

  it.each([
    ['true', '2026-04-08'],
    ['false', undefined],
  ])('follows an event sub-process around it, interrupting: %s', async (isInterrupting, expected) => {
    const overdue =
      '<bpmn:subProcess id="overdue" triggeredByEvent="true">' +
      `<bpmn:startEvent id="time-is-up" isInterrupting="${isInterrupting}"><bpmn:timerEventDefinition id="t">` +
      '<bpmn:timeDuration>P30D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:startEvent></bpmn:subProcess>';
    const diagram = process(
      'accesso',
      start('s'),
      catchEvent('answer', { message: 'answer' }),
      end('e'),
      ...path('s', 'answer', 'e'),
      raw(overdue),
    );
    const act = awaiting('answer');
    const waits = [act, timer('time-is-up', '2026-04-08T22:00:00.000Z')];
    expect(lastDayOf(act, aDossier({ waits }), await aProcedure({ diagram }))).toBe(expected);
  });

  it.each([
    { whose: 'around its call', called: 'accesso', within: '2026-04-10', around: '2026-04-08', expected: '2026-04-08' },
    {
      whose: 'of the part, if sooner',
      called: 'accesso',
      within: '2026-04-03',
      around: '2026-04-08',
      expected: '2026-04-03',
    },
    {
      whose: 'of no process published by itself',
      called: 'altro',
      within: '2026-04-03',
      around: '2026-04-08',
      expected: undefined,
    },
  ])('inside a call follows the timers $whose', async ({ called: procedureId, within, around, expected }) => {
    const call = raw('<bpmn:callActivity id="call" calledElement="part" />');
    const watched = [call, boundary('expired', 'call', { duration: 'P30D' }), end('late'), ...path('expired', 'late')];
    const inside = userTask('holder');
    const part = [start('s2'), inside, boundary('act', 'holder', { message: 'act' }), end('e2')];
    const limit = [boundary('limit', 'holder', { duration: 'P10D' }), end('e3'), ...path('limit', 'e3')];
    const drawn = await aProcedure({
      diagram: process('accesso', start('s'), ...watched, end('e'), ...path('s', 'call', 'e')),
      companions: {
        part: await programOf(process('part', ...part, ...limit, ...path('s2', 'holder', 'e2'), ...path('act', 'e2'))),
      },
    });
    const calling: OpenWait = {
      wait: {
        type: 'child',
        id: 'w1',
        elementId: 'call',
        name: '',
        calledElement: 'part',
        binding: 'latest',
        input: {},
      },
      dueAt: null,
    };
    const act: OpenWait = { ...awaiting('act'), wait: { ...awaiting('act').wait, id: 'w1.w2' } };
    const waits = [
      calling,
      act,
      timer('expired', `${around}T22:00:00.000Z`),
      timer('limit', `${within}T22:00:00.000Z`, 'w1.w3'),
    ];
    const called = {
      w1: { procedureId, procedureVersion: 1, processId: 'part', variables: {}, state: {} },
    };
    expect(lastDayOf(act, aDossier({ waits, called }), drawn)).toBe(expected);
  });

  it('once over refuses the act and names it', () => {
    const act = awaiting('review-requested');
    const waits = [act, timer('review-expired', '2026-04-08T22:00:00.000Z')];
    const dossier: Dossier = aDossier({ waits });
    const on = (today: string) => demandInTime(act, { dossier, procedure: drawing('review-requested'), today });
    expect(on('2026-04-08')).toBe('2026-04-08');
    expect(() => on('2026-04-09')).toThrow(
      expect.objectContaining({ code: 'act.too-late', details: expect.objectContaining({ untilOn: '2026-04-08' }) }),
    );
  });
});
