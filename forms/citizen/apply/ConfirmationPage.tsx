import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { addressOf } from '../../contract/client.ts';
import type { OpenMailAddress } from '../../contract/mail-addresses.ts';
import { Icon } from '../../kit/Icon.tsx';
import { formatDate } from '../../text/format.ts';
import { t } from '../../text/text.ts';
import { inItalian, titleOf } from '../../kit/own-language.ts';
import { OpenAddresses } from '../layout/OpenAddresses.tsx';
import { PageLoading } from '../layout/PageLoading.tsx';
import { PageTitle } from '../layout/PageTitle.tsx';
import { Refusal } from '../layout/Refusal.tsx';
import { Rating } from '../rating/Rating.tsx';
import { dossierQuery, mailAddressesQuery, receiptKey, type Receipt } from '../queries.ts';

/** After sending: number, dates and office that the law wants in a receipt (L. 241/1990, art. 18-bis). */
export function ConfirmationPage() {
  const { dossierId = '' } = useParams();
  const dossier = useQuery(dossierQuery(dossierId));
  const receipt = useQueryClient().getQueryData<Receipt>(receiptKey(dossierId));
  const open = useQuery(mailAddressesQuery).data?.items ?? [];
  if (dossier.isPending) return <PageLoading />;
  if (dossier.data === undefined) return <Refusal error={dossier.error} onRetry={() => void dossier.refetch()} />;
  const { registration, submittedAt, term, bodyName, officeName } = dossier.data;
  const deadlineOn = receipt?.deadlineOn ?? term?.deadlineOn;
  const facts = [
    [t('citizen.confirmation.registration'), registration],
    [t('citizen.confirmation.takenInCharge'), formatDate(receipt?.takenInChargeOn ?? submittedAt)],
    [t('citizen.confirmation.deadline'), deadlineOn ? formatDate(deadlineOn) : t('citizen.confirmation.deadlineNone')],
    [t('citizen.confirmation.body'), bodyName, inItalian()],
    [t('citizen.confirmation.office'), officeName, inItalian()],
    [t('citizen.confirmation.email'), addressLine(dossier.data.email, open)],
  ] satisfies readonly (readonly [string, string, ReturnType<typeof inItalian>?])[];

  return (
    <div className="container page-narrow page-block">
      <div className="confirmation-head">
        <Icon name="it-check-circle" size="xl" className="icon-success" />
        <PageTitle title={t('citizen.confirmation.title')}>{t('citizen.confirmation.heading')}</PageTitle>
      </div>
      <p className="lead">{t('citizen.confirmation.lead', { title: titleOf(dossier.data).text })}</p>
      <dl className="facts facts-box">
        {facts.map(([label, value, inLanguage = {}]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd {...inLanguage}>{value}</dd>
          </div>
        ))}
      </dl>
      <OpenAddresses />
      <p className="mt-4">
        <a className="btn btn-primary" href={addressOf('readReceipt', { params: { dossierId } })} download>
          {t('citizen.confirmation.receipt')}
        </a>
      </p>
      <h2 className="h3 mt-5">{t('citizen.confirmation.nextHeading')}</h2>
      <ol className="next-steps">
        <li>{t('citizen.confirmation.next1')}</li>
        <li>{t('citizen.confirmation.next2')}</li>
        <li>{t('citizen.confirmation.next3')}</li>
      </ol>
      <div className="actions">
        <Link className="btn btn-outline-primary" to={`/pratiche/${dossierId}`}>
          {t('citizen.confirmation.toDossier')}
        </Link>
        <Link className="btn btn-link" to="/pratiche">
          {t('citizen.confirmation.toDossiers')}
        </Link>
      </div>
      <Rating dossierId={dossierId} />
    </div>
  );
}

/** The address to which notices go, or will go when it is confirmed. */
function addressLine(email: string | undefined, open: readonly OpenMailAddress[]): string {
  if (email === undefined) return t('citizen.confirmation.noEmail');
  const isOpen = open.some(({ address }) => address === email.toLowerCase());
  return isOpen ? t('citizen.confirmation.emailOpen', { email }) : email;
}
