import { describe, expect, it } from 'vitest';
import { errorInWords } from '../../../engine/cli/incident-error.ts';
import { feelFailure, type FeelFailure } from '../../../engine/findings/feel-failure.ts';
import type { RunningFailure } from '../../../engine/findings/running-failure.ts';
import { failureInWords } from '../../../engine/words/running/words.ts';

const noVariable = feelFailure('variable-unknown', { name: 'x' });

describe('what stops an execution', () => {
  const cases: readonly [FeelFailure | RunningFailure, italian: string, english: string][] = [
    [noVariable, 'la variabile «x» non esiste', 'there is no variable “x”'],
    [
      { code: 'feel.evaluation-failed', params: { elementId: 'a', expression: 'x + 1', failure: noVariable } },
      'L’espressione «x + 1» di a non si può calcolare: la variabile «x» non esiste.',
      'The expression “x + 1” of a cannot be computed: there is no variable “x”.',
    ],
    [
      {
        code: 'decision.failed',
        params: {
          elementId: 'a',
          failure: { code: 'feel.evaluation-failed', params: { decisionId: 'd', failure: noVariable } },
        },
      },
      'Attività a: La decisione d non si può calcolare: la variabile «x» non esiste.',
      'Activity a: Decision d cannot be computed: there is no variable “x”.',
    ],
    [
      {
        code: 'decision.failed',
        params: {
          elementId: 'a',
          failure: {
            code: 'decision.wrong-type',
            params: { decisionId: 'd', of: { type: 'input', name: 'Età' }, value: '"dieci"', type: 'number' },
          },
        },
      },
      'Attività a: Nella decisione d l’ingresso «Età» vale "dieci": serve un valore di tipo number.',
      'Activity a: In decision d the input “Età” is "dieci": a value of type number is needed.',
    ],
    [
      { code: 'feel.wrong-type', params: { elementId: 't', expression: 'x', value: '7', wanted: 'duration' } },
      'L’espressione «x» di t dà 7: serve una durata ISO 8601.',
      'The expression “x” of t gives 7: an ISO 8601 duration is needed.',
    ],
    [
      { code: 'wait.wrong-trigger', params: { elementId: 't', waitId: 'w', type: 'timer', wanted: ['task', 'job'] } },
      'L’attesa w di t è di tipo «timer»: serviva task o job.',
      'The wait w of t is of type “timer”: task or job was needed.',
    ],
  ];

  it.each(cases)('%j reads so in both languages', (failure, italian, english) => {
    expect(failureInWords(failure, 'it')).toBe(italian);
    expect(failureInWords(failure, 'en')).toBe(english);
  });
});

describe('the error of an incident', () => {
  it('is told in words, with what a machine reads behind', () => {
    const error = 'step.failed {"failure":{"code":"gateway.no-flow","params":{"elementId":"choice"}}}';
    expect(errorInWords(error)).toBe(
      `La pratica non può andare avanti: il procedimento ha un difetto. Da choice non si può proseguire: nessuna condizione è vera e manca un flusso predefinito. (${error})`,
    );
  });

  it('tells a problem without a failure by its title', () => {
    const error = 'step.failed {"elementId":"decide"}';
    expect(errorInWords(error)).toBe(`La pratica non può andare avanti: il procedimento ha un difetto (${error})`);
  });

  it('leaves what is no problem of ours as it is', () => {
    expect(errorInWords('connect ECONNREFUSED {"a":1}')).toBe('connect ECONNREFUSED {"a":1}');
    expect(errorInWords('Error: no {')).toBe('Error: no {');
  });
});
