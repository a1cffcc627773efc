import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { Button } from '../../kit/Button.tsx';
import { problemOf } from '../../kit/failure.ts';
import { Problem } from '../../kit/Problem.tsx';
import { t } from '../../text/text.ts';
import { PageTitle } from '../layout/PageTitle.tsx';
import { call, mailAddressesQuery } from '../queries.ts';

/** Where the link of a mail leads: an address is confirmed by a press, because scanners of mail open every link. */
export function MailAddressPage() {
  const { token = '' } = useParams();
  const cache = useQueryClient();
  const confirming = useMutation({
    mutationFn: () => call('confirmMailAddress', { body: { token } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: mailAddressesQuery.queryKey }),
  });
  const address = confirming.data?.address;
  const refused = confirming.error === null ? undefined : problemOf(confirming.error);
  const isUseless = refused?.status === 404;
  return (
    <div className="container page-narrow page-block">
      <PageTitle title={t(address === undefined ? 'citizen.mailAddress.title' : 'citizen.mailAddress.doneTitle')} />
      <p className="lead text-break">
        {address === undefined ? t('citizen.mailAddress.intro') : t('citizen.mailAddress.done', { address })}
      </p>
      {refused === undefined ? null : <Problem problem={refused} />}
      {isUseless ? <p>{t('citizen.mailAddress.anotherLink')}</p> : null}
      {address === undefined && !isUseless ? (
        <Button color="primary" busy={confirming.isPending} onClick={() => confirming.mutate()}>
          {t('citizen.mailAddress.confirm')}
        </Button>
      ) : (
        <Link className="btn btn-primary" to="/pratiche">
          {t('citizen.mailAddress.toDossiers')}
        </Link>
      )}
    </div>
  );
}
