import type { CoreFindings } from '../../../findings/core.ts';
import type { FindingSentences } from '../finding-words.ts';
import { italianShape } from './shape-fault.ts';

// Steps are counted from 1, as people count.
function placeOf([first, second, ...rest]: readonly (string | number)[]): string {
  if (first === undefined) return 'inizio del file';
  if (first === 'steps' && typeof second === 'number') return [`passo ${second + 1}`, ...rest].join(', ');
  return [first, ...(second === undefined ? [] : [second]), ...rest].join('.');
}

/** What is found in scenarios, in Italian. */
export const italianCore: FindingSentences<CoreFindings> = {
  'scenario.json': ({ file, reason }) => `Lo scenario ${file}: non è JSON valido: ${reason}.`,
  'scenario.shape': ({ file, path, fault }) => `Lo scenario ${file}: ${placeOf(path)}: ${italianShape(fault)}.`,
};
