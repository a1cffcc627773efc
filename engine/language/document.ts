import { extension } from './extension.ts';
import { choice, named, text } from './kinds.ts';
import { onJob } from './places.ts';

/** The job type of a task that draws up a document. */
export const documentJob = 'create-document';

/** `<iter:document>` on a task of type `create-document`: which text is drawn up, and as what it is registered. */
export const document = extension({
  name: 'document',
  label: 'Documento',
  hint: 'Quale testo si redige, e che documento diventa.',
  on: onJob(documentJob),
  attributes: {
    template: named('letter', { label: 'Testo' }),
    kind: choice({ label: 'Che cos’è' }, [
      { value: 'final-act', label: 'Provvedimento finale' },
      { value: 'letter', label: 'Lettera' },
    ]),
    title: text({ label: 'Titolo' }),
  },
});
