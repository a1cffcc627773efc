import { notice, noticeJob } from '../../language/notice.ts';
import { beginRemedies } from '../../language/term-moves.ts';
import { fullName } from '../../../forms/schema/full-name.ts';
import { familyOf } from '../../kernel/element-types.ts';
import type { FlowNode } from '../../kernel/program.ts';
import type { JobWait, TrailEntry } from '../../kernel/types.ts';
import { romeDay } from '../calendar.ts';
import { executionOf } from '../called.ts';
import { isSamePerson } from '../concerned.ts';
import { connectorKey, connectorNamed } from '../connector.ts';
import type { Dossier, Message, Party } from '../dossier.ts';
import type { ConnectorJob, Step } from '../effects.ts';
import { holds } from '../expression.ts';
import { addressOf } from '../principal.ts';
import { Problem } from '../problem.ts';
import { fillTemplate } from '../template.ts';
import { templateAt, textContext } from '../texts.ts';
import { handOf } from './facts.ts';
import { nextSequence, record } from './progress.ts';
import type { Scene } from './progress.ts';
import { officePlaying } from './audience.ts';
import { joinOffice } from './tasks.ts';

type Recipient = Message['to'][number];

/** A letter as it is drawn on an element. */
export type DrawnNotice = NonNullable<ReturnType<typeof notice.of>>;

/**
 * The step with the letters issued that are drawn on the way an execution has taken: on an activity that was left, on
 * an event that happened, or when their mark says. What a task sends by itself waits for it (`step/move.ts`).
 */
export function issueNotices(step: Step, trail: readonly TrailEntry[], scene: Scene): Step {
  return issueDrawn(step, trail, { scene });
}

/** The same for letters that go only to who has something to do in an execution, once the tasks of the way are open. */
export function issuePendingNotices(step: Step, trail: readonly TrailEntry[], which: Required<Which>): Step {
  return issueDrawn(step, trail, which);
}

interface Which {
  readonly scene: Scene;
  /** The execution whose open tasks are meant; without it the letters that ask for none. */
  readonly pendingIn?: string;
}

function issueDrawn(step: Step, trail: readonly TrailEntry[], { scene, pendingIn }: Which): Step {
  const { program, facts } = scene.context.procedure;
  return trail.reduce((current, entry) => {
    if (entry.type !== 'entered' && entry.type !== 'left') return current;
    const { elementId, type } = entry;
    const node = program.nodes[elementId];
    if (node === undefined || isSentByTask(node)) return current;
    const usual = familyOf(node.type) === 'event' ? 'entered' : 'left';
    const due = notice
      .allOf(facts[elementId])
      .filter((drawn) => (drawn.on ?? usual) === type && drawn.pending === (pendingIn !== undefined));
    return due.reduce((issued, drawn) => issueNotice(issued, { elementId, drawn, pendingIn }, scene), current);
  }, step);
}

const isSentByTask = ({ work }: FlowNode): boolean => work?.type === 'job' && work.jobType === noticeJob;

/** The step with the letters issued of a task that sends them. */
export function issueOfTask(step: Step, { id, elementId }: JobWait, scene: Scene): Step {
  const all = notice.allOf(scene.context.procedure.facts[elementId]);
  if (all.length === 0) throw new Problem('step.failed', { elementId, expected: 'an iter:notice' });
  const due = all.map((drawn) => ({ elementId, drawn, pendingIn: drawn.pending ? executionOf(id) : undefined }));
  return due.reduce((issued, one) => issueNotice(issued, one, scene), step);
}

interface Due {
  readonly elementId: string;
  readonly drawn: DrawnNotice;
  readonly pendingIn: string | undefined;
}

/**
 * The step with a notice issued: one message in the personal area of each party addressed, so that none sees the
 * others, or one for the office; and for every address a courtesy mail. Without anybody to address nothing is issued.
 *
 * @throws Problem `step.failed` when the element names no template, or an office that is not there
 */
function issueNotice(before: Step, { elementId, drawn, pendingIn }: Due, scene: Scene): Step {
  const hand = handOf(before, elementId, scene);
  if (!holds(drawn.when, hand)) return before;
  const step = drawn.remedies ? beginRemedies(hand).carried : before;
  const template = templateAt(scene.context.procedure, drawn.template, elementId);
  const text = fillTemplate(template, textContext(step.dossier, scene.context), scene.context.now);
  const at = { elementId, scene };
  const to = addresseeOf(drawn.to, step.dossier, scene);
  // Who plays a role for another body learns of its task in its queue.
  if (to === undefined) return step;
  const officeCode = officeOf(to);
  const told = officeCode === undefined ? step : joinOffice(step, officeCode);
  const among = pendingIn === undefined ? step.dossier : withTasks(step.dossier, pendingIn);
  return recipients(among, to, at).reduce((current, recipient) => {
    const message: Message = {
      messageId: `${current.dossier.dossierId}.m${nextSequence(current)}`,
      templateId: drawn.template,
      ...text,
      to: [recipient],
      audience: to,
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

/** The dossier with those of its parties who have a task of an execution open. */
function withTasks(dossier: Dossier, executionId: string): Pick<Dossier, 'parties'> {
  const isWaitedFor = (party: Party): boolean =>
    dossier.tasks.some(
      ({ audience, person, waitId }) =>
        executionOf(waitId) === executionId &&
        audience.type === 'party' &&
        audience.role === party.role &&
        (person === undefined || [party, party.through ?? {}].some((one) => isSamePerson(one, person))),
    );
  return { parties: dossier.parties.filter(isWaitedFor) };
}

function recipients(
  dossier: Pick<Dossier, 'parties'>,
  to: Message['audience'],
  { elementId, scene }: Place,
): readonly Recipient[] {
  const officeCode = officeOf(to);
  if (officeCode === undefined) return recipientsIn(to, dossier, scene);
  const office = scene.context.office(officeCode);
  if (office) return [{ name: office.name }];
  throw new Problem('step.failed', {
    elementId,
    office: officeCode,
    expected: `an office of ${scene.context.body.name}`,
  });
}

/** Who a letter is for now: of a role the office that plays it. */
function addresseeOf(to: DrawnNotice['to'], dossier: Dossier, scene: Scene): Message['audience'] | undefined {
  if (!isOfRole(to)) return to;
  const office = officePlaying(to.slice('role:'.length), dossier, scene);
  return office === undefined ? undefined : `office:${office}`;
}

const isOfRole = (to: DrawnNotice['to']): to is `role:${string}` => to.startsWith('role:');

function officeOf(to: Message['audience']): string | undefined {
  return to.startsWith('office:') ? to.slice('office:'.length) : undefined;
}

function recipientsIn(
  to: Message['audience'],
  { parties }: Pick<Dossier, 'parties'>,
  { context }: Scene,
): readonly Recipient[] {
  const today = romeDay(context.now);
  return parties
    .filter(({ role }) => role === to)
    .map((party) => ({
      name: fullName(party),
      ...addressOf(party, today),
      ...(party.fiscalCode ? { fiscalCode: party.fiscalCode } : {}),
    }));
}
