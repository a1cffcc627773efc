import { notice, noticeJob } from '../../language/notice.ts';
import { fullName } from '../../../forms/schema/full-name.ts';
import type { JobWait } from '../../kernel/types.ts';
import { connectorKey, connectorNamed } from '../connector.ts';
import type { Dossier, Message, Party } from '../dossier.ts';
import type { ConnectorJob, Step } from '../effects.ts';
import { Problem } from '../problem.ts';
import { fillTemplate } from '../template.ts';
import { templateAt, textContext } from '../texts.ts';
import { nextSequence, record } from './progress.ts';
import type { Scene } from './progress.ts';
import { joinOffice } from './tasks.ts';

type Recipient = Message['to'][number];

/**
 * The step with a notice issued: one message in the personal area of each party addressed, so that none sees the
 * others, or one for the office; and for every address a courtesy mail. Without anybody to address nothing is issued.
 *
 * @throws Problem `step.failed` when the element names no notice, no template, or an office that is not there
 */
export function issueNotice(step: Step, wait: JobWait, scene: Scene): Step {
  const drawn = notice.of(scene.context.procedure.facts[wait.elementId]);
  if (!drawn) throw new Problem('step.failed', { elementId: wait.elementId, expected: 'an iter:notice' });
  const { elementId } = wait;
  const template = templateAt(scene.context.procedure, drawn.template, elementId);
  const text = fillTemplate(template, textContext(step.dossier, scene.context), scene.context.now);
  const at = { elementId, scene };
  const officeCode = officeOf(drawn.to);
  const told = officeCode === undefined ? step : joinOffice(step, officeCode);
  return recipients(step.dossier, drawn.to, at).reduce((current, recipient) => {
    const message: Message = {
      messageId: `${current.dossier.dossierId}.m${nextSequence(current)}`,
      templateId: drawn.template,
      ...text,
      to: [recipient],
      audience: drawn.to,
      sentAt: scene.context.now,
    };
    return send(current, message, at);
  }, told);
}

interface Place {
  readonly elementId: string;
  readonly scene: Scene;
}

function send(step: Step, message: Message, { elementId, scene }: Place): Step {
  const { messageId, templateId, subject, audience } = message;
  const byMail = message.to.some(({ email }) => email !== undefined);
  const job = mailJob(step, message, { elementId, scene });
  const sent = { ...step, messages: [...step.messages, message], jobs: byMail ? [...step.jobs, job] : step.jobs };
  return record(sent, scene, {
    type: 'notice.issued',
    data: { messageId, templateId, subject, to: audience, byMail, elementId },
  });
}

function mailJob({ dossier: { dossierId } }: Step, { messageId }: Message, { elementId, scene }: Place): ConnectorJob {
  const { type: connector, attempts } = connectorNamed(scene.context.procedure, noticeJob, elementId);
  const place = { messageId };
  const key = connectorKey(connector, dossierId, place);
  return { type: 'call-connector', key, dossierId, connector, elementId, place, attempts };
}

function recipients(dossier: Dossier, to: Message['audience'], { elementId, scene }: Place): readonly Recipient[] {
  const officeCode = officeOf(to);
  if (officeCode === undefined) return dossier.parties.filter(({ role }) => role === to).map(recipientOf);
  const office = scene.context.office(officeCode);
  if (office) return [{ name: office.name }];
  throw new Problem('step.failed', {
    elementId,
    office: officeCode,
    expected: `an office of ${scene.context.body.name}`,
  });
}

function officeOf(to: Message['audience']): string | undefined {
  return to.startsWith('office:') ? to.slice('office:'.length) : undefined;
}

function recipientOf({ givenName, familyName, fiscalCode, email, personId }: Party): Recipient {
  return {
    name: fullName({ givenName, familyName }),
    ...(email ? { email } : {}),
    ...(personId ? { personId } : {}),
    ...(fiscalCode ? { fiscalCode } : {}),
  };
}
