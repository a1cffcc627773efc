import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { ProcedureSummary } from '../../contract/procedures.ts';
import { Button } from '../../kit/Button.tsx';
import { Loading } from '../../kit/Loading.tsx';
import { t } from '../../text/text.ts';
import { PageTitle } from '../layout/PageTitle.tsx';
import { Refusal } from '../layout/Refusal.tsx';
import { proceduresQuery } from '../queries.ts';
import { SearchForm } from './SearchForm.tsx';
import { ServiceTile } from './ServiceTile.tsx';
import { TopicFilter } from './TopicFilter.tsx';

/** The home page: the published services, by words and by topic. Both stand in the address. */
export function CataloguePage() {
  const [params, setParams] = useSearchParams();
  const words = params.get('q') ?? '';
  const topic = params.get('argomento') ?? '';
  const look = (next: { readonly q?: string; readonly argomento?: string }): void => {
    const entries = Object.entries({ q: words, argomento: topic, ...next }).filter(([, value]) => value !== '');
    setParams(Object.fromEntries(entries), { preventScrollReset: true });
  };
  return (
    <>
      <div className="hero">
        <div className="container">
          <PageTitle title={t('citizen.catalogue.title')}>{t('citizen.catalogue.heading')}</PageTitle>
          <p className="lead">{t('citizen.catalogue.intro')}</p>
          <SearchForm key={words} words={words} onSearch={(q) => look({ q })} />
        </div>
      </div>
      <div className="container page-block">
        <Services words={words} topic={topic} onLook={look} />
      </div>
    </>
  );
}

interface ServicesProps {
  readonly words: string;
  readonly topic: string;
  readonly onLook: (next: { readonly q?: string; readonly argomento?: string }) => void;
}

function Services({ words, topic, onLook }: ServicesProps) {
  const procedures = useInfiniteQuery({ ...proceduresQuery(words), placeholderData: (previous) => previous });
  if (procedures.isPending) return <Loading />;
  if (procedures.data === undefined) {
    return <Refusal error={procedures.error} onRetry={() => void procedures.refetch()} />;
  }
  const all = procedures.data.pages.flatMap((page) => page.items);
  const topics = [...new Set(all.flatMap((procedure) => procedure.topics))].sort((a, b) => a.localeCompare(b, 'it'));
  return (
    <>
      <TopicFilter topics={topics} chosen={topic} onChoose={(argomento) => onLook({ argomento })} />
      <h2 className="h4">{t('citizen.catalogue.listHeading')}</h2>
      <Found
        shown={topic === '' ? all : all.filter((procedure) => procedure.topics.includes(topic))}
        onReset={() => onLook({ q: '', argomento: '' })}
      />
      {procedures.hasNextPage ? (
        <Button
          outline
          color="primary"
          busy={procedures.isFetchingNextPage}
          onClick={() => void procedures.fetchNextPage()}
        >
          {t('citizen.catalogue.more')}
        </Button>
      ) : null}
    </>
  );
}

interface FoundProps {
  readonly shown: readonly ProcedureSummary[];
  readonly onReset: () => void;
}

const Found = ({ shown, onReset }: FoundProps) => (
  <>
    <p role="status" className="found-count">
      {shown.length === 0 ? t('citizen.catalogue.foundNone') : t('citizen.catalogue.found', { count: shown.length })}
    </p>
    {shown.length === 0 ? (
      <div className="empty-box">
        <p>{t('citizen.catalogue.emptyText')}</p>
        <Button outline color="primary" onClick={onReset}>
          {t('citizen.catalogue.reset')}
        </Button>
      </div>
    ) : null}
    <ul className="tiles">
      {shown.map((procedure) => (
        <ServiceTile key={procedure.procedureId} procedure={procedure} />
      ))}
    </ul>
  </>
);
