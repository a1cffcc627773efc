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
  label: 'Comunicazione',
  hint: 'Quale testo parte, e per chi.',
  on: onStep(noticeJob),
  isRepeatable: true,
  attributes: {
    template: named('letter', { label: 'Testo' }),
    to: addressee({ label: 'A chi' }),
    on: choice({ label: 'Quando', hint: 'Senza, parte quando un’attività è finita e quando un evento accade.' }, [
      { value: 'entered', label: 'Quando si arriva all’elemento' },
      { value: 'left', label: 'Quando lo si lascia' },
    ]).optional(),
    when: feel({ label: 'Solo se', hint: 'Una condizione; senza, vale sempre.' }).optional(),
    pending: flag({
      label: 'Solo a chi ha qualcosa da fare',
      hint: 'Va solo alle parti che hanno un’attività aperta nello stesso diagramma: per un promemoria, o per un’attività che spetta solo ad alcune.',
    }),
    remedies: flag({ label: 'Da qui si contano i giorni per i rimedi' }),
  },
});

/** Whether a letter is for an office of the body, not for a person: by its name, or by the role that it plays. */
export const isForOffice = (to: string): boolean => to.startsWith('office:') || to.startsWith('role:');
