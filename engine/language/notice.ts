import { extension } from './extension.ts';
import { addressee, named } from './kinds.ts';
import { onJob } from './places.ts';

/** The job type of a task that sends a notice. */
export const noticeJob = 'send-notice';

/** `<iter:notice>` on a task of type `send-notice`: which text goes to whom. */
export const notice = extension({
  name: 'notice',
  label: 'Comunicazione',
  hint: 'Quale testo parte, e per chi.',
  on: onJob(noticeJob),
  attributes: {
    template: named('letter', { label: 'Testo' }),
    to: addressee({ label: 'A chi' }),
  },
});
