import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Button } from '../../forms/kit/Button.tsx';
import { Callout } from '../../forms/kit/Callout.tsx';
import { Dialog } from '../../forms/kit/Dialog.tsx';
import { problemOf } from '../../forms/kit/failure.ts';
import { Loading } from '../../forms/kit/Loading.tsx';
import { PageHeading } from '../../forms/kit/PageHeading.tsx';
import { Problem } from '../../forms/kit/Problem.tsx';
import { formatDateTime } from '../../forms/text/format.ts';
import { t } from '../../forms/text/designer.ts';
import { partsOf } from '../forms/model/tree.ts';
import { keyOf } from '../forms/model/draft.ts';
import { formFiles, startEmpty, startFromFile, startFromProcedure, type Started } from '../forms/work/start-work.ts';
import { storageKeeper, type Work } from '../forms/work/keeping.ts';
import { workNames } from '../forms/work/names.ts';
import { proceduresQuery, sourcesQuery } from '../queries.ts';

/** The works at hand and the ways to begin one. */
export function HomePage() {
  const [keeper] = useState(() => storageKeeper(window.localStorage));
  const [works, setWorks] = useState(() => keeper.list());
  const [refusal, setRefusal] = useState<string>();
  const navigate = useNavigate();
  const begin = (started: Started): void => {
    if ('refusal' in started) return setRefusal(started.refusal);
    keeper.keep(started.work);
    void navigate(`/moduli/${started.work.workId}`);
  };
  return (
    <main id="contenuto" className="fb-home">
      <PageHeading windowTitle={t('designer.builder.app.window', { page: t('designer.builder.home.title') })}>
        {t('designer.builder.home.title')}
      </PageHeading>
      <p className="lead">{t('designer.builder.home.lead')}</p>
      {refusal !== undefined && (
        <Callout tone="danger" role="alert">
          <p className="mb-0">
            <strong>{t('designer.builder.faults.title')}.</strong> {refusal}
          </p>
        </Callout>
      )}
      <Works
        works={works}
        onRemove={(workId) => {
          keeper.remove(workId);
          setWorks(keeper.list());
        }}
      />
      <div className="fb-starts">
        <section className="fb-card">
          <h2 className="h4">{t('designer.builder.home.fresh')}</h2>
          <p>{t('designer.builder.home.freshLead')}</p>
          <Button color="primary" onClick={() => begin({ work: startEmpty() })}>
            {t('designer.builder.home.fresh')}
          </Button>
        </section>
        <FileStart onFile={(file) => void startFromFile(file).then(begin)} />
      </div>
      <Procedures onStart={begin} />
    </main>
  );
}

function Works({ works, onRemove }: { readonly works: readonly Work[]; readonly onRemove: (workId: string) => void }) {
  const [doomed, setDoomed] = useState<Work>();
  const names = workNames(works);
  const nameOf = ({ workId, draft }: Work): string => names.get(workId) ?? draft.id;
  return (
    <section className="fb-card">
      <h2 className="h4">{t('designer.builder.home.works')}</h2>
      {works.length === 0 ? (
        <p>{t('designer.builder.home.noWorks')}</p>
      ) : (
        <ul className="fb-works">
          {works.map((work) => (
            <WorkRow key={work.workId} work={work} name={nameOf(work)} onRemove={() => setDoomed(work)} />
          ))}
        </ul>
      )}
      <p className="fb-quiet mb-0">{t('designer.builder.home.worksNote')}</p>
      {doomed !== undefined && (
        <Dialog
          title={t('designer.builder.home.removeTitle', { name: nameOf(doomed) })}
          onClose={() => setDoomed(undefined)}
          actions={
            <>
              <Button color="primary" outline onClick={() => setDoomed(undefined)}>
                {t('designer.builder.home.cancel')}
              </Button>
              <Button
                color="danger"
                onClick={() => {
                  onRemove(doomed.workId);
                  setDoomed(undefined);
                }}
              >
                {t('designer.builder.home.removeConfirm')}
              </Button>
            </>
          }
        >
          <p>{t('designer.builder.home.removeText')}</p>
        </Dialog>
      )}
    </section>
  );
}

interface WorkRowProps {
  readonly work: Work;
  /** What tells it apart from others of the same form. */
  readonly name: string;
  readonly onRemove: () => void;
}

function WorkRow({ work, name, onRemove }: WorkRowProps) {
  const { draft, origin, changedAt, workId } = work;
  const count = partsOf(draft).filter((part) => keyOf(part) !== undefined).length;
  return (
    <li>
      <div>
        <Link to={`/moduli/${workId}`} className="fb-work-name">
          {name}
        </Link>
        <span className="fb-quiet">
          {t('designer.builder.home.fields', { count })}
          {origin !== undefined &&
            `, ${t('designer.builder.home.fromProcedure', { title: origin.title, version: origin.version })}`}
          . {t('designer.builder.home.changed', { at: formatDateTime(changedAt) })}
        </span>
      </div>
      <Button color="danger" outline size="xs" onClick={onRemove}>
        {t('designer.builder.home.remove', { name })}
      </Button>
    </li>
  );
}

function FileStart({ onFile }: { readonly onFile: (file: File) => void }) {
  return (
    <section className="fb-card">
      <h2 className="h4">{t('designer.builder.home.file')}</h2>
      <p>{t('designer.builder.home.fileLead')}</p>
      <label htmlFor="fb-file" className="form-label">
        {t('designer.builder.home.fileLabel')}
      </label>
      <input
        id="fb-file"
        type="file"
        accept=".json,.form,application/json"
        className="form-control"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) onFile(file);
          // The same file may be chosen again after it was changed.
          target.value = '';
        }}
      />
    </section>
  );
}

function Procedures({ onStart }: { readonly onStart: (started: Started) => void }) {
  const { data, error, refetch } = useQuery(proceduresQuery);
  return (
    <section className="fb-card">
      <h2 className="h4">{t('designer.builder.home.procedures')}</h2>
      {data === undefined &&
        (error === null ? <Loading /> : <Problem problem={problemOf(error)} onRetry={() => void refetch()} />)}
      {data?.items.map(({ procedureId, title }) => (
        <ProcedureForms key={procedureId} procedureId={procedureId} title={title} onStart={onStart} />
      ))}
    </section>
  );
}

interface ProcedureFormsProps {
  readonly procedureId: string;
  readonly title: string;
  readonly onStart: (started: Started) => void;
}

function ProcedureForms({ procedureId, title, onStart }: ProcedureFormsProps) {
  const [open, setOpen] = useState(false);
  const { data, error, refetch } = useQuery({ ...sourcesQuery(procedureId), enabled: open });
  const client = useQueryClient();
  const start = async (file: string): Promise<void> =>
    onStart(startFromProcedure(await client.fetchQuery(sourcesQuery(procedureId)), file));
  return (
    <details className="fb-procedure" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('designer.builder.home.procedureForms', { title })}</summary>
      {open && data === undefined && error === null && <Loading />}
      {error !== null && <Problem problem={problemOf(error)} onRetry={() => void refetch()} />}
      {data !== undefined && formFiles(data).length === 0 && <p>{t('designer.builder.home.noForms')}</p>}
      {data !== undefined && (
        <ul className="fb-forms">
          {formFiles(data).map((file) => (
            <li key={file}>
              <button type="button" className="btn btn-link" onClick={() => void start(file)}>
                {t('designer.builder.home.open', { name: file.replace(/^forms\/|\.json$/g, '') })}
              </button>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
