import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { CallOutput } from '../../contract/client.ts';
import { Button } from '../../kit/Button.tsx';
import { t } from '../../text/text.ts';
import { DossierCard } from './DossierCard.tsx';

/** A list of dossiers, page by page. */
export type DossierPages = UseInfiniteQueryResult<InfiniteData<CallOutput<'listDossiers'>>>;

interface DossierSectionProps {
  readonly heading: string;
  readonly list: DossierPages;
  /** What stands where the list is empty. */
  readonly none: string;
}

/** The dossiers of one list under its heading. */
export const DossierSection = ({ heading, list, none }: DossierSectionProps) => {
  const dossiers = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="page-section">
      <h2 className="h4">{heading}</h2>
      {dossiers.length === 0 ? <p>{none}</p> : null}
      <ul className="cards">
        {dossiers.map((dossier) => (
          <DossierCard key={dossier.dossierId} dossier={dossier} />
        ))}
      </ul>
      {list.hasNextPage ? (
        <Button outline color="primary" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('citizen.dossiers.more')}
        </Button>
      ) : null}
    </section>
  );
};
