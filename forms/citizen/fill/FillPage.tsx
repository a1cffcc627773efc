import { useMutation, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { DossierDetail, FormToFill } from '../../contract/dossiers.ts';
import { Button } from '../../kit/Button.tsx';
import { Callout } from '../../kit/Callout.tsx';
import { Form } from '../../kit/Form.tsx';
import { useLanguage } from '../../kit/use-language.ts';
import { KeptNote } from '../../kit/KeptNote.tsx';
import { useKeptAnswers, type KeptAnswers, type ToKeep } from '../../kit/use-kept-answers.ts';
import { Markdownish } from '../../kit/Markdownish.tsx';
import type { Answers, FormDocument } from '../../schema/document.ts';
import { localise } from '../../schema/localise.ts';
import { readForm } from '../../schema/read.ts';
import { formatTheDate } from '../../text/format.ts';
import { t } from '../../text/text.ts';
import { issuesOf } from '../apply/use-sending.ts';
import { JUST_DONE } from '../dossier/DossierPage.tsx';
import { host } from '../host.ts';
import { titleOf, wordsOf, type Words } from '../../kit/own-language.ts';
import { Breadcrumb } from '../layout/Breadcrumb.tsx';
import { PageLoading } from '../layout/PageLoading.tsx';
import { PageTitle } from '../layout/PageTitle.tsx';
import { Refusal } from '../layout/Refusal.tsx';
import { Said } from '../../kit/Said.tsx';
import { dossierQuery, dossiersKey, useSession } from '../queries.ts';
import { todayOf } from '../today.ts';
import { ConfirmFill } from './ConfirmFill.tsx';

interface FillPageProps {
  readonly dossierId: string;
  /** The task or the act, by which what is written is kept until it is sent. */
  readonly subject: string;
  /** Keeps on the server what is written; absent for an act, which nobody has begun until it is sent. */
  readonly save?: ToKeep['save'];
  /** What is to be filled in, on its way from the server. */
  readonly query: UseQueryResult<FormToFill>;
  /** Sends the answers; gives the dossier as it is afterwards. */
  readonly send: (answers: Answers) => Promise<DossierDetail>;
}

/** A step of a dossier that the reader takes: fetched, filled in, confirmed, sent, and back to the dossier. */
export function FillPage({ query, ...page }: FillPageProps) {
  const person = useSession().data?.person;
  const [personId] = useState(person?.personId ?? '');
  if (query.isPending) return <PageLoading />;
  if (query.data === undefined) return <Refusal error={query.error} onRetry={() => void query.refetch()} />;
  return <Fill {...page} toFill={query.data} personId={personId} />;
}

interface FillProps extends Omit<FillPageProps, 'query'> {
  readonly toFill: FormToFill;
  /** Who fills it in, also once their session has ended. */
  readonly personId: string;
}

function Fill({ dossierId, subject, toFill, personId, save, send }: FillProps) {
  const { intro, dueOn } = toFill;
  const title = titleOf(toFill);
  const form = useFormToFill(toFill);
  const kept = useKeptAnswers({ subject: `${dossierId}/${subject}`, personId, initial: toFill.answers, save });
  const [ready, setReady] = useState<Answers>();
  const sending = useFillSending({
    dossierId,
    send: async (answers) => {
      kept.stop();
      const dossier = await send(answers);
      kept.forget();
      return dossier;
    },
    onIssues: () => setReady(undefined),
  });
  const ask = (values: Answers): void => {
    sending.reset();
    setReady(values);
  };
  return (
    <div className="container apply">
      <Breadcrumb
        crumbs={[
          { label: t('citizen.dossiers.title'), to: '/pratiche' },
          { label: t('citizen.dossier.breadcrumb'), to: `/pratiche/${dossierId}` },
          { label: title.text },
        ]}
      />
      <PageTitle title={title.text}>
        <Said words={title} />
      </PageTitle>
      {dueOn ? <Callout tone="warning">{t('citizen.fill.due', { date: formatTheDate(dueOn) })}</Callout> : null}
      {toFill.isCorrection ? <Callout tone="info">{t('citizen.fill.correction')}</Callout> : null}
      {intro ? <Intro words={wordsOf(intro, toFill.introInEnglish)} /> : null}
      {kept.isRestored ? <Callout tone="info">{t('citizen.apply.restored')}</Callout> : null}
      <FillForm
        dossierId={dossierId}
        form={form}
        toFill={toFill}
        kept={kept}
        isSaved={save !== undefined}
        sending={sending}
        onReady={ask}
      />
      {ready ? (
        <ConfirmFill
          given={form && { form, answers: ready, context: contextOf(toFill), host }}
          error={sending.error}
          busy={sending.isPending}
          onConfirm={() => sending.mutate(ready)}
          onCancel={() => setReady(undefined)}
        />
      ) : null}
    </div>
  );
}

const Intro = ({ words: { text, ...inLanguage } }: { readonly words: Words }) => (
  <div className="mb-4" {...inLanguage}>
    <Markdownish text={text} />
  </div>
);

interface FillSending {
  readonly dossierId: string;
  readonly send: FillPageProps['send'];
  /** The server found something wrong in the answers. */
  readonly onIssues: () => void;
}

/** Sending; what the server gives back is the dossier that the next page shows. */
function useFillSending({ dossierId, send, onIssues }: FillSending) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async (dossier) => {
      queries.setQueryData(dossierQuery(dossierId).queryKey, dossier);
      void queries.invalidateQueries({ queryKey: dossiersKey });
      await navigate(`/pratiche/${dossierId}`, { state: JUST_DONE });
    },
    onError: (error) => {
      if (issuesOf(error).length > 0) onIssues();
    },
  });
}

