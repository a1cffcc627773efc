import { filledIn } from '../../../forms/schema/worded.ts';
import type { DossierDetail, TimelineEntry } from '../../../forms/contract/dossiers.ts';
import { lastDayOf } from '../../core/act-window.ts';
import { fullName } from '../../../forms/schema/full-name.ts';
import type { Summarise } from '../../../forms/fields/summary-in.ts';
import type { PersonActor } from '../../core/actor.ts';
import { romeDay } from '../../core/calendar.ts';
import type { Day, PartyRole } from '../../core/dossier.ts';
import type { Language } from '../../core/language.ts';
import { offeredActs } from '../../core/offered-acts.ts';
import { partiesOf, partyRolesOf } from '../../core/concerned.ts';
import { tasksFor } from '../../core/policy.ts';
import { endedMandate, nameActedFor } from '../../core/principal.ts';
import { isGranted, milestonesOf, outcomeKind } from '../../core/status.ts';
import { wordsFor } from '../../core/with-parts.ts';
import type { Instant } from '../../kernel/types.ts';
import { englishNamesOf } from '../../words/record/english-names.ts';
import { recordNamesOf } from '../../words/record/names.ts';
import { timelineOf } from '../../words/record/timeline.ts';
import { milestoneView } from '../../words/standing.ts';
import type { OpenedDossier } from '../dossier-reading.ts';
import { presentDecision } from './decision.ts';
import { defined } from './defined.ts';
import { presentDocument, presentMessage } from './documents.ts';
import type { DossierMaterial } from './material.ts';
import { presentMandate } from './mandate.ts';
import { presentSubmissions } from './submissions.ts';
import { presentSummary } from './summary.ts';
import { presentTerms } from './terms.ts';

/** Who of the parties reads, when, and in which language. */
export interface PartyReader {
  readonly actor: PersonActor;
  readonly now: Instant;
  readonly language: Language;
  /** Puts answers into words in that language. */
  readonly summarise: Summarise;
}

/**
 * A dossier as one of its parties sees it. Of what was sent it shows what they sent themselves, and to the applicant
 * the application: a third party is told what they need in the notice (DPR 184/2006, art. 3).
 */
export function presentToParty(
  material: DossierMaterial,
  { actor, now, language, summarise }: PartyReader,
): DossierDetail {
  const { opened, documents, messages, events, submissions, bodyNames } = material;
  const { dossier, procedure, offices } = opened;
  const today = romeDay(now);
  const as = partyRolesOf(actor, dossier).includes('applicant') ? 'applicant' : 'third-parties';
  const party = partiesOf(actor, dossier).find(({ role }) => role === as);
  const names = englishNamesOf(procedure);
  const todo = tasksFor(actor, dossier, today);
  const { english } = wordsFor(procedure, dossier.variables);
  return {
    ...presentSummary(opened, { todo: todo.length, today }),
    officeName: offices[dossier.officeCode] ?? dossier.officeCode,
    as: as === 'applicant' ? 'applicant' : 'third-party',
    ...defined({ onBehalfOf: nameActedFor(actor, dossier, as) }),
    ...defined({ mandateEndedOn: endedMandate(actor, dossier, { role: as, today }) }),
    ...defined({ email: party?.email, mandate: party?.through && presentMandate(party.through, documents) }),
    ...(as === 'applicant' ? presentDecision(material) : {}),
    milestones: presentWay(material),
    terms: presentTerms(dossier, { today, language }, procedure).filter(
      ({ remedy }) => remedy === undefined || needsRemedy(as, opened),
    ),
    tasks: todo.map(({ taskId, elementId, name, about, person, openedAt, dueOn }) => ({
      taskId,
      name,
      ...defined({ nameInEnglish: names.element(elementId) }),
      openedAt,
      // Of a task of their own only the item is worth saying.
      ...defined({ about: about === (person && fullName(person)) ? undefined : about, dueOn }),
    })),
    acts: presentActs(opened, actor, today),
    timeline: timelineOf(events, as, {
      language,
      names: recordNamesOf(procedure, offices),
      personId: actor.personId,
    }).map(presentEntry),
    documents: documents.map((document) => presentDocument(document, names)),
    messages: messages.map((message) => presentMessage(message, english)),
    submissions: presentSubmissions(submissions, { events, bodyNames, summarise }),
    record: { events: dossier.eventCount, headHash: dossier.headHash },
  };
}

function presentWay({ opened: { dossier, procedure }, events }: DossierMaterial): DossierDetail['milestones'] {
  const reached = events.flatMap(({ type, data }) => (type === 'milestone.reached' ? [String(data['code'])] : []));
  return milestonesOf(dossier, reached, procedure.service).map(({ code, state }) => ({
    ...milestoneView(code, procedure.service),
    state,
  }));
}

/** Remedies are told to the applicant who did not get all that was asked; a third party is told in the notice. */
function needsRemedy(as: PartyRole, { dossier: { outcome }, procedure }: OpenedDossier): boolean {
  return as === 'applicant' && outcome !== undefined && !isGranted(outcomeKind(outcome.code, procedure.service));
}

/**
 * What the reader may do now, each act with its last day; one whose last day is over is not offered any more. Which
 * wait is meant is told where an element waits several times, and nowhere else.
 */
function presentActs({ dossier, procedure }: OpenedDossier, actor: PersonActor, today: Day): DossierDetail['acts'] {
  const offered = offeredActs(actor, { dossier, procedure, today });
  const { english } = wordsFor(procedure, dossier.variables);
  return offered.flatMap(({ elementId, facts, wait }) => {
    const untilOn = lastDayOf(wait, dossier, procedure);
    if (untilOn !== undefined && untilOn < today) return [];
    const isOneOfSeveral = offered.filter((act) => act.elementId === elementId).length > 1;
    const which = isOneOfSeveral ? { waitId: wait.wait.id } : {};
    const { name, description: descriptionInEnglish } = english?.elements[elementId] ?? {};
    const inEnglish = defined({ labelInEnglish: name, descriptionInEnglish });
    const { label } = facts;
    const description = filledIn(facts.description, dossier.variables);
    return [{ elementId, ...which, label, ...defined({ description, untilOn }), ...inEnglish }];
  });
}

function presentEntry({ sequence, at, type, title, ...rest }: ReturnType<typeof timelineOf>[number]): TimelineEntry {
  const { text, name, nameInEnglish, ground } = rest;
  return { sequence, at, type, title, ...defined({ text, name, nameInEnglish, ground }) };
}
