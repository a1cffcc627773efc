import { fullName } from '../../../forms/schema/full-name.ts';
import { gathered } from '../../language/gathered.ts';
import { personalAct } from '../../language/personal-act.ts';
import type { AnswerSection } from '../../../forms/contract/dossiers.ts';
import type { OfficeDossier } from '../../../forms/contract/tasks.ts';
import type { Answers } from '../../../forms/schema/document.ts';
import { formContext } from '../../core/answering.ts';
import { romeDay } from '../../core/calendar.ts';
import type { Task } from '../../core/dossier.ts';
import type { DossierEvent } from '../../core/event.ts';
import { officeRef } from '../../core/office.ts';
import { wordsOf, type RecordWords } from '../../core/record-words.ts';
import { actorInWords } from '../../core/sentences.ts';
import { timelineOf } from '../../core/timeline.ts';
import type { Instant } from '../../kernel/types.ts';
import { presentAnswers, provenanceIn } from './answers.ts';
import type { DossierMaterial } from './citizen.ts';
import { defined } from './defined.ts';
import { presentDocument, presentMessage } from './documents.ts';
import { presentStanding } from './summary.ts';
import { presentTerms } from './terms.ts';

/**
 * A dossier as the offices that take part in it see it: everything, with the record behind it. Of another body's dossier
 * the material holds no more than a visitor may see.
 */
export function presentToOffice(material: DossierMaterial, now: Instant): OfficeDossier {
  const { opened, documents, messages, events } = material;
  const { dossier, procedure, bodyName, offices } = opened;
  return {
    dossierId: dossier.dossierId,
    procedureId: dossier.procedureId,
    procedureVersion: dossier.procedureVersion,
    title: procedure.service.title,
    subject: dossier.subject,
    registration: dossier.registration,
    submittedAt: dossier.submittedAt,
    ...presentStanding(dossier),
    bodyName,
    officeName: offices[dossier.officeCode] ?? dossier.officeCode,
    parties: dossier.parties.map(({ role, givenName, familyName, fiscalCode, email }) => ({
      role,
      name: fullName({ givenName, familyName }),
      ...defined({ fiscalCode, email }),
    })),
    terms: presentTerms(dossier, romeDay(now), procedure),
    openTasks: dossier.tasks.map((task) => presentOpenTask(task, offices)),
    answers: material.isVisit ? [] : sections(material, now),
    documents: documents.map((document) => presentDocument(document)),
    messages: messages.map((message) => presentMessage(message)),
    history: presentHistory(events, wordsOf(procedure, offices)),
    record: { events: dossier.eventCount, headHash: dossier.headHash },
    ...(material.isVisit && { visiting: true }),
  };
}

function presentOpenTask(task: Task, offices: Readonly<Record<string, string>>): OfficeDossier['openTasks'][number] {
  const { audience } = task;
  const party = audience.type === 'party' && audience.role === 'applicant' ? 'Richiedente' : 'Controinteressati';
  return {
    taskId: task.taskId,
    name: task.name,
    with: audience.type === 'office' ? (offices[officeRef(audience)] ?? audience.officeCode) : party,
    ...defined({ dueOn: task.dueOn, claimedBy: task.claimedBy?.name }),
  };
}

/** The application as it was sent, then every form that was filled on the way, under the name of its task or act. */
function sections({ opened, events, bodyNames, choiceLabels, sent }: DossierMaterial, now: Instant): AnswerSection[] {
  const { dossier, procedure } = opened;
  const context = { ...formContext(procedure, now, dossier.variables), bodyNames, choiceLabels };
  const application = presentAnswers(procedure.forms[procedure.startFormId], sent ?? dossier.variables, {
    context,
    provenance: provenanceIn(events),
  });
  const later = filledForms(opened, events).flatMap(({ formId, name, answers }) =>
    presentAnswers(procedure.forms[formId], answers, { context }).map(({ title, rows }) => ({
      title: title === '' ? name : `${name}: ${title}`,
      rows,
    })),
  );
  return [...application, ...later];
}

interface FilledForm {
  readonly formId: string;
  readonly name: string;
  readonly answers: Answers;
}

/** The forms that were filled after the application, each once; one that several people fill, once for each of them. */
function filledForms(opened: DossierMaterial['opened'], events: readonly DossierEvent[]): readonly FilledForm[] {
  const { dossier, procedure } = opened;
  const filled = new Map<string, readonly FilledForm[]>();
  for (const { type, data } of events) {
    const { elementId } = data;
    if (typeof elementId !== 'string' || (type !== 'task.completed' && type !== 'act.received')) continue;
    const formId = formIdOf(opened, elementId);
    if (formId === undefined || formId === procedure.startFormId) continue;
    const name = String(data['name'] ?? data['label'] ?? '');
    const list = gathered.of(procedure.facts[elementId])?.in;
    const forms =
      list === undefined
        ? [{ formId, name, answers: dossier.variables }]
        : itemsOf(dossier.variables[list]).map((answers, index, { length }) => ({
            formId,
            name: length === 1 ? name : `${name} (${index + 1} di ${length})`,
            answers,
          }));
    filled.set(formId, forms);
  }
  return [...filled.values()].flat();
}

function itemsOf(list: Answers[string] | undefined): readonly Answers[] {
  if (!Array.isArray(list)) return [];
  const items: readonly Answers[string][] = list;
  return items.filter(isAnswers);
}

const isAnswers = (item: Answers[string]): item is Answers =>
  item !== null && typeof item === 'object' && !Array.isArray(item);

function formIdOf({ procedure }: DossierMaterial['opened'], elementId: string): string | undefined {
  const work = procedure.program.nodes[elementId]?.work;
  return work?.type === 'task' ? work.formId : personalAct.of(procedure.facts[elementId])?.form;
}

function presentHistory(events: readonly DossierEvent[], words: RecordWords): OfficeDossier['history'] {
  const bySequence = new Map(events.map((event) => [event.sequence, event]));
  return timelineOf(events, 'office', words).flatMap(({ sequence, at, type, title, text, ground }) => {
    const event = bySequence.get(sequence);
    if (event === undefined) return [];
    const entry = { sequence, at, type, title, ...defined({ text, ground }) };
    return [{ ...entry, actor: actorInWords(event.actor), hash: event.hash, data: { ...event.data } }];
  });
}
