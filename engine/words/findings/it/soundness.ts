import type { SoundnessFindings } from '../../../findings/soundness.ts';
import type { FindingSentences } from '../finding-words.ts';

const inSteps = (way: readonly string[]): string =>
  way.length === 0 ? '' : ` Ci si arriva così: ${way.map((name) => `«${name}»`).join(', poi ')}.`;

/** How a process can go wrong, in Italian. */
export const italianSoundness: FindingSentences<SoundnessFindings> = {
  'soundness.deadlock': ({ elementId, way }) =>
    `Il processo può restare bloccato in ${elementId}, che aspetta un flusso dal quale non arriverà più nulla.${inSteps(way)}`,
  'soundness.livelock': ({ elementId, way }) =>
    `Da ${elementId || 'qui'} il processo non può più concludersi: gira senza via d’uscita.${inSteps(way)}`,
  'soundness.not-all-seen': ({ states }) =>
    `Il processo può trovarsi in più di ${states} situazioni diverse: oltre queste non è stato esaminato, e non si può dire che si concluda sempre.`,
  'soundness.task-cut-off': ({ elementId, end, way }) =>
    `Quando si arriva alla fine ${end}, l’attività ${elementId} può essere ancora aperta: si chiude senza che nessuno l’abbia svolta.${inSteps(way)}`,
  'soundness.unreachable': ({ elementId }) => `L’elemento ${elementId} non viene mai raggiunto, qualunque cosa accada.`,
};
