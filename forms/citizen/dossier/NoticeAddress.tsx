import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DossierDetail } from '../../contract/dossiers.ts';
import { AddressForm } from '../../kit/AddressForm.tsx';
import { Button } from '../../kit/Button.tsx';
import { Callout } from '../../kit/Callout.tsx';
import { problemOf } from '../../kit/failure.ts';
import { randomKey } from '../../kit/random-key.ts';
import { t } from '../../text/text.ts';
import { call, dossierQuery, mailAddressesQuery } from '../queries.ts';
import { Section } from './Section.tsx';

interface Props {
  readonly dossier: Pick<DossierDetail, 'dossierId' | 'email' | 'closedAt'>;
}

/** Where the notices of a dossier go, and the way to another address while it is open. */
export function NoticeAddress({ dossier: { dossierId, email, closedAt } }: Props) {
  const [isChanging, setChanging] = useState(false);
  const { data } = useQuery(mailAddressesQuery);
  const awaited = data?.items.find(({ dossierIds }) => dossierIds.includes(dossierId))?.address;
  const asking = useAsking(dossierId, () => setChanging(false));
  return (
    <Section id="dove-ti-avvisiamo" title={t('citizen.noticeAddress.heading')}>
      <div role="status">
        <p className="text-break">
          {email === undefined ? t('citizen.noticeAddress.none') : t('citizen.noticeAddress.now', { address: email })}
        </p>
        {awaited === undefined ? null : (
          <Callout tone="info">
            <p className="text-break mb-0">{t('citizen.noticeAddress.awaited', { address: awaited })}</p>
          </Callout>
        )}
      </div>
      {asking.isError && !isChanging ? <p>{problemOf(asking.error).title}</p> : null}
      {isChanging ? (
        <AddressForm
          id="notice"
          hint={t('citizen.noticeAddress.hint')}
          save={t('citizen.noticeAddress.save')}
          cancel={t('citizen.noticeAddress.cancel')}
          busy={asking.isPending}
          problem={asking.isError ? problemOf(asking.error) : undefined}
          onSave={({ address }) => asking.mutate(address)}
          onCancel={() => setChanging(false)}
        />
      ) : closedAt !== undefined ? null : (
        <div className="d-flex flex-wrap gap-3">
          <Button color="primary" outline size="sm" onClick={() => setChanging(true)}>
            {t('citizen.noticeAddress.change')}
          </Button>
          {awaited === undefined || email === undefined ? null : (
            <Button color="link" size="sm" busy={asking.isPending} onClick={() => asking.mutate(email)}>
              {t('citizen.noticeAddress.takeBack')}
            </Button>
          )}
        </div>
      )}
    </Section>
  );
}

/** Asks the server for another address; what it answers is the dossier as it stands then. */
function useAsking(dossierId: string, onDone: () => void) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (address: string) =>
      call('changeOwnAddress', { params: { dossierId }, body: { address }, idempotencyKey: randomKey() }),
    onSuccess: async (dossier) => {
      cache.setQueryData(dossierQuery(dossierId).queryKey, dossier);
      await cache.invalidateQueries({ queryKey: mailAddressesQuery.queryKey });
      onDone();
    },
  });
}
