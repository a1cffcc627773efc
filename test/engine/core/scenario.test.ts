import { beforeAll, describe, expect, it } from 'vitest';
import { foundFor } from '../../../engine/core/scenario/compare.ts';
import { memoryStage } from '../../../engine/core/scenario/memory-stage.ts';
import { playScenario } from '../../../engine/core/scenario/play.ts';
import { readScenario } from '../../../engine/core/scenario/scenario.ts';
import type { Scenario } from '../../../engine/core/scenario/scenario.ts';
import type { Procedure } from '../../../engine/core/procedure.ts';
import { kernelExecutor } from '../../../engine/executors/kernel.ts';
import { aDossier, aProcedure, aTerm } from '../../support/builders.ts';
import { inItalian } from '../../support/findings.ts';

const reading = (value: unknown) => readScenario('scenarios/a.json', JSON.stringify(value));
const text = (value: unknown) => inItalian(reading(value).findings);
const passing = { advanceTo: '2026-03-02T10:00:00+01:00' };

describe('reading a scenario', () => {
  it('gives its steps with answers even when unsaid', () => {
    const { scenario, findings } = reading({ title: 'A', steps: [passing, { as: 'giulia', act: 'withdrawal' }] });
    expect(findings).toEqual([]);
    expect(scenario?.steps[1]).toEqual({ as: 'giulia', act: 'withdrawal', answers: {} });
  });

  it('names the file and what is no JSON', () => {
    const { scenario, findings } = readScenario('scenarios/a.json', '{');
    expect(scenario).toBeUndefined();
    expect(findings).toMatchObject([{ rule: 'scenario.json', level: 'error', file: 'scenarios/a.json' }]);
  });

  it.each([
    ['a missing title', { steps: [passing, passing] }, 'title'],
    ['too few steps', { title: 'A', steps: [passing] }, 'steps'],
    ['a step of two kinds', { title: 'A', steps: [passing, { ...passing, expect: {} }] }, 'passo 2: serve'],
    ['an unknown expectation', { title: 'A', steps: [passing, { expect: { colour: 'red' } }] }, 'passo 2, expect'],
    [
      'a person who does not exist',
      { title: 'A', steps: [{ as: 'nobody', act: 'a' }, passing] },
      'passo 1, as: «nobody»',
    ],
    [
      'an instant without its offset',
      { title: 'A', steps: [{ advanceTo: '2026-03-02T10:00' }, passing] },
      'passo 1, advanceTo',
    ],
    ['something that is no object', 7, 'inizio del file'],
  ])('names the place of %s', (_, value, place) => {
    expect(text(value)).toEqual([expect.stringContaining(`Lo scenario scenarios/a.json: ${place}`)]);
  });
});

describe('playing a scenario', () => {
  let procedure: Procedure;
  beforeAll(async () => {
    procedure = await aProcedure();
  });

  const submitted: Scenario['steps'][number] = {
    as: 'giulia',
    at: '2026-03-02T09:00:00+01:00',
    submit: { answers: { tipo: 'documentale', ente: '@r_emiro', oggetto: 'Verbali', interesse: 'Il mio', delega: [] } },
  };
  const played = (...steps: Scenario['steps']) =>
    playScenario({ title: 'A', why: [], steps }, memoryStage({ procedure, executor: kernelExecutor }));

  it('finds nothing when all goes as told', async () => {
    const expected = {
      milestone: 'in-verifica',
      tasks: [{ element: 'check-request', audience: 'urp' }],
      closed: false,
    };
    expect(await played(submitted, { expect: expected })).toEqual([]);
  });

  it('tells only the members that differ', async () => {
    const failures = await played(submitted, { expect: { milestone: 'conclusa', closed: false, messages: [] } });
    expect(failures).toMatchObject([
      {
        type: 'differs',
        step: 2,
        expected: { milestone: 'conclusa', messages: [] },
        found: { milestone: 'in-verifica', messages: ['avvio'] },
      },
    ]);
  });

  it('ends at a refusal that nobody expects', async () => {
    const wrong = { as: 'giulia', complete: 'decide', answers: {} } as const;
    const failures = await played(submitted, wrong, passing, { expect: { milestone: 'conclusa' } });
    expect(failures).toMatchObject([{ step: 2, found: { problem: 'task.not-found' } }]);
  });

  it('counts a refusal that does not come as different', async () => {
    const failures = await played(submitted, { expect: { problem: 'permission.denied' } });
    expect(failures).toMatchObject([{ step: 2, expected: { problem: 'permission.denied' }, found: {} }]);
  });

  it('fires the timers that fall due on the way', async () => {
    const silence = { outcome: 'diniego-tacito', closed: true };
    expect(await played(submitted, { advanceTo: '2026-04-02T00:00:00+02:00' }, { expect: silence })).toEqual([]);
  });
});

describe('a term that is expected', () => {
  const found = (...termIds: readonly string[]) => {
    const terms = Object.fromEntries(
      termIds.map((termId, index) => [termId, aTerm({ termId, startedOn: day(index) })]),
    );
    const deadlines = Object.fromEntries(termIds.map((termId, index) => [termId, day(index)]));
    const view = { dossier: aDossier({ terms }), messages: [], documents: [], deadlines, bodies: {}, acts: [] };
    const sight = { view, seen: { messages: 0, documents: 0 }, refusal: undefined };
    return foundFor({ terms: { riesame: { state: 'running', deadlineOn: '2026-01-01' } } }, sight).terms;
  };
  const day = (index: number): string => `2026-03-0${index + 1}`;

  it('is that of the procedure with the name', () => {
    expect(found('riesame', 'w1:riesame')).toEqual({ riesame: { state: 'running', deadlineOn: '2026-03-01' } });
  });

  it('else is the newest of a part with the name', () => {
    expect(found('w1:riesame', 'w2:riesame', 'w3:parere')).toEqual({
      riesame: { state: 'running', deadlineOn: '2026-03-02' },
    });
  });

  it('has not started where there is none', () => {
    expect(found('parere')).toEqual({ riesame: { state: 'not started', deadlineOn: null } });
  });
});
