import type { AnswerSection, SubmissionView } from '../../../forms/contract/submissions.ts';
import { formContext } from '../../core/answering.ts';
import { romeDay } from '../../core/calendar.ts';
import { executionOf, ownExecution } from '../../core/called.ts';
import { englishNamesOf } from '../../words/record/english-names.ts';
import type { DossierEvent } from '../../core/event.ts';
import { isOneOfMany } from '../../core/one-of-many.ts';
import type { Procedure } from '../../core/procedure.ts';
import { withParts } from '../../core/with-parts.ts';
import type { KeptSubmission } from '../../core/submission.ts';
import type { AnswerNames } from '../../store/answer-names.ts';
import { presentAnswers, provenanceIn, type AnswerReading } from './answers.ts';
import { defined } from './defined.ts';

/** A submission with the procedure whose form it is. */
export interface FilledForm {
  readonly submission: KeptSubmission;
  readonly procedure: Procedure;
  readonly choiceLabels: AnswerNames['choiceLabels'];
}

/** What submissions are shown with. */
export interface SubmissionReading extends Pick<AnswerReading, 'summarise'> {
  readonly events: readonly DossierEvent[];
  readonly bodyNames: AnswerNames['bodyNames'];
}

/**
 * Every submission as it was sent, the first first. Where two of them answer the same, each row shows the other answer
 * as well. Submissions that nothing was answered in are left out.
 */
export function presentSubmissions(forms: readonly FilledForm[], reading: SubmissionReading): SubmissionView[] {
  const shown = forms
    .map((form) => ({ form, view: presentOne(form, reading) }))
    .filter(({ view }) => view.sections.length > 0);
  return shown.map(({ form, view }) => {
    const others = shown.filter((other) => other.form !== form && answerTheSame(form, other.form, forms));
    const corrected = shown.find((other) => other.view.sequence === view.corrects)?.view;
    const sections = view.sections.map((section) => withOthers(section, others));
    return { ...view, sections: corrected === undefined ? sections : withBefore(sections, corrected.sections) };
  });
}

function presentOne(form: FilledForm, { events, bodyNames, summarise }: SubmissionReading): SubmissionView {
  const { submission, procedure, choiceLabels } = form;
  const { sequence, kind, corrects, elementId, formId, answers, at, author } = submission;
  const { data = {} } = events.find((event) => event.sequence === sequence) ?? {};
  const own = { today: romeDay(at), ...submission.context };
  const context = { ...formContext(procedure, at), ...own, bodyNames, choiceLabels };
  const provenance = kind === 'application' ? { provenance: provenanceIn(events) } : {};
  return {
    sequence,
    kind,
    ...defined({ corrects }),
    name: String(data['name'] ?? data['label'] ?? ''),
    ...defined({ nameInEnglish: englishNamesOf(procedure).element(elementId), about: aboutIn(data, author.name) }),
    at,
    by: author.name,
    ...defined({ onBehalfOf: author.onBehalfOf }),
    ...(submission.hash === undefined ? { carried: true } : {}),
    sections: presentAnswers(withParts(procedure).forms[formId], answers, {
      context,
      ...provenance,
      ...defined({ summarise }),
    }),
  };
}

/** Which of several tasks it answers; nothing where that is its author, who is named anyway. */
function aboutIn({ about }: DossierEvent['data'], author: string): string | undefined {
  return typeof about === 'string' && about !== author ? about : undefined;
}

/** Whether two submissions write into the same answers: in the same execution, and not each for somebody else. */
const answerTheSame = (one: FilledForm, other: FilledForm, all: readonly FilledForm[]): boolean =>
  answeredIn(one, all) === answeredIn(other, all) && ![one, other].some(isEachForThemself);

// A correction may be one of several tasks, but it writes into the answers of the form that it corrects.
const isEachForThemself = ({ submission: { elementId, kind }, procedure }: FilledForm): boolean =>
  kind !== 'correction' && isOneOfMany(elementId, procedure);

/** The execution whose answers a form holds. A form of the procedure that stands in for one of a part holds its own. */
function answeredIn({ submission, procedure }: FilledForm, all: readonly FilledForm[]): string {
  const { formId, waitId = '', corrects } = submission;
  const corrected = all.find((one) => one.submission.sequence === corrects);
  if (corrected !== undefined) return answeredIn(corrected, all);
  return formId in procedure.forms ? ownExecution : executionOf(waitId);
}

function withOthers(section: AnswerSection, others: readonly { readonly view: SubmissionView }[]): AnswerSection {
  const rows = section.rows.map((row) => {
    const answered = others.flatMap(({ view: { sequence, at, by, sections } }) =>
      sections
        .flatMap((other) => other.rows)
        .filter(({ key, text }) => key === row.key && text !== row.text)
        .map(({ text }) => ({ sequence, at, by, text })),
    );
    return answered.length === 0 ? row : { ...row, others: answered };
  });
  return { ...section, rows };
}

/** The answers of a correction, each that has changed with what it was; one that is gone stands there empty. */
function withBefore(sections: readonly AnswerSection[], corrected: readonly AnswerSection[]): AnswerSection[] {
  const before = new Map(corrected.flatMap(({ rows }) => rows).map((row) => [row.key, row]));
  const now = new Set(sections.flatMap(({ rows }) => rows).map(({ key }) => key));
  const gone = [...before.values()].filter(({ key }) => !now.has(key));
  const compared = sections.map(({ title, rows }) => ({
    title,
    rows: rows.map((row) => {
      const text = before.get(row.key)?.text ?? '';
      return text === row.text ? row : { ...row, before: text };
    }),
  }));
  if (gone.length === 0) return compared;
  return [
    ...compared,
    { title: '', rows: gone.map(({ key, label, text }) => ({ key, label, text: '', before: text })) },
  ];
}
