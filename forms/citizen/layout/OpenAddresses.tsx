import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '../../kit/Button.tsx';
import { Callout } from '../../kit/Callout.tsx';
import { problemOf } from '../../kit/failure.ts';
import { Problem } from '../../kit/Problem.tsx';
import { t } from '../../text/text.ts';
import { call, mailAddressesQuery } from '../queries.ts';

/** Tells which addresses of the reader are not confirmed, with another link for each; nothing when all are. */
export function OpenAddresses() {
  const { data } = useQuery(mailAddressesQuery);
  return (
    <>
      {data?.items.map(({ address }) => (
        <OpenAddress key={address} address={address} />
      ))}
    </>
  );
}

function OpenAddress({ address }: { readonly address: string }) {
  const cache = useQueryClient();
  const sending = useMutation({
    mutationFn: () => call('sendMailLink', { body: { address } }),
    onSettled: () => cache.invalidateQueries({ queryKey: mailAddressesQuery.queryKey }),
  });
  return (
    <Callout tone="warning" role="note">
      <h2 className="h6 text-break">{t('citizen.mailAddress.openTitle', { address })}</h2>
      <p>{t('citizen.mailAddress.open')}</p>
      <p role="status" className={sending.isSuccess ? undefined : 'mb-0'}>
        {sending.isSuccess ? t('citizen.mailAddress.sent') : null}
      </p>
      {sending.isError ? <Problem problem={problemOf(sending.error)} /> : null}
      <Button color="primary" size="xs" outline busy={sending.isPending} onClick={() => sending.mutate()}>
        {t('citizen.mailAddress.again')}
      </Button>
    </Callout>
  );
}
