import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Answers, FormDocument, Issue } from '../schema/document.ts';
import { pageOfPath, visiblePages, type Page } from '../schema/pages.ts';
import { t } from '../text/text.ts';
import { Button } from './Button.tsx';
import { ErrorSummary } from './ErrorSummary.tsx';
import { Form } from './Form.tsx';
import type { Host } from './host.ts';
import type { KnownProps } from './known.ts';
import { issueTextIn } from './issue-words.ts';
import { withItemName } from './item-name.ts';
import { judge } from './judge.ts';
import { Stepper, type Step } from './Stepper.tsx';
import { Summary } from './Summary.tsx';
import { afterUploads } from './uploads-in-hand.ts';
import { useBodyNames } from './use-body-names.ts';
import { useChoiceLabels } from './use-choice-labels.ts';
import { useVisiblePages } from './use-visible-pages.ts';

/** The id of the last step, where everything is read once more. */
export const SUMMARY_STEP = 'summary';

/** Settings of a form that is gone through page by page. */
export interface FormPagesProps extends KnownProps {
  readonly form: FormDocument;
  /** The pages to go through, where the app has asked `useVisiblePages` for its own needs. */
  readonly pages?: readonly Page[];
  readonly answers: Answers;
  readonly context?: Answers;
  /** The day in Europe/Rome, `YYYY-MM-DD`. */
  readonly today: string;
  readonly host?: Host;
  readonly locked?: readonly string[];
  /** The id of the page shown, or `summary`; an unknown or hidden one shows the first page. */
  readonly step: string;
  /** Steps before and after those of the form, such as the notice on personal data. */
  readonly stepsBefore?: readonly Step[];
  readonly onStep: (stepId: string) => void;
  readonly onChange: (answers: Answers) => void;
  /** Called on the summary. */
  readonly onSubmit: (answers: Answers) => void | Promise<void>;
  readonly serverIssues?: readonly Issue[];
  readonly busy?: boolean;
  readonly submitLabel?: string;
  /** What stands above the last button, such as the value of the declarations (D.P.R. 445/2000, art. 76). */
  readonly summaryNote?: ReactNode;
  /** Further buttons on every step, such as "save and go on later". */
  readonly secondary?: ReactNode;
}

/** The title of a step, which takes the focus when the step changes. */
function StepTitle({
  step,
  title,
  description,
}: {
  readonly step: string;
  readonly title: string;
  readonly description?: string;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) heading.current?.focus();
    isFirst.current = false;
  }, [step]);
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className="iter-step-title">
        {title}
      </h2>
      {description && <p className="iter-step-lead">{description}</p>}
    </>
  );
}

const BackButton = ({ onClick }: { readonly onClick: () => void }) => (
  <Button color="primary" outline onClick={onClick}>
    {t('kit.form.back')}
  </Button>
);

/**
 * The pages in which something is missing, for the summary: by its address it can be opened before they were gone
 * through. Nobody writes there, so the whole form is judged as rarely as the summary is drawn.
 */
function unfinishedPages({ step, form, answers, ...judged }: FormPagesProps): readonly string[] {
  if (step !== SUMMARY_STEP) return [];
  return judge(answers, { ...judged, form }).issues.flatMap(({ path }) => pageOfPath(form, path) ?? []);
}

/** The whole form judged once more before it is sent: pages may have been skipped by their address. */
function useLastCheck({ answers, onSubmit, serverIssues = [], ...judged }: FormPagesProps) {
  const [own, setOwn] = useState<{ readonly issues: readonly Issue[]; readonly attempt: number }>({
    issues: [],
    attempt: 0,
  });
  const send = (): void => {
    const { values, issues } = judge(answers, judged);
    setOwn(({ attempt }) => ({ issues, attempt: attempt + 1 }));
    if (issues.length === 0) void onSubmit(values);
  };
  return { issues: own.issues.length > 0 ? own.issues : serverIssues, attempt: own.attempt, send };
}

