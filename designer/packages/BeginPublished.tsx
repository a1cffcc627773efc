import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { problemOf } from '../../forms/kit/failure.ts';
import { Loading } from '../../forms/kit/Loading.tsx';
import { Problem } from '../../forms/kit/Problem.tsx';
import { t } from '../../forms/text/designer.ts';
import { proceduresQuery } from '../queries.ts';
import { Labelled } from './Labelled.tsx';
import { nameFault } from './names.ts';
import { TextField } from './TextField.tsx';
import { Way, type WayProps } from './Way.tsx';

/** A published procedure: itself, or a copy under another name. */
export function PublishedWay({ isBusy, onBegin }: WayProps) {
  const { data, error, refetch } = useQuery(proceduresQuery);
  const [chosen, setChosen] = useState<string>();
  const [copy, setCopy] = useState<string>();
  const [isAsked, setAsked] = useState(false);
  const procedureId = chosen ?? data?.items[0]?.procedureId;
  const fault = copy === undefined ? undefined : nameFault(copy);
  const submit = (): void => {
    setAsked(true);
    if (procedureId === undefined || fault !== undefined) return;
    onBegin({ type: 'published', procedureId, ...(copy !== undefined && { as: copy }) });
  };
  return (
    <Way
      title={t('designer.packages.begin.published')}
      lead={t('designer.packages.begin.publishedLead')}
      isBusy={isBusy || procedureId === undefined}
      onSubmit={submit}
    >
      {error !== null && <Problem problem={problemOf(error)} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data?.items.length === 0 && <p>{t('designer.packages.begin.procedures')}</p>}
      {data !== undefined && data.items.length > 0 && (
        <Labelled label={t('designer.packages.begin.procedure')}>
          {(links) => (
            <select
              {...links}
              className="form-control"
              value={procedureId}
              onChange={({ target }) => setChosen(target.value)}
            >
              {data.items.map((each) => (
                <option key={each.procedureId} value={each.procedureId}>
                  {each.title}
                </option>
              ))}
            </select>
          )}
        </Labelled>
      )}
      <Use isCopy={copy !== undefined} onChoose={(isCopy) => setCopy(isCopy ? '' : undefined)} />
      {copy !== undefined && (
        <TextField
          label={t('designer.packages.begin.name')}
          hint={t('designer.packages.begin.nameHint')}
          fault={isAsked ? fault : undefined}
          value={copy}
          onChange={setCopy}
        />
      )}
    </Way>
  );
}

function Use({ isCopy, onChoose }: { readonly isCopy: boolean; readonly onChoose: (isCopy: boolean) => void }) {
  const name = useId();
  return (
    <fieldset className="fb-choice">
      <legend>{t('designer.packages.begin.use')}</legend>
      {[false, true].map((each) => (
        <label key={String(each)} className="fb-check">
          <input type="radio" name={name} checked={isCopy === each} onChange={() => onChoose(each)} />
          {t(each ? 'designer.packages.begin.useCopy' : 'designer.packages.begin.useItself')}
        </label>
      ))}
    </fieldset>
  );
}
