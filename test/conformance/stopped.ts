import { ExecutionProblem } from '../../engine/kernel/types.ts';
import { runningFailureInWords } from '../../engine/words/running/words.ts';
import { WorldProblem } from './world/problem.ts';

/** Why a case could not go on: code and words. Whatever else was thrown goes on. */
export function whyStopped(error: unknown): { readonly code: string; readonly words: string } {
  if (error instanceof WorldProblem) return { code: error.code, words: error.message };
  if (error instanceof ExecutionProblem) {
    return { code: error.code, words: runningFailureInWords(error.failure, 'it') };
  }
  throw error;
}
