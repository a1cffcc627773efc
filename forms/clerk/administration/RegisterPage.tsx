import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation, useParams, useSearchParams } from 'react-router';
import type { Administration, RegisterRow } from '../../contract/administration.ts';
import { addressOf } from '../../contract/client.ts';
import { Callout } from '../../kit/Callout.tsx';
import { problemOf } from '../../kit/failure.ts';
import { Loading } from '../../kit/Loading.tsx';
import { Problem } from '../../kit/Problem.tsx';
import { t } from '../../text/administration.ts';
import { today } from '../clock.ts';
import { Empty } from '../layout/Empty.tsx';
import { More } from '../layout/More.tsx';
import { NotFound } from '../layout/NotFound.tsx';
import { PageTitle } from '../layout/PageTitle.tsx';
import { Search } from '../layout/Search.tsx';
import { Select } from '../layout/Select.tsx';
import { Administered } from './Administered.tsx';
import { BodyChoice } from './BodyChoice.tsx';
import { EndRow } from './EndRow.tsx';
import { rowsQuery } from './queries.ts';
import { registerViews, type RegisterView } from './registers.ts';
import { RegisterTable } from './RegisterTable.tsx';
import { useBody } from './use-body.ts';

/** A list of the organisation: searched, added to, changed, ended, imported and taken away as CSV. */
export function RegisterPage() {
  const { register } = useParams();
  const view = registerViews.find(({ slug }) => slug === register);
  if (view === undefined) return <NotFound />;
  return (
    <>
      <p className="mb-2">
        <Link to="/amministrazione">{t('administration.back')}</Link>
      </p>
      <PageTitle title={t(`administration.register.${view.name}`)} />
      <p className="lead">{t(`administration.about.${view.name}`)}</p>
      <Administered>{(known) => <Register key={view.name} view={view} known={known} />}</Administered>
    </>
  );
}

interface Shown {
  readonly view: RegisterView;
  readonly known: Administration;
}

function Register({ view, known }: Shown) {
  const [address, setAddress] = useSearchParams();
  const chosen = useBody(known);
  const body = view.isOfBody ? chosen : undefined;
  const filters = { q: address.get('q') ?? '', body, ended: address.get('finite') === 'si' };
  const [ending, setEnding] = useState<RegisterRow>();
  const set = (key: 'q' | 'finite') => (value: string) => {
    const next = new URLSearchParams(address);
    if (value === '') next.delete(key);
    else next.set(key, value);
    setAddress(next);
  };
  return (
    <>
      {view.isOfBody ? <BodyChoice known={known} /> : null}
      <Done />
      <Acts view={view} body={body} mayAdd={view.isOfBody || known.isLeader} />
      <section className="desk-filters" aria-label={t('administration.list.search')}>
        <Search label={t('administration.list.search')} value={filters.q} onSearch={set('q')} />
        <Select
          label={t('administration.list.ended')}
          value={filters.ended ? 'si' : ''}
          options={[
            { value: '', label: t('administration.list.current') },
            { value: 'si', label: t('administration.list.all') },
          ]}
          onChoose={set('finite')}
        />
      </section>
      <Rows view={view} known={known} filters={filters} onEnd={setEnding} />
      {ending === undefined ? null : (
        <EndRow view={view} known={known} row={ending} onDone={() => setEnding(undefined)} />
      )}
    </>
  );
}

interface RowsProps extends Shown {
  readonly filters: Parameters<typeof rowsQuery>[1];
  onEnd(row: RegisterRow): void;
}

function Rows({ view, known, filters, onEnd }: RowsProps) {
  const list = useInfiniteQuery(rowsQuery(view.name, filters));
  const rows = list.data?.pages.flatMap((page) => page.items);
  if (list.error !== null) return <Problem problem={problemOf(list.error)} onRetry={() => void list.refetch()} />;
  if (rows === undefined) return <Loading />;
  if (rows.length === 0)
    return <Empty title={t('administration.list.empty')} text={t('administration.list.emptyText')} />;
  const changeAt = ({ cells }: RegisterRow): string =>
    `/amministrazione/${view.slug}/riga?${new URLSearchParams({ ...cells, cambia: 'si' }).toString()}`;
  return (
    <>
      <RegisterTable view={view} rows={rows} known={known} today={today()} changeAt={changeAt} onEnd={onEnd} />
      <More list={list} />
    </>
  );
}

/** What was just done, told by the page that led here. */
function Done() {
  const state: unknown = useLocation().state;
  const notes = typeof state === 'object' && state !== null && 'notes' in state ? state.notes : undefined;
  if (!Array.isArray(notes)) return null;
  return (
    <Callout tone="success" role="status">
      <p className="mb-0">{t('administration.list.kept', { count: 1 })}</p>
      {notes.map((note) => (
        <p key={String(note)} className="mt-2 mb-0">
          {String(note)}
        </p>
      ))}
    </Callout>
  );
}

function Acts({
  view,
  body,
  mayAdd,
}: {
  readonly view: RegisterView;
  readonly body?: string;
  readonly mayAdd: boolean;
}) {
  const ofBody = body === undefined ? '' : `?ente=${body}`;
  const exported = addressOf('exportRegister', { params: { register: view.name }, query: { body } });
  return (
    <p className="desk-register-acts">
      {mayAdd ? (
        <>
          <Link className="btn btn-primary" to={`/amministrazione/${view.slug}/riga${ofBody}`}>
            {t('administration.list.add')}
          </Link>
          <Link className="btn btn-outline-primary" to={`/amministrazione/${view.slug}/importa${ofBody}`}>
            {t('administration.list.import')}
          </Link>
        </>
      ) : null}
      <a className="btn btn-outline-primary" href={exported} download>
        {t('administration.list.export')}
      </a>
    </p>
  );
}
