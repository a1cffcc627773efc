import type { Language } from '../../core/language.ts';
import type { FeelFailure } from '../../findings/feel-failure.ts';
import type { DecisionFailure, RunningFailure } from '../../findings/running-failure.ts';
import { englishRunning } from './en.ts';
import { italianRunning } from './it.ts';
import type { RunningWords } from './running-words.ts';

const runningWords: Readonly<Record<Language, RunningWords>> = { it: italianRunning, en: englishRunning };

/** Why an expression has no value, as a phrase. */
export function feelFailureInWords({ code, params }: FeelFailure, language: Language): string {
  return sentenceOf(runningWords[language].feel, code)(params);
}

/** Why an execution does not go on, as a sentence. */
export function runningFailureInWords({ code, params }: RunningFailure, language: Language): string {
  const { running } = runningWords[language];
  if (!('failure' in params)) return sentenceOf(running, code)(params);
  const { failure, ...rest } = params;
  return sentenceOf(running, code)({ ...rest, reason: innerInWords(failure, language) });
}

/** Why an expression or an execution fails, whichever it is. */
export function failureInWords(failure: FeelFailure | RunningFailure, language: Language): string {
  return isOfFeel(failure) ? feelFailureInWords(failure, language) : runningFailureInWords(failure, language);
}

const isOfFeel = (failure: FeelFailure | RunningFailure): failure is FeelFailure => failure.code in italianRunning.feel;

const innerInWords = (failure: DecisionFailure | FeelFailure, language: Language): string =>
  isDecisionFailure(failure) ? decisionFailureInWords(failure, language) : feelFailureInWords(failure, language);

function decisionFailureInWords({ code, params }: DecisionFailure, language: Language): string {
  const { decision } = runningWords[language];
  if (!('failure' in params)) return sentenceOf(decision, code)(params);
  const { failure, ...rest } = params;
  return sentenceOf(decision, code)({ ...rest, reason: feelFailureInWords(failure, language) });
}

const isDecisionFailure = (failure: DecisionFailure | FeelFailure): failure is DecisionFailure =>
  failure.code in italianRunning.decision;

// The compiler cannot see that a code and the parameters of the same failure belong together.
const sentenceOf = <Code extends string>(sentences: Readonly<Record<Code, unknown>>, code: Code) =>
  sentences[code] as (params: object) => string;
