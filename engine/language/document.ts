import { extension } from './extension.ts';
import { choice, named, text } from './kinds.ts';
import { onJob } from './places.ts';

/** The job type of a task that draws up a document. */
export const documentJob = 'create-document';

/** `<iter:document>` on a task of type `create-document`: which text is drawn up, and as what it is registered. */
export const document = extension({
  name: 'document',
  on: onJob(documentJob),
  attributes: {
    template: named('letter'),
    kind: choice(['final-act', 'letter']),
    title: text(),
  },
});