function SummaryStep({ previous, ...props }: FormPagesProps & { readonly previous: Page | undefined }) {
  const { form, answers, context, today, host, onStep } = props;
  const { issues, attempt, send } = useLastCheck(props);
  const bodyNames = useBodyNames(form, answers, host);
  const choiceLabels = useChoiceLabels(form, host);
  return (
    <>
      <ErrorSummary
        attempt={attempt + (props.serverIssues?.length ?? 0)}
        entries={issues.map((issue) => {
          const pageId = pageOfPath(form, issue.path);
          return {
            id: issue.path,
            text: withItemName(form, issue.path, issueTextIn(form, issue)),
            onGo: pageId ? () => onStep(pageId) : undefined,
          };
        })}
      />
      <p className="iter-step-lead">{t('kit.summary.intro')}</p>
      <Summary
        form={form}
        answers={answers}
        context={{ bodyNames, choiceLabels, ...context, today }}
        attachmentHref={host?.uploads?.href}
        onEdit={onStep}
      />
      {props.summaryNote}
      <div className="iter-form-buttons">
        <Button busy={props.busy} color="primary" onClick={send}>
          {props.submitLabel ?? t('kit.form.confirmSend')}
        </Button>
        {previous && <BackButton onClick={() => onStep(previous.id)} />}
        {props.secondary}
      </div>
    </>
  );
}

/** Settings of the step of one page. */
interface PageStepProps extends FormPagesProps {
  readonly page: Page;
  readonly previous: Page | undefined;
  /** The step after this one, once the answers are these. */
  readonly next: (answers: Answers) => string;
}

function PageStep({ page, previous, next, ...props }: PageStepProps) {
  const { form, answers, context, today, host, locked, onChange, onStep, serverIssues } = props;
  const { known, declared, reasons, onReason } = props;
  return (
    <Form
      key={page.id}
      form={form}
      page={page.id}
      answers={answers}
      context={context}
      today={today}
      host={host}
      locked={locked}
      known={known}
      declared={declared}
      reasons={reasons}
      onReason={onReason}
      serverIssues={serverIssues}
      secondary={
        <>
          {previous && <BackButton onClick={() => onStep(previous.id)} />}
          {props.secondary}
        </>
      }
      onChange={onChange}
      onSubmit={(values) => {
        onChange(values);
        onStep(next(values));
      }}
    />
  );
}

/** A form page by page with its steps, ending with the summary. Where the person is, the app keeps, in the address. */
export function FormPages(props: FormPagesProps) {
  // A file that arrives after its page has gone would be in no answer.
  const onStep = (stepId: string): void => afterUploads(() => props.onStep(stepId));
  const waiting = { ...props, onStep };
  return props.pages ? <KnownPages {...waiting} pages={props.pages} /> : <FoundPages {...waiting} />;
}

const FoundPages = (props: FormPagesProps) => <KnownPages {...props} pages={useVisiblePages(props)} />;

function KnownPages(props: FormPagesProps & { readonly pages: readonly Page[] }) {
  const { form, context, today, step, stepsBefore = [], onStep, pages } = props;
  const at = Math.max(
    pages.findIndex((page) => page.id === step),
    0,
  );
  const page = step === SUMMARY_STEP ? undefined : pages[at];
  const summaryLabel = t('kit.stepper.summary');
  const steps = [
    ...stepsBefore,
    ...pages.map(({ id, label }) => ({ id, label })),
    { id: SUMMARY_STEP, label: summaryLabel },
  ];
  const next = (values: Answers): string => {
    const known = visiblePages(form, values, { ...context, today });
    return known[known.findIndex(({ id }) => id === page?.id) + 1]?.id ?? SUMMARY_STEP;
  };
  return (
    <div className="iter-pages">
      <Stepper steps={steps} current={page?.id ?? SUMMARY_STEP} onStep={onStep} unfinished={unfinishedPages(props)} />
      <StepTitle step={page?.id ?? SUMMARY_STEP} title={page?.label ?? summaryLabel} description={page?.description} />
      {page ? (
        <PageStep {...props} page={page} previous={pages[at - 1]} next={next} />
      ) : (
        <SummaryStep {...props} previous={pages.at(-1)} />
      )}
    </div>
  );
}
