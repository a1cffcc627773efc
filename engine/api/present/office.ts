import { fullName } from '../../../forms/schema/full-name.ts';
import type { OfficeDossier } from '../../../forms/contract/tasks.ts';
import type { PersonActor } from '../../core/actor.ts';
import { romeDay } from '../../core/calendar.ts';
import type { Task } from '../../core/dossier.ts';
import type { DossierEvent } from '../../core/event.ts';
import { officeRef } from '../../core/office.ts';
import { mayDo } from '../../core/policy.ts';
import type { Language } from '../../core/language.ts';
import type { Instant } from '../../kernel/types.ts';
import { englishNamesOf, type EnglishNames } from '../../words/record/english-names.ts';
import { recordNamesOf } from '../../words/record/names.ts';
import { partyWords } from '../../words/standing.ts';
import { actorInWords, timelineOf, type Telling } from '../../words/record/timeline.ts';
import type { DossierMaterial } from './material.ts';
import { defined } from './defined.ts';
import { presentMandate } from './mandate.ts';
import { presentConflicts } from './conflicts.ts';
import { presentDocument, presentMessage } from './documents.ts';
import { presentSubmissions } from './submissions.ts';
import { presentStanding } from './summary.ts';
import { presentTerms } from './terms.ts';

/**
 * A dossier as the offices that take part in it see it: everything, with the record behind it. Of another body's
 * dossier the material holds no more than a visitor may see.
 */
export function presentToOffice(
  material: DossierMaterial,
  { actor, now, language }: { readonly actor: PersonActor; readonly now: Instant; readonly language: Language },
): OfficeDossier {
  const { opened, documents, messages, events, submissions, bodyNames } = material;
  const { dossier, procedure, bodyName, offices } = opened;
  const today = romeDay(now);
  const names = englishNamesOf(procedure);
  return {
    dossierId: dossier.dossierId,
    procedureId: dossier.procedureId,
    procedureVersion: dossier.procedureVersion,
    title: procedure.service.title,
    ...defined({ titleInEnglish: procedure.service.translations?.en?.title }),
    subject: dossier.subject,
    registration: dossier.registration,
    submittedAt: dossier.submittedAt,
    ...presentStanding(dossier, procedure.service),
    bodyName,
    officeName: offices[dossier.officeCode] ?? dossier.officeCode,
    parties: dossier.parties.map((party) => ({
      role: party.role,
      name: fullName(party),
      ...defined({
        fiscalCode: party.fiscalCode,
        email: party.email,
        through: party.through && presentMandate(party.through, documents),
        certifiedMail: party.certifiedMail,
      }),
      mayChangeAddress: mayDo(actor, 'change-address', { dossier, party, today }),
    })),
    conflicts: presentConflicts(dossier, actor),
    mayDeclareConflict: mayDo(actor, 'declare-conflict', { dossier }),
    terms: presentTerms(dossier, { today, language }, procedure),
    openTasks: dossier.tasks.map((task) => presentOpenTask(task, offices, { names, language })),
    submissions: presentSubmissions(submissions, { events, bodyNames }),
    documents: documents.map((document) => presentDocument(document, names)),
    messages: messages.map((message) => presentMessage(message)),
    history: presentHistory(events, { language, names: recordNamesOf(procedure, offices) }),
    record: { events: dossier.eventCount, headHash: dossier.headHash },
    ...(material.isVisit && { visiting: true }),
  };
}

function presentOpenTask(
  task: Task,
  offices: Readonly<Record<string, string>>,
  { names, language }: { readonly names: EnglishNames; readonly language: Language },
): OfficeDossier['openTasks'][number] {
  const { audience } = task;
  const party = audience.type === 'party' && audience.role === 'applicant' ? 'applicant' : 'third-parties';
  return {
    taskId: task.taskId,
    name: task.name,
    with:
      audience.type === 'office' ? (offices[officeRef(audience)] ?? audience.officeCode) : partyWords[language][party],
    ...defined({
      nameInEnglish: names.element(task.elementId),
      about: task.about,
      dueOn: task.dueOn,
      claimedBy: task.claimedBy?.name,
    }),
  };
}

function presentHistory(events: readonly DossierEvent[], telling: Telling): OfficeDossier['history'] {
  const bySequence = new Map(events.map((event) => [event.sequence, event]));
  return timelineOf(events, 'office', telling).flatMap(({ sequence, at, type, title, text, ground }) => {
    const event = bySequence.get(sequence);
    if (event === undefined) return [];
    const entry = { sequence, at, type, title, ...defined({ text, ground }) };
    return [
      { ...entry, actor: actorInWords(event.actor, telling.language), hash: event.hash, data: { ...event.data } },
    ];
  });
}
