import { extension } from './extension.ts';
import { addressee, choice, feel, flag, named } from './kinds.ts';
import { onStep } from './places.ts';

/** The job type of a task that sends a notice. */
export const noticeJob = 'send-notice';

/**
 * `<iter:notice>` on an event or activity: a letter goes out when it is entered or left; on a task of type
 * `send-notice`, by the task. The step issues it after its way has been taken (`core/step/notices.ts`).
 */
export const notice = extension({
  name: 'notice',
  on: onStep(noticeJob),
  isRepeatable: true,
  attributes: {
    template: named('letter'),
    to: addressee(),
    on: choice(['entered', 'left']).optional(),
    when: feel().optional(),
    pending: flag(),
    remedies: flag(),
  },
});

/** Whether a letter is for an office of the body, not for a person: by its name, or by the role that it plays. */
export const isForOffice = (to: string): boolean => to.startsWith('office:') || to.startsWith('role:');
