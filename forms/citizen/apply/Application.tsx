import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { Draft } from '../../contract/drafts.ts';
import type { ServiceCard } from '../../contract/procedures.ts';
import { Button } from '../../kit/Button.tsx';
import { Callout } from '../../kit/Callout.tsx';
import { FormPages, SUMMARY_STEP, type FormPagesProps } from '../../kit/FormPages.tsx';
import { afterUploads } from '../../kit/uploads-in-hand.ts';
import { useLanguage } from '../../kit/use-language.ts';
import type { FormDocument } from '../../schema/document.ts';
import { localise } from '../../schema/localise.ts';
import { pageOfPath } from '../../schema/pages.ts';
import { readForm } from '../../schema/read.ts';
import { language } from '../../text/language.ts';
import { t } from '../../text/text.ts';
import { host } from '../host.ts';
import { allWordsOf } from '../../kit/own-language.ts';
import { Breadcrumb } from '../layout/Breadcrumb.tsx';
import { PageTitle, useStepTitle } from '../layout/PageTitle.tsx';
import { sessionKey } from '../queries.ts';
import { shortCard } from '../service/short-card.ts';
import { todayOf } from '../today.ts';
import { CompetentBody } from './CompetentBody.tsx';
import { FormChangeNotice } from './FormChangeNotice.tsx';
import { MergeNotice } from './MergeNotice.tsx';
import { PrivacyStep } from './PrivacyStep.tsx';
import { apart, setReason, withReasons } from './reasons.ts';
import { SaveStatus } from './SaveStatus.tsx';
import { SendDialog } from './SendDialog.tsx';
import { useAutosave, type DraftAtWork } from './use-autosave.ts';
import { useSending, type Sending } from './use-sending.ts';
import { useStepFocus } from './use-step-focus.ts';
import { useCompetentBody } from './use-competent-body.ts';
import { PRIVACY_STEP, useSteps, type Steps } from './use-steps.ts';

interface ApplicationProps {
  readonly draft: Draft;
  readonly service: ServiceCard;
  /** The application was not sent, because its form had changed. */
  readonly isHeldBack: boolean;
  readonly onHeldBack: () => void;
}

/** A draft being filled in: notice on personal data, the pages of the form, the summary. */
export function Application({ draft, service, isHeldBack, onHeldBack }: ApplicationProps) {
  const { form, work, steps, goTo, sending, leave, competent } = useApplication({ draft, service, onHeldBack });
  const { autosave, view, isRestored } = work;
  const { step } = steps;
  const focus = useStepFocus(step.id, view.generation);
  const { title, attributes } = shortCard(service);
  useStepTitle(`${step.label} — ${title}`);
  const secondary = (
    <Button color="link" onClick={() => afterUploads(() => void leave())}>
      {t('citizen.apply.saveAndLeave')}
    </Button>
  );
  return (
    <div className="container apply" {...focus}>
      <Way draft={draft} title={title} />
      <PageTitle title={title}>
        <span {...attributes}>{title}</span>
      </PageTitle>
      <SaveStatus state={view.state} onSave={() => void autosave.flush()} />
      {isRestored ? <Callout tone="info">{t('citizen.apply.restored')}</Callout> : null}
      <MergeNotice form={form} context={draft.context} autosave={autosave} view={view} />
      <FormChangeNotice draft={draft} form={form} isRefused={isHeldBack} onGo={goTo} />
      {step.id === PRIVACY_STEP ? (
        <PrivacyStep
          notice={allWordsOf(service.privacyNotice, service.translations?.en?.privacyNotice)}
          steps={steps.steps}
          current={step.id}
          secondary={secondary}
          onStart={() => goTo(steps.firstPageId)}
        />
      ) : (
        <Pages
          draft={draft}
          form={form}
          work={work}
          steps={steps}
          sending={sending}
          onStep={goTo}
          secondary={secondary}
          {...(competent !== undefined && { summaryNote: <CompetentBody found={competent} /> })}
        />
      )}
      {sending.isAsking ? <SendDialog sending={sending} /> : null}
    </div>
  );
}

interface PagesProps extends Pick<FormPagesProps, 'form' | 'onStep' | 'secondary' | 'summaryNote'> {
  readonly draft: Draft;
  readonly work: DraftAtWork;
  readonly steps: Steps;
  readonly sending: Sending;
}

/** The pages of the form, with what is known of the person and why they correct it. */
function Pages({ draft, form, work, steps, sending, ...rest }: PagesProps) {
  const { autosave, view } = work;
  const { answers, reasons } = useMemo(() => apart(view.answers), [view.answers]);
  const { step } = steps;
  return (
    <FormPages
      {...rest}
      // Sentences that are shown already are written again when the language changes.
      key={`${view.generation} ${language()}`}
      form={form}
      pages={steps.pages}
      answers={answers}
      context={draft.context}
      today={todayOf(draft.context)}
      host={host}
      locked={draft.lockedKeys}
      known={draft.known}
      declared={draft.declared}
      reasons={reasons}
      step={step.id}
      stepsBefore={steps.before}
      serverIssues={sending.issues.filter((issue) => isShownOn(step.id, form, issue.path))}
      busy={sending.isSending}
      submitLabel={t('citizen.apply.send')}
      onChange={(written) => autosave.change(withReasons(written, apart(autosave.view().answers).reasons))}
      onReason={(key, reason) => autosave.change(setReason(autosave.view().answers, key, reason))}
      onSubmit={sending.ask}
    />
  );
}

const isShownOn = (stepId: string, form: FormDocument, path: string): boolean =>
  stepId === SUMMARY_STEP || pageOfPath(form, path) === stepId;

/** The draft at work: kept saved, gone through step by step, sent. */
function useApplication({ draft, service, onHeldBack }: Pick<ApplicationProps, 'draft' | 'service' | 'onHeldBack'>) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const spoken = useLanguage();
  const written = useMemo(() => formOf(draft), [draft]);
  const form = useMemo(() => localise(written, spoken), [written, spoken]);
  const work = useAutosave(draft, written, () => void queries.invalidateQueries({ queryKey: sessionKey }));
  const { autosave, view } = work;
  const { answers } = useMemo(() => apart(view.answers), [view.answers]);
  const { context } = draft;
  const steps = useSteps({ form, answers, context, today: todayOf(context), lastStepId: draft.pageId });
  const goTo = (stepId: string): void => {
    steps.open(stepId);
    autosave.goTo(stepId);
  };
  const competent = useCompetentBody(draft.procedureId, service, answers);
  const sending = useSending(autosave, {
    draftId: draft.draftId,
    bodyId: competent?.body?.bodyId,
    openPageOf: (path) => goTo(pageOfPath(form, path) ?? SUMMARY_STEP),
    onHeldBack,
  });
  const leave = async (): Promise<void> => {
    if (await autosave.flush()) await navigate('/pratiche');
  };
  return { form, work, steps, goTo, sending, leave, competent };
}

/** The form of a draft. The server has read it before it was published; one that does not read is a defect. */
function formOf({ form, procedureId }: Draft): FormDocument {
  const reading = readForm(form);
  if (reading.form) return reading.form;
  throw new Error(`The form of ${procedureId} is not readable: ${JSON.stringify(reading.issues)}`);
}

const Way = ({ draft, title }: { readonly draft: Draft; readonly title: string }) => (
  <Breadcrumb
    crumbs={[
      { label: t('citizen.layout.services'), to: '/' },
      { label: title, to: `/servizi/${draft.procedureId}` },
      { label: t('citizen.apply.request') },
    ]}
  />
);
