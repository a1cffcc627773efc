import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { DossierDetail, FormToFill } from '../../contract/dossiers.ts';
import { Button } from '../../kit/Button.tsx';
import { Callout } from '../../kit/Callout.tsx';
import { Form } from '../../kit/Form.tsx';
import { Markdownish } from '../../kit/Markdownish.tsx';
import type { Answers } from '../../schema/document.ts';
import { readForm } from '../../schema/read.ts';
import { formatDate } from '../../text/format.ts';
import { t } from '../../text/text.ts';
import { issuesOf } from '../apply/use-sending.ts';
import { JUST_DONE } from '../dossier/DossierPage.tsx';
import { host } from '../host.ts';
import { Breadcrumb } from '../layout/Breadcrumb.tsx';
import { PageTitle } from '../layout/PageTitle.tsx';
import { dossierQuery, dossiersQuery } from '../queries.ts';
import { todayOf } from '../today.ts';
import { ConfirmFill } from './ConfirmFill.tsx';

interface FillPageProps {
  readonly dossierId: string;
  readonly toFill: FormToFill;
  /** Sends the answers; gives the dossier as it is afterwards. */
  readonly send: (answers: Answers) => Promise<DossierDetail>;
}

/** A form inside a dossier: filled in, confirmed, sent, and back to the dossier. */
export function FillPage({ dossierId, toFill, send }: FillPageProps) {
  const { title, intro, dueOn, answers, context, lockedKeys } = toFill;
  const [ready, setReady] = useState<Answers>();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const form = useMemo(() => readToFill(toFill), [toFill]);
  const sending = useMutation({
    mutationFn: send,
    onSuccess: async (dossier) => {
      queries.setQueryData(dossierQuery(dossierId).queryKey, dossier);
      void queries.invalidateQueries({ queryKey: dossiersQuery.queryKey });
      await navigate(`/pratiche/${dossierId}`, { state: JUST_DONE });
    },
    onError: (error) => {
      if (issuesOf(error).length > 0) setReady(undefined);
    },
  });
  const ask = (values: Answers): void => {
    sending.reset();
    setReady(values);
  };
  const back = (
    <Link className="btn btn-link" to={`/pratiche/${dossierId}`}>
      {t('citizen.fill.cancel')}
    </Link>
  );

  return (
    <div className="container apply">
      <Breadcrumb
        crumbs={[
          { label: t('citizen.dossiers.title'), to: '/pratiche' },
          { label: t('citizen.dossier.breadcrumb'), to: `/pratiche/${dossierId}` },
          { label: title },
        ]}
      />
      <PageTitle title={title} />
      {dueOn ? <Callout tone="warning">{t('citizen.fill.due', { date: formatDate(dueOn) })}</Callout> : null}
      {intro ? <Markdownish text={intro} /> : null}
      {form ? (
        <Form
          form={form}
          answers={answers}
          context={context}
          today={todayOf(context)}
          host={host}
          locked={lockedKeys}
          serverIssues={issuesOf(sending.error)}
          busy={sending.isPending}
          submitLabel={t('citizen.fill.submit')}
          secondary={back}
          onSubmit={ask}
        />
      ) : (
        <>
          <p className="lead">{t('citizen.fill.noForm')}</p>
          <div className="iter-form-buttons">
            {back}
            <Button color="primary" onClick={() => ask({})}>
              {t('citizen.fill.submit')}
            </Button>
          </div>
        </>
      )}
      {ready ? (
        <ConfirmFill
          error={sending.error}
          busy={sending.isPending}
          onConfirm={() => sending.mutate(ready)}
          onCancel={() => setReady(undefined)}
        />
      ) : null}
    </div>
  );
}

/** The form to fill, if the step has one. The server has read it before; one that does not read is a defect. */
function readToFill({ form, title }: FormToFill) {
  if (form === undefined) return undefined;
  const reading = readForm(form);
  if (reading.form) return reading.form;
  throw new Error(`The form of "${title}" is not readable: ${JSON.stringify(reading.issues)}`);
}
