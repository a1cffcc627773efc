import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams } from 'react-router';
import { addressOf } from '../../contract/client.ts';
import type { DossierDetail } from '../../contract/dossiers.ts';
import { Callout } from '../../kit/Callout.tsx';
import { Mandate } from '../../kit/Mandate.tsx';
import { Timeline } from '../../kit/Timeline.tsx';
import { formatDate } from '../../text/format.ts';
import { t } from '../../text/text.ts';
import { inItalian, titleOf, wordsOf } from '../../kit/own-language.ts';
import { Breadcrumb } from '../layout/Breadcrumb.tsx';
import { PageLoading } from '../layout/PageLoading.tsx';
import { PageTitle } from '../layout/PageTitle.tsx';
import { Refusal } from '../layout/Refusal.tsx';
import { dossierQuery } from '../queries.ts';
import { Decision } from './Decision.tsx';
import { Documents } from './Documents.tsx';
import { History } from './History.tsx';
import { Messages } from './Messages.tsx';
import { MilestoneBadge } from './MilestoneBadge.tsx';
import { NoticeAddress } from './NoticeAddress.tsx';
import { OfferedActs } from './OfferedActs.tsx';
import { RecordBox } from './RecordBox.tsx';
import { Remedies } from './Remedies.tsx';
import { Section } from './Section.tsx';
import { isConcluded } from './standing.ts';
import { SentAnswers } from './SentAnswers.tsx';
import { TermBox } from './TermBox.tsx';
import { Todo } from './Todo.tsx';

/** The state that tells the page that something was just sent from here. */
export const JUST_DONE = { done: true } as const;

/**
 * A dossier as the person concerned sees it: first what is still to be done, then where it stands, then all it holds.
 */
export function DossierPage() {
  const { dossierId = '' } = useParams();
  const { state } = useLocation();
  const query = useQuery(dossierQuery(dossierId));
  if (query.isPending) return <PageLoading />;
  if (query.data === undefined) return <Refusal error={query.error} onRetry={() => void query.refetch()} />;
  const dossier = query.data;
  return (
    <div className="container">
      <Breadcrumb
        crumbs={[{ label: t('citizen.dossiers.title'), to: '/pratiche' }, { label: t('citizen.dossier.breadcrumb') }]}
      />
      <Head dossier={dossier} />
      {(state as typeof JUST_DONE | null)?.done ? (
        <Callout tone="success" role="status">
          {t('citizen.dossier.done')}
        </Callout>
      ) : null}
      {dossier.as === 'third-party' ? <Callout tone="info">{t('citizen.dossier.thirdParty')}</Callout> : null}
      {dossier.mandateEndedOn === undefined ? null : (
        <Callout tone="warning">
          {t('citizen.dossier.mandateEnded', { day: formatDate(dossier.mandateEndedOn) })}
        </Callout>
      )}
      <div className="dossier-body">
        <div className="dossier-todo">
          <Decision dossier={dossier} />
          <Todo dossier={dossier} />
          <Remedies terms={dossier.terms} />
        </div>
        <SideColumn dossier={dossier} />
        <div className="dossier-main">
          <Documents dossierId={dossierId} documents={dossier.documents} hasReceipt={dossier.as === 'applicant'} />
          <Messages messages={dossier.messages} />
          <SentAnswers
            dossierId={dossierId}
            submissions={dossier.submissions}
            inLanguage={dossier.titleInEnglish === undefined ? inItalian() : {}}
          />
          <History entries={dossier.timeline} />
          <RecordBox dossierId={dossierId} record={dossier.record} />
        </div>
      </div>
    </div>
  );
}

/** For whom the reader acts, or who for the reader, and by which mandate. */
function mandateFacts({ dossierId, onBehalfOf, mandate }: DossierDetail) {
  if (mandate === undefined) return [];
  const documentHref = (documentId: string) =>
    addressOf('readDocument', { params: { dossierId, documentId }, query: { audience: 'citizen' } });
  const label = t(onBehalfOf === undefined ? 'citizen.dossier.through' : 'citizen.dossier.onBehalfOf');
  const how = <Mandate mandate={mandate} documentHref={documentHref} />;
  return [
    [label, onBehalfOf ?? mandate.name, {}],
    [t('citizen.dossier.mandate'), how, {}],
  ] as const;
}

/** What the dossier is about, where it stands, and by what it is known. */
function Head({ dossier }: { readonly dossier: DossierDetail }) {
  const { text: title, ...ofTitle } = titleOf(dossier);
  const facts = [
    ...mandateFacts(dossier),
    [t('citizen.dossier.registration'), dossier.registration, {}],
    [t('citizen.dossier.sentOn'), formatDate(dossier.submittedAt), {}],
    [t('citizen.dossier.body'), dossier.bodyName, inItalian()],
    [t('citizen.dossier.office'), dossier.officeName, inItalian()],
  ] as const;
  return (
    <header className="dossier-head">
      <p className="service-category" {...ofTitle}>
        {title}
      </p>
      <PageTitle title={dossier.subject}>
        <span {...inItalian()}>{dossier.subject}</span>
      </PageTitle>
      <MilestoneBadge dossier={dossier} />
      <dl className="facts facts-line">
        {facts.map(([label, value, inLanguage]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd {...inLanguage}>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

/**
 * Where the dossier stands, how long it may still take, what the reader may do: beside the rest, or above it on a
 * phone.
 */
const SideColumn = ({ dossier }: { readonly dossier: DossierDetail }) => (
  <div className="dossier-side">
    <Section id="a-che-punto" title={t('citizen.dossier.milestonesHeading')}>
      <Timeline
        entries={dossier.milestones.map(({ code, label, labelInEnglish, state }) => ({
          id: code,
          title: wordsOf(label, labelInEnglish).text,
          // Arriving at the last stop is having passed it.
          state: state === 'current' && isConcluded(dossier) ? 'done' : state,
        }))}
        label={t('citizen.dossier.milestonesHeading')}
      />
    </Section>
    <TermBox terms={dossier.terms} />
    <OfferedActs dossierId={dossier.dossierId} acts={dossier.acts} />
    <NoticeAddress dossier={dossier} />
  </div>
);
