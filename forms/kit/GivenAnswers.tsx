import type { Answers as AnswerValues, FormDocument } from '../schema/document.ts';
import { summarise } from '../schema/summary.ts';
import { Answers } from './Answers.tsx';
import type { Host } from './host.ts';
import { useBodyNames } from './use-body-names.ts';
import { useChoiceLabels } from './use-choice-labels.ts';

/** Settings of the last look at what was answered. */
export interface GivenAnswersProps {
  readonly form: FormDocument;
  readonly answers: AnswerValues;
  /** What expressions may refer to besides the answers, with `today`. */
  readonly context: AnswerValues;
  /** Knows the names of what the answers hold as ids and codes, and where files are opened. */
  readonly host: Host;
}

/** What was answered, before it is sent: page by page, its files to open. */
export function GivenAnswers({ form, answers, context, host }: GivenAnswersProps) {
  const bodyNames = useBodyNames(form, answers, host);
  const choiceLabels = useChoiceLabels(form, host);
  return summarise(form, answers, { bodyNames, choiceLabels, ...context }).map((page) => (
    <section key={page.id}>
      {page.title === '' ? null : <h3 className="h5">{page.title}</h3>}
      <Answers rows={page.rows} attachmentHref={host.uploads?.href} />
    </section>
  ));
}
