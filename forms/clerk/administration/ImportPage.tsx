import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { Button } from '../../kit/Button.tsx';
import { Callout } from '../../kit/Callout.tsx';
import { problemOf } from '../../kit/failure.ts';
import { Problem } from '../../kit/Problem.tsx';
import { t } from '../../text/administration.ts';
import { NotFound } from '../layout/NotFound.tsx';
import { PageTitle } from '../layout/PageTitle.tsx';
import { call } from '../queries.ts';
import { ImportResult } from './ImportResult.tsx';
import { registerViews, type RegisterView } from './registers.ts';

/** Takes in a list that a spreadsheet saved. */
export function ImportPage() {
  const { register } = useParams();
  const [address] = useSearchParams();
  const view = registerViews.find(({ slug }) => slug === register);
  if (view === undefined) return <NotFound />;
  const ente = address.get('ente');
  return (
    <>
      <p className="mb-2">
        <Link to={`/amministrazione/${view.slug}${ente === null ? '' : `?ente=${ente}`}`}>
          {t('administration.backToList')}
        </Link>
      </p>
      <PageTitle title={`${t('administration.import.title')}: ${t(`administration.register.${view.name}`)}`} />
      <p className="lead">{t('administration.import.intro')}</p>
      <Columns view={view} />
      <Import view={view} />
    </>
  );
}

/** The most that the server takes of a file: 900,000 characters of Base64. */
const LARGEST_BYTES = 600_000;

function Import({ view }: { readonly view: RegisterView }) {
  const id = useId();
  const queryClient = useQueryClient();
  const [file, setFile] = useState<File>();
  const [fault, setFault] = useState<string>();
  const importing = useMutation({
    mutationFn: async (chosen: File) =>
      call('importRegister', { params: { register: view.name }, body: { content: await base64Of(chosen) } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['administration'] }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const wrong = faultOf(file);
    setFault(wrong);
    if (wrong === undefined && file !== undefined) importing.mutate(file);
  };
  return (
    <>
      <form className="desk-import" onSubmit={submit}>
        <label htmlFor={id}>{t('administration.import.file')}</label>
        <input
          id={id}
          type="file"
          accept=".csv,text/csv"
          onChange={(event) => {
            importing.reset();
            setFile(event.target.files?.[0]);
          }}
        />
        <Button type="submit" color="primary" busy={importing.isPending}>
          {t('administration.import.send')}
        </Button>
      </form>
      {fault === undefined ? null : (
        <Callout tone="danger" role="alert">
          {fault}
        </Callout>
      )}
      {importing.error === null ? null : <Problem problem={problemOf(importing.error)} />}
      {importing.data === undefined ? null : <ImportResult keeping={importing.data} />}
    </>
  );
}

function faultOf(file: File | undefined): string | undefined {
  if (file === undefined) return t('administration.import.noFile');
  return file.size > LARGEST_BYTES ? t('administration.import.tooLarge') : undefined;
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

const Columns = ({ view }: { readonly view: RegisterView }) => (
  <dl className="desk-cells">
    {(view.isOfBody ? (['ente', ...view.columns] as const) : view.columns).map((column) => (
      <div key={column}>
        <dt>
          <code>{column}</code>
        </dt>
        <dd>
          {t(`administration.column.${column}`)}
          {view.optional.includes(column) ? ` (${t('administration.import.optional')})` : ''}
        </dd>
      </div>
    ))}
  </dl>
);
