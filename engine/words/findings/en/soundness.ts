import type { SoundnessFindings } from '../../../findings/soundness.ts';
import type { FindingSentences } from '../finding-words.ts';

const inSteps = (way: readonly string[]): string =>
  way.length === 0 ? '' : ` This is how it comes to that: ${way.map((name) => `“${name}”`).join(', then ')}.`;

/** How a process can go wrong, in English. */
export const englishSoundness: FindingSentences<SoundnessFindings> = {
  'soundness.deadlock': ({ elementId, way }) =>
    `The process can get stuck at ${elementId}, which waits for a flow from which nothing will come any more.${inSteps(way)}`,
  'soundness.livelock': ({ elementId, way }) =>
    `From ${elementId || 'here'} the process can no longer end: it goes round without a way out.${inSteps(way)}`,
  'soundness.not-all-seen': ({ states }) =>
    `The process can be in more than ${states} different situations: beyond these it has not been examined, and nobody can say that it always ends.`,
  'soundness.task-cut-off': ({ elementId, end, way }) =>
    `When the end ${end} is reached, task ${elementId} can still be open: it is closed although nobody has done it.${inSteps(way)}`,
  'soundness.unreachable': ({ elementId }) => `Element ${elementId} is never reached, whatever happens.`,
};
