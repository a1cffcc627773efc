import type { CoreFindings } from '../../../findings/core.ts';
import type { FindingSentences } from '../finding-words.ts';
import { englishShape } from './shape-fault.ts';

// Steps are counted from 1, as people count.
function placeOf([first, second, ...rest]: readonly (string | number)[]): string {
  if (first === undefined) return 'beginning of the file';
  if (first === 'steps' && typeof second === 'number') return [`step ${second + 1}`, ...rest].join(', ');
  return [first, ...(second === undefined ? [] : [second]), ...rest].join('.');
}

/** What is found in scenarios, in English. */
export const englishCore: FindingSentences<CoreFindings> = {
  'scenario.json': ({ file, reason }) => `The scenario ${file}: it is not valid JSON: ${reason}.`,
  'scenario.shape': ({ file, path, fault }) => `The scenario ${file}: ${placeOf(path)}: ${englishShape(fault)}.`,
};
