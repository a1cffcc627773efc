import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CallOutput } from '../../forms/contract/client.ts';
import type { PackageDetail } from '../../forms/contract/packages.ts';
import { Button } from '../../forms/kit/Button.tsx';
import { problemOf } from '../../forms/kit/failure.ts';
import { Loading } from '../../forms/kit/Loading.tsx';
import { Problem } from '../../forms/kit/Problem.tsx';
import { formatDateTime } from '../../forms/text/format.ts';
import { t } from '../../forms/text/designer.ts';
import { call, packageHistoryQuery } from '../queries.ts';
import { Confirm } from './Confirm.tsx';
import { OutcomeView } from './OutcomeView.tsx';
import { useActs } from './use-acts.ts';

type Line = CallOutput<'readPackageHistory'>['items'][number];

/** The revisions of a package, the newest first: who changed what, and the way back. */
export function History({ detail: { packageId, revision: newest } }: { readonly detail: PackageDetail }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    packageHistoryQuery(packageId),
  );
  const { act, busy, ...told } = useActs();
  const [asked, setAsked] = useState<number>();
  const lines = data?.pages.flatMap(({ items }) => items) ?? [];
  const restore = async (revision: number) => {
    await call('restorePackage', { params: { packageId }, body: { revision } });
    return { tone: 'success', text: t('designer.packages.history.restored', { revision }) } as const;
  };
  return (
    <section className="fb-card" aria-labelledby="fb-history">
      <h2 id="fb-history" className="h4">
        {t('designer.packages.history.title')}
      </h2>
      <OutcomeView {...told} />
      {error !== null && <Problem problem={problemOf(error)} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      <ol className="fb-history">
        {[...new Set(lines.map(({ revision }) => revision))].map((revision) => (
          <Revision
            key={revision}
            lines={lines.filter((line) => line.revision === revision)}
            onRestore={revision === newest || busy !== undefined ? undefined : () => setAsked(revision)}
          />
        ))}
      </ol>
      {hasNextPage && (
        <Button color="primary" outline size="sm" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('designer.packages.history.older')}
        </Button>
      )}
      {asked !== undefined && (
        <Confirm
          title={t('designer.packages.history.restoreAsk', { revision: asked })}
          confirm={t('designer.packages.history.restoreConfirm')}
          onClose={() => setAsked(undefined)}
          onConfirm={() => {
            setAsked(undefined);
            act('restore', () => restore(asked));
          }}
        >
          <p>{t('designer.packages.history.restoreText')}</p>
        </Confirm>
      )}
    </section>
  );
}

/** How many files of one revision are named. */
const NAMED = 4;

interface RevisionProps {
  readonly lines: readonly Line[];
  readonly onRestore: (() => void) | undefined;
}

function Revision({ lines, onRestore }: RevisionProps) {
  const [first] = lines;
  if (first === undefined) return null;
  const { revision, changedAt, changedBy } = first;
  const more = lines.length - NAMED;
  return (
    <li>
      <div>
        <strong>{t('designer.packages.history.revision', { revision })}</strong>{' '}
        <span className="fb-quiet">
          {t('designer.packages.history.line', { at: formatDateTime(changedAt), name: changedBy })}
        </span>
        <ul className="fb-quiet fb-changes">
          {lines.slice(0, NAMED).map(({ path, kind }) => (
            <li key={path}>
              {path} {t(`designer.packages.history.kinds.${kind}`)}
            </li>
          ))}
          {more > 0 && <li>{t('designer.packages.history.more', { count: more })}</li>}
        </ul>
      </div>
      {onRestore !== undefined && (
        <Button
          color="primary"
          outline
          size="xs"
          label={t('designer.packages.history.restoreOf', { revision })}
          onClick={onRestore}
        >
          {t('designer.packages.history.restore')}
        </Button>
      )}
    </li>
  );
}
