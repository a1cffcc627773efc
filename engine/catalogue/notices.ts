import { warningIn } from '../findings/finding.ts';
import type { Finding } from '../findings/finding.ts';
import { isForOffice, notice } from '../language/notice.ts';
import type { Parts } from './expressions.ts';

/** Words that tell how a dossier was decided, by their beginnings; and the placeholder that does. */
const outcomeWords =
  /outcomelabel|\b(accolt|respint|rigett|nega|dinieg|differit|archiviat|ritirat|irricevibil|improcedibil|non si può ricevere)/iu;

/**
 * Subjects of communications to parties that tell the outcome. A subject is read over a shoulder and in a notification;
 * it names the matter and its number, and the decision stands in the text.
 */
export function checkNotices({ facts, templates }: Parts): readonly Finding[] {
  const letters = Object.entries(facts).flatMap(([elementId, drawn]) =>
    notice.allOf(drawn).map(({ template, to }) => ({ elementId, template, to })),
  );
  return letters.flatMap(({ elementId, template, to }) => {
    const told = outcomeWords.exec(templates[template]?.subject ?? '')?.[0];
    if (told === undefined || isForOffice(to)) return [];
    const file = `templates/${template}.md`;
    return [warningIn(file, 'notice.tells-outcome', { element: elementId, told })];
  });
}
