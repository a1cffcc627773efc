import type { Instant, Json } from '../kernel/types.ts';
import { document } from '../language/document.ts';
import { romeDay, theDayInWords } from './calendar.ts';
import type { Dossier, DossierDocument } from './dossier.ts';
import { submittedVariables } from './submitted.ts';
import { Problem } from './problem.ts';
import type { DrawnProcedure, Template } from './drawn-procedure.ts';
import { fillTemplate } from './template.ts';
import type { FilledTemplate } from './template.ts';
import { deadline } from './term/deadline.ts';
import { outcomeView } from '../words/standing.ts';

/** What the texts of a dossier need of the world. */
export interface TextContext {
  readonly procedure: DrawnProcedure;
  readonly now: Instant;
  readonly body: { readonly name: string };
  /** An office of that body; undefined when there is none with the code. */
  readonly office: (officeCode: string) => { readonly name: string } | undefined;
  /** Where the portal answers, without a slash at the end. */
  readonly baseUrl: string;
}

/**
 * What placeholders can name: the variables (an answered one as it was last submitted), `today`, and `dossier` with
 * `registration`, `subject`, `link`, `submittedOn`, `deadlineOn` (last day of the main term, null while it stands
 * still), `officeName`, `bodyName`, `outcomeLabel` (null before the decision), `lastDays` (by the id of the term, with
 * the article and in words, as `l’8 aprile 2026`: for texts put together in an expression). Other days are `YYYY-MM-DD`
 * here and are written out when they are put in.
 */
export function textContext(
  dossier: Dossier,
  { now, body, office, baseUrl, procedure }: TextContext,
): Readonly<Record<string, Json>> {
  const today = romeDay(now);
  const main = Object.values(dossier.terms).find((term) => term.main);
  return {
    ...submittedVariables(dossier),
    today,
    dossier: {
      dossierId: dossier.dossierId,
      registration: dossier.registration,
      subject: dossier.subject,
      link: `${baseUrl}/pratiche/${dossier.dossierId}`,
      submittedOn: romeDay(dossier.submittedAt),
      deadlineOn: (main && deadline(main, today)) ?? null,
      officeName: office(dossier.officeCode)?.name ?? dossier.officeCode,
      bodyName: body.name,
      lastDays: lastDaysInWords(dossier, today),
      outcomeLabel: dossier.outcome ? outcomeView(dossier.outcome.code, procedure.service).label : null,
    },
  };
}

function lastDaysInWords({ terms }: Dossier, today: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(terms).flatMap(([name, term]) => {
      const last = deadline(term, today);
      return last === undefined ? [] : [[name, theDayInWords(last)]];
    }),
  );
}

/** The text of a document that an element of the diagram asks for, and what it will be in the dossier. */
export interface DraftedDocument extends FilledTemplate {
  readonly kind: Extract<DossierDocument['kind'], 'final-act' | 'letter'>;
  readonly title: string;
  readonly readableBy: DossierDocument['readableBy'];
}

/**
 * Draws up the document of an element as the dossier stands now.
 *
 * @throws Problem `step.failed` when the element asks for none, or its template is missing or cannot be filled
 */
export function draftDocument(dossier: Dossier, elementId: string, context: TextContext): DraftedDocument {
  const asked = document.of(context.procedure.facts[elementId]);
  if (!asked) throw new Problem('step.failed', { elementId, expected: 'an iter:document' });
  const text = fillTemplate(
    templateAt(context.procedure, asked.template, elementId),
    textContext(dossier, context),
    context.now,
  );
  return { ...text, kind: asked.kind, title: asked.title, readableBy: ['applicant'] };
}

/**
 * A template of the procedure.
 *
 * @throws Problem `step.failed` naming element and template when there is none
 */
export function templateAt(procedure: DrawnProcedure, templateId: string, elementId: string): Template {
  const template = procedure.templates[templateId];
  if (template) return template;
  throw new Problem('step.failed', {
    elementId,
    template: templateId,
    expected: Object.keys(procedure.templates).join(', '),
  });
}
