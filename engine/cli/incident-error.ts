import type { FeelFailure } from '../findings/feel-failure.ts';
import type { RunningFailure } from '../findings/running-failure.ts';
import { problemWords } from '../words/problems/words.ts';
import { failureInWords } from '../words/running/words.ts';

/**
 * The error of an incident for an operator: in Italian where it is a problem of ours, with code and details behind it;
 * as it is otherwise.
 */
export function errorInWords(error: string): string {
  const [, code = '', details = ''] = /^(\S+) (\{.*\})$/s.exec(error) ?? [];
  const title = Object.entries(problemWords.it.titles).find(([known]) => known === code)?.[1];
  if (title === undefined) return error;
  const failure = failureIn(details);
  return `${title}${failure === undefined ? '' : `. ${failureInWords(failure, 'it')}`} (${error})`;
}

function failureIn(details: string): FeelFailure | RunningFailure | undefined {
  // The border: the details of a problem as a job wrote them down.
  const { failure } = JSON.parse(details) as { readonly failure?: FeelFailure | RunningFailure };
  return failure;
}
