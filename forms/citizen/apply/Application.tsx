import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { Draft } from '../../contract/drafts.ts';
import type { ServiceCard } from '../../contract/procedures.ts';
import { Button } from '../../kit/Button.tsx';
import { Callout } from '../../kit/Callout.tsx';
import { FormPages, SUMMARY_STEP } from '../../kit/FormPages.tsx';
import type { FormDocument } from '../../schema/document.ts';
import { pageOfPath } from '../../schema/pages.ts';
import { readForm } from '../../schema/read.ts';
import { t } from '../../text/text.ts';
import { host } from '../host.ts';
import { Breadcrumb } from '../layout/Breadcrumb.tsx';
import { PageTitle, useStepTitle } from '../layout/PageTitle.tsx';
import { sessionKey } from '../queries.ts';
import { todayOf } from '../today.ts';
import { MergeNotice } from './MergeNotice.tsx';
import { PrivacyStep } from './PrivacyStep.tsx';
import { SaveStatus } from './SaveStatus.tsx';
import { SendDialog } from './SendDialog.tsx';
import { useAutosave } from './use-autosave.ts';
import { useSending } from './use-sending.ts';
import { useStepFocus } from './use-step-focus.ts';
import { PRIVACY_STEP, useSteps } from './use-steps.ts';

interface ApplicationProps {
  readonly draft: Draft;
  readonly service: ServiceCard;
}

/** A draft being filled in: notice on personal data, the pages of the form, the summary. */
export function Application({ draft, service }: ApplicationProps) {
  const { form, work, steps, goTo, sending, leave } = useApplication(draft);
  const { autosave, view, isRestored } = work;
  const { step } = steps;
  const focus = useStepFocus(step.id, view.generation);
  useStepTitle(`${step.label} — ${service.title}`);
  const common = {
    secondary: (
      <Button color="link" onClick={() => void leave()}>
        {t('citizen.apply.saveAndLeave')}
      </Button>
    ),
  };
  return (
    <div className="container apply" {...focus}>
      <Way draft={draft} title={service.title} />
      <PageTitle title={service.title} />
      <SaveStatus state={view.state} onSave={() => void autosave.flush()} />
      {isRestored ? <Callout tone="info">{t('citizen.apply.restored')}</Callout> : null}
      {view.mergedKeys ? <MergeNotice form={form} keys={view.mergedKeys} /> : null}
      {step.id === PRIVACY_STEP.id ? (
        <PrivacyStep
          {...common}
          notice={service.privacyNotice}
          steps={steps.steps}
          current={step.id}
          onStart={() => goTo(steps.firstPageId)}
        />
      ) : (
        <FormPages
          {...common}
          key={view.generation}
          form={form}
          answers={view.answers}
          context={draft.context}
          today={todayOf(draft.context)}
          host={host}
          locked={draft.lockedKeys}
          step={step.id}
          stepsBefore={[PRIVACY_STEP]}
          serverIssues={sending.issues.filter((issue) => isShownOn(step.id, form, issue.path))}
          busy={sending.isSending}
          submitLabel={t('citizen.apply.send')}
          onStep={goTo}
          onChange={autosave.change}
          onSubmit={sending.ask}
        />
      )}
      {sending.isAsking ? <SendDialog sending={sending} /> : null}
    </div>
  );
}

const isShownOn = (stepId: string, form: FormDocument, path: string): boolean =>
  stepId === SUMMARY_STEP || pageOfPath(form, path) === stepId;

/** The draft at work: kept saved, gone through step by step, sent. */
function useApplication(draft: Draft) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const form = useMemo(() => formOf(draft), [draft]);
  const work = useAutosave(draft, () => void queries.invalidateQueries({ queryKey: sessionKey }));
  const { autosave, view } = work;
  const context = { ...draft.context, today: todayOf(draft.context) };
  const steps = useSteps({ form, answers: view.answers, context, lastStepId: draft.pageId });
  const goTo = (stepId: string): void => {
    steps.open(stepId);
    autosave.goTo(stepId);
  };
  const sending = useSending(autosave, {
    draftId: draft.draftId,
    openPageOf: (path) => goTo(pageOfPath(form, path) ?? SUMMARY_STEP),
  });
  const leave = async (): Promise<void> => {
    if (await autosave.flush()) await navigate('/pratiche');
  };
  return { form, work, steps, goTo, sending, leave };
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