interface FillFormProps {
  readonly dossierId: string;
  /** Absent for a step that asks for nothing. */
  readonly form: FormDocument | undefined;
  readonly toFill: FormToFill;
  readonly kept: KeptAnswers;
  /** What is written goes to the server. */
  readonly isSaved: boolean;
  readonly sending: ReturnType<typeof useFillSending>;
  readonly onReady: (answers: Answers) => void;
}

/** The form of the step, or its one button. */
function FillForm({ dossierId, form, toFill, kept, isSaved, sending, onReady }: FillFormProps) {
  const spoken = useLanguage();
  const { context, lockedKeys, held } = toFill;
  const back = (
    <Link className="btn btn-link" to={`/pratiche/${dossierId}`}>
      {t('citizen.fill.cancel')}
    </Link>
  );
  if (form === undefined) {
    return (
      <>
        <p className="lead">{t('citizen.fill.noForm')}</p>
        <div className="iter-form-buttons">
          <Button color="primary" onClick={() => onReady({})}>
            {t('citizen.fill.submit')}
          </Button>
          {back}
        </div>
      </>
    );
  }
  return (
    <Form
      key={spoken}
      form={form}
      answers={kept.answers}
      context={context}
      today={todayOf(context)}
      host={host}
      locked={lockedKeys}
      held={held}
      serverIssues={issuesOf(sending.error)}
      busy={sending.isPending}
      submitLabel={t('citizen.fill.submit')}
      secondary={
        <>
          {back}
          {isSaved ? <KeptNote state={kept.state} /> : null}
        </>
      }
      onChange={kept.change}
      onSubmit={onReady}
    />
  );
}

/** What expressions see, with the day that the server reckons with. */
const contextOf = ({ context }: FormToFill): Answers => ({ ...context, today: todayOf(context) });

/** The form to fill in the language of the reader, if the step has one. */
function useFormToFill(toFill: FormToFill): FormDocument | undefined {
  const spoken = useLanguage();
  const written = useMemo(() => readToFill(toFill), [toFill]);
  return useMemo(() => written && localise(written, spoken), [written, spoken]);
}

/** The form as it is written. The server has read it before; one that does not read is a defect. */
function readToFill({ form, title }: FormToFill) {
  if (form === undefined) return undefined;
  const reading = readForm(form);
  if (reading.form) return reading.form;
  throw new Error(`The form of "${title}" is not readable: ${JSON.stringify(reading.issues)}`);
}
