import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { Administration } from '../../contract/administration.ts';
import { problemOf } from '../../kit/failure.ts';
import { Problem } from '../../kit/Problem.tsx';
import { t } from '../../text/administration.ts';
import { today } from '../clock.ts';
import { NotFound } from '../layout/NotFound.tsx';
import { PageTitle } from '../layout/PageTitle.tsx';
import { call } from '../queries.ts';
import { Administered } from './Administered.tsx';
import { KeepDialog } from './KeepDialog.tsx';
import { bodyNameQuery, consequencesQuery, findBodies, officesQuery } from './queries.ts';
import { registerViews, type RegisterView } from './registers.ts';
import { RowForm, type Cells } from './RowForm.tsx';
import { useBody } from './use-body.ts';

/** Adds a row to a list, or changes one; the address holds what is known of it already. */
export function RowPage() {
  const { register } = useParams();
  const [address] = useSearchParams();
  const view = registerViews.find(({ slug }) => slug === register);
  if (view === undefined) return <NotFound />;
  const act = address.get('cambia') === 'si' ? 'change' : 'new';
  return (
    <>
      <p className="mb-2">
        <Link to={listOf(view, address.get('ente'))}>{t('administration.backToList')}</Link>
      </p>
      <PageTitle title={t(`administration.row.${act}.${view.name}`)} />
      <Administered>{(known) => <Writing view={view} known={known} isThere={act === 'change'} />}</Administered>
    </>
  );
}

const listOf = ({ slug, isOfBody }: RegisterView, ipaCode: string | null): string =>
  `/amministrazione/${slug}${isOfBody && ipaCode !== null ? `?ente=${ipaCode}` : ''}`;

interface WritingProps {
  readonly view: RegisterView;
  readonly known: Administration;
  readonly isThere: boolean;
}

function Writing({ view, known, isThere }: WritingProps) {
  const [address] = useSearchParams();
  const body = useBody(known);
  const [cells, setCells] = useState<Cells>(() => firstCells(view, address, body));
  const { data: bodyName } = useQuery(bodyNameQuery(view.isOfBody ? body : ''));
  const { data: otherName } = useQuery(bodyNameQuery(cells['ente_ufficio'] ?? cells['delegato'] ?? ''));
  const { data: offices = [] } = useQuery(officesQuery(cells['ente_ufficio'] || body));
  const keeping = useKeeping(view);
  return (
    <>
      {view.isOfBody ? <p className="lead">{bodyName}</p> : null}
      {keeping.error === null ? null : <Problem problem={problemOf(keeping.error)} />}
      <RowForm
        view={view}
        known={known}
        isThere={isThere}
        cells={cells}
        names={otherName === undefined ? {} : { ente_ufficio: otherName, delegato: otherName }}
        offices={offices}
        findBodies={findBodies}
        complaints={keeping.complaints}
        attempt={keeping.attempt}
        busy={keeping.isBusy}
        today={today()}
        onChange={setCells}
        onSave={() => keeping.ask(cells)}
      />
      {keeping.asked === undefined ? null : <Confirm view={view} keeping={keeping} cells={keeping.asked} />}
    </>
  );
}

/** What is known of the row: from the address, that of the body, and that it begins today. */
function firstCells(view: RegisterView, address: URLSearchParams, body: string): Cells {
  const known = view.columns.flatMap((column) => {
    const value = address.get(column);
    return value === null ? [] : [[column, value] as const];
  });
  return {
    ...(view.columns.includes('dal') && { dal: today() }),
    ...Object.fromEntries(known),
    ...(view.isOfBody && { ente: body }),
  };
}

/** What runs changes by it: its reader is told before. */
const isToldBefore = ({ name }: RegisterView): boolean =>
  name === 'assign' || name === 'delegations' || name === 'parameters';

function useKeeping(view: RegisterView) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Cells>();
  const [attempt, setAttempt] = useState(0);
  const keeping = useMutation({
    mutationFn: (cells: Cells) => call('keepRegisterRow', { params: { register: view.name }, body: { cells } }),
    onSuccess: async ({ complaints, notes }, cells) => {
      setAttempt((before) => before + 1);
      if (complaints.length > 0) return;
      await queryClient.invalidateQueries({ queryKey: ['administration'] });
      await navigate(listOf(view, cells['ente'] ?? null), { state: { notes } });
    },
    onSettled: () => setAsked(undefined),
  });
  const { mutate, data, error, isPending } = keeping;
  return {
    asked,
    attempt,
    error,
    isBusy: isPending,
    complaints: data?.complaints ?? [],
    ask: (cells: Cells) => (isToldBefore(view) ? setAsked(cells) : mutate(cells)),
    confirm: mutate,
    forget: () => setAsked(undefined),
  };
}

interface ConfirmProps {
  readonly view: RegisterView;
  readonly keeping: ReturnType<typeof useKeeping>;
  readonly cells: Cells;
}

function Confirm({ view, keeping, cells }: ConfirmProps) {
  const { data: figures } = useQuery(consequencesQuery(view.name, cells));
  return (
    <KeepDialog
      register={view.name}
      firstOn={cells['dal'] ?? ''}
      figures={figures}
      busy={keeping.isBusy}
      onKeep={() => keeping.confirm(cells)}
      onCancel={keeping.forget}
    />
  );
}
