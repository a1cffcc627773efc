import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { CallOutput } from '../../contract/client.ts';
import { Button } from '../../kit/Button.tsx';
import { problemOf } from '../../kit/failure.ts';
import { Loading } from '../../kit/Loading.tsx';
import { Problem } from '../../kit/Problem.tsx';
import { t } from '../../text/text.ts';
import { PageTitle } from '../layout/PageTitle.tsx';
import { SearchForm } from '../layout/SearchForm.tsx';
import { proceduresQuery } from '../queries.ts';
import { ServiceTile } from './ServiceTile.tsx';
import { TopicFilter } from './TopicFilter.tsx';
import { examplesOf, topicNames } from './topics.ts';

/** What is asked of the catalogue, as it stands in the address. */
interface Look {
  readonly q: string;
  readonly argomento: string;
}

/** The home page: the published services, by words and by topic. Both stand in the address. */
export function CataloguePage() {
  const [params, setParams] = useSearchParams();
  const words = params.get('q') ?? '';
  const topic = params.get('argomento') ?? '';
  const everything = useInfiniteQuery(proceduresQuery({ q: '', topic: '' }));
  const known = everything.data?.pages ?? [];
  const nameOf = topicNames(known.flatMap(({ items }) => items));
  const examples = examplesOf((known[0]?.topics ?? []).map((each) => nameOf(each).text));
  const look = (next: Partial<Look>): void => {
    const entries = Object.entries({ q: words, argomento: topic, ...next }).filter(([, value]) => value !== '');
    setParams(Object.fromEntries(entries), { preventScrollReset: true });
  };
  return (
    <>
      <div className="hero">
        <div className="container">
          <PageTitle title={t('citizen.catalogue.title')}>{t('citizen.catalogue.heading')}</PageTitle>
          <p className="lead">{t('citizen.catalogue.intro')}</p>
          <SearchForm
            key={words}
            label={t('citizen.catalogue.searchLabel')}
            hint={examples === '' ? '' : t('citizen.catalogue.searchHint', { examples })}
            words={words}
            onSearch={(q) => look({ q })}
          />
        </div>
      </div>
      <div className="container page-block">
        <Services words={words} topic={topic} nameOf={nameOf} onLook={look} />
      </div>
    </>
  );
}

interface ServicesProps {
  readonly words: string;
  readonly topic: string;
  readonly nameOf: ReturnType<typeof topicNames>;
  readonly onLook: (next: Partial<Look>) => void;
}

function Services({ words, topic, nameOf, onLook }: ServicesProps) {
  const procedures = useInfiniteQuery({
    ...proceduresQuery({ q: words, topic }),
    placeholderData: (previous) => previous,
  });
  if (procedures.isPending) return <Loading />;
  if (procedures.data === undefined) {
    return <Problem problem={problemOf(procedures.error)} onRetry={() => void procedures.refetch()} />;
  }
  const { pages } = procedures.data;
  return (
    <>
      <TopicFilter
        topics={pages[0]?.topics ?? []}
        nameOf={nameOf}
        chosen={topic}
        onChoose={(argomento) => onLook({ argomento })}
      />
      <h2 className="h4">{t('citizen.catalogue.listHeading')}</h2>
      <Found words={words} pages={pages} onReset={() => onLook({ q: '', argomento: '' })} />
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
  readonly words: string;
  readonly pages: readonly CallOutput<'listProcedures'>[];
  readonly onReset: () => void;
}

function Found({ words, pages, onReset }: FoundProps) {
  const { total: count = 0, alike } = pages[0] ?? {};
  return (
    <>
      <p role="status" className="found-count">
        {count === 0 ? t('citizen.catalogue.foundNone') : t('citizen.catalogue.found', { count })}
        {alike === true && count > 0 ? `. ${t('citizen.catalogue.alike', { words })}` : null}
      </p>
      {count === 0 ? (
        <div className="empty-box">
          <p>{t('citizen.catalogue.emptyText')}</p>
          <Button outline color="primary" onClick={onReset}>
            {t('citizen.catalogue.reset')}
          </Button>
        </div>
      ) : null}
      <ul className="tiles">
        {pages
          .flatMap((page) => page.items)
          .map((procedure) => (
            <ServiceTile key={procedure.procedureId} procedure={procedure} />
          ))}
      </ul>
    </>
  );
}
