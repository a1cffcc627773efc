import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { formatDate } from '../../text/format.ts';
import { language } from '../../text/language.ts';
import { t } from '../../text/text.ts';
import type { ServiceCard } from '../../contract/procedures.ts';
import { wordsOf } from '../../kit/own-language.ts';
import { Breadcrumb } from '../layout/Breadcrumb.tsx';
import { PageLoading } from '../layout/PageLoading.tsx';
import { PageTitle } from '../layout/PageTitle.tsx';
import { Said } from '../../kit/Said.tsx';
import { Refusal } from '../layout/Refusal.tsx';
import { procedureQuery } from '../queries.ts';
import { AccessButton } from './AccessButton.tsx';
import { PageIndex } from './PageIndex.tsx';
import { ServiceJsonLd } from './ServiceJsonLd.tsx';
import { sectionsOf } from './sections.tsx';
import { isWhollyEnglish, shortCard } from './short-card.ts';

/**
 * The service card, its parts in the order that the service model of Designers Italia prescribes (criterion C.SI.1.3),
 * each with the `data-element` by which it is found.
 */
export function ServicePage() {
  const { procedureId = '' } = useParams();
  const [search] = useSearchParams();
  const query = useQuery({
    ...procedureQuery(procedureId, search.get('ente') ?? ''),
    // The page stays while the card of another body comes.
    placeholderData: (before) => (before?.procedureId === procedureId ? before : undefined),
  });
  if (query.isPending) return <PageLoading />;
  if (query.data === undefined) return <Refusal error={query.error} onRetry={() => void query.refetch()} />;
  const procedure = query.data;
  const { service } = procedure;
  const isActive = service.status === 'active';
  const card = shortCard(service);
  const sections = sectionsOf(procedure);

  return (
    <div className="container">
      <ServiceJsonLd procedure={procedure} />
      <Breadcrumb crumbs={[{ label: t('citizen.layout.services'), to: '/' }, { label: card.title }]} />
      <header className="service-head">
        <p className="service-category" data-element="service-category" {...card.attributes}>
          {card.category}
        </p>
        <PageTitle title={card.title} element="service-title">
          <span {...card.attributes}>{card.title}</span>
        </PageTitle>
        <StatusBadge isActive={isActive} />
        {isActive ? null : <StatusReason service={service} />}
        <p className="lead" data-element="service-description" {...card.attributes}>
          {card.shortDescription}
        </p>
        {isActive ? (
          <div className="service-access">
            <AccessButton procedureId={procedureId} />
            <p>{t('citizen.service.accessNote', { minutes: procedure.fillingMinutes })}</p>
          </div>
        ) : null}
      </header>
      <div className="service-body">
        <PageIndex entries={sections} />
        <div className="service-sections">
          {language() === 'it' || isWhollyEnglish(service) ? null : <p>{t('citizen.layout.italianOnly')}</p>}
          {sections.map(({ id, title, element, content }) => (
            <section key={id} id={id} aria-labelledby={`${id}-title`} className="service-section">
              <h2 id={`${id}-title`} className="h3">
                {title}
              </h2>
              <div data-element={element}>{content}</div>
            </section>
          ))}
          <p className="service-version">
            {t('citizen.service.version', { date: formatDate(procedure.publishedAt), version: procedure.version })}
          </p>
        </div>
      </div>
    </div>
  );
}

const StatusBadge = ({ isActive }: { readonly isActive: boolean }) => (
  <p>
    <span className={`badge service-status ${isActive ? 'bg-success' : 'bg-secondary'}`} data-element="service-status">
      {t(isActive ? 'citizen.service.statusActive' : 'citizen.service.statusSuspended')}
    </span>
  </p>
);

const StatusReason = ({ service: { statusReason, translations } }: { readonly service: ServiceCard }) => (
  <p className="fw-semibold">
    {statusReason === undefined ? (
      t('citizen.service.suspendedText')
    ) : (
      <Said words={wordsOf(statusReason, translations?.en?.statusReason)} />
    )}
  </p>
);
