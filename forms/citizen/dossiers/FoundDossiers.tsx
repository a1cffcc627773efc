import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '../../kit/Button.tsx';
import { problemOf } from '../../kit/failure.ts';
import { Loading } from '../../kit/Loading.tsx';
import { Problem } from '../../kit/Problem.tsx';
import { formatCount } from '../../text/format.ts';
import { t } from '../../text/text.ts';
import { dossiersQuery } from '../queries.ts';
import { DossierSection } from './DossierSection.tsx';

interface FoundDossiersProps {
  readonly words: string;
  readonly onReset: () => void;
}

/** What a search of one's own dossiers found, under way or concluded. */
export function FoundDossiers({ words, onReset }: FoundDossiersProps) {
  const found = useInfiniteQuery(dossiersQuery({ q: words }));
  if (found.isPending) return <Loading />;
  if (found.data === undefined)
    return <Problem problem={problemOf(found.error)} onRetry={() => void found.refetch()} />;
  const { total = { count: 0 }, alike } = found.data.pages[0] ?? {};
  const { count } = total;
  return (
    <>
      <p role="status" className="found-count">
        {alike === true && count > 0 ? t('citizen.dossiers.alike', { words }) : null}
      </p>
      <DossierSection
        heading={
          count === 0
            ? t('citizen.dossiers.foundNone')
            : t('citizen.dossiers.foundHeading', { count, figure: formatCount(total) })
        }
        list={found}
        none={t('citizen.dossiers.foundNoneText')}
      />
      <Button outline color="primary" onClick={onReset}>
        {t('citizen.dossiers.showAll')}
      </Button>
    </>
  );
}
