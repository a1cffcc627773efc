import type { ElementFacts } from '../core/procedure.ts';
import { idOf, textOf } from '../rules/moddle.ts';
import { jobTypeOf, refuse, required } from './checks.ts';
import type { Extension } from './extension.ts';

type Addressee = NonNullable<ElementFacts['notice']>['to'];

/** The job type of a task that sends a notice. */
export const noticeJob = 'send-notice';

/** `<iter:notice>` on a task of type `send-notice`: which text goes to whom. */
export const notice: Extension = {
  type: 'iter:Notice',
  attributes: ['template', 'to'],
  read: ([found]) => {
    const [template, to] = [textOf(found, 'template'), textOf(found, 'to')];
    return template === undefined || !isAddressee(to) ? {} : { notice: { template, to } };
  },
  check: (found, bearer) => {
    const [id, to] = [idOf(bearer.element), textOf(found, 'to')];
    const wrong = `iter:notice in ${id}: «${to}» non è un destinatario; si può scrivere a applicant, third-parties o office:<codice>.`;
    const idle = `iter:notice sta su ${id}, che non ha il tipo di lavoro ${noticeJob}: non partirebbe nulla.`;
    return [
      ...required(found, ['template', 'to'], bearer),
      ...(to === undefined || isAddressee(to) ? [] : [refuse(bearer, 'notice.addressee', wrong)]),
      ...(jobTypeOf(bearer.element) === noticeJob ? [] : [refuse(bearer, 'notice.not-sent', idle)]),
    ];
  },
};

function isAddressee(to: string | undefined): to is Addressee {
  return to === 'applicant' || to === 'third-parties' || /^office:[a-z][a-z0-9-]*$/.test(to ?? '');
}
