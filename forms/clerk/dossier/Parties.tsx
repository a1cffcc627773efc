import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addressOf } from '../../contract/client.ts';
import type { MandateView } from '../../contract/dossiers.ts';
import type { OfficeDossier } from '../../contract/tasks.ts';
import { AddressForm, type NewAddress } from '../../kit/AddressForm.tsx';
import { Button } from '../../kit/Button.tsx';
import { problemOf } from '../../kit/failure.ts';
import { Mandate } from '../../kit/Mandate.tsx';
import { randomKey } from '../../kit/random-key.ts';
import { t } from '../../text/clerk.ts';
import { useAnnounce } from '../layout/announcer.tsx';
import { call, dossierQuery } from '../queries.ts';

type Party = OfficeDossier['parties'][number];

/** Who is concerned by a dossier, and how to reach them. */
export function Parties({ dossierId, parties }: Pick<OfficeDossier, 'dossierId' | 'parties'>) {
  return (
    <ul className="desk-plain">
      {parties.map((party, index) => (
        <li key={`${party.role} ${party.name} ${party.fiscalCode ?? index}`} className="desk-party">
          <strong>{party.name}</strong>
          <span className="desk-quiet">{t(`clerk.dossier.role.${party.role}`)}</span>
          {party.fiscalCode === undefined ? null : <span className="desk-code">{party.fiscalCode}</span>}
          {party.email === undefined ? null : <a href={`mailto:${party.email}`}>{party.email}</a>}
          {party.certifiedMail === undefined ? null : (
            <span>{t('clerk.dossier.certifiedMail', { address: party.certifiedMail })}</span>
          )}
          {party.mayChangeAddress ? <Address dossierId={dossierId} number={index + 1} party={party} /> : null}
          {party.through === undefined ? null : <Through dossierId={dossierId} mandate={party.through} />}
        </li>
      ))}
    </ul>
  );
}

interface AddressProps {
  readonly dossierId: string;
  /** The place of the party, counted from one. */
  readonly number: number;
  readonly party: Party;
}

/** The way to another address of a party. */
function Address({ dossierId, number, party }: AddressProps) {
  const [isChanging, setChanging] = useState(false);
  const cache = useQueryClient();
  const announce = useAnnounce();
  const changing = useMutation({
    mutationFn: (body: NewAddress) =>
      call('changePartyAddress', { params: { dossierId, number }, body, idempotencyKey: randomKey() }),
    onSuccess: (dossier, { address }) => {
      cache.setQueryData(dossierQuery(dossierId).queryKey, dossier);
      setChanging(false);
      announce(t('clerk.dossier.address.done', { address }));
    },
  });
  if (!isChanging)
    return (
      <Button
        color="link"
        size="xs"
        className="desk-party-change"
        label={t('clerk.dossier.address.changeOf', { name: party.name })}
        onClick={() => setChanging(true)}
      >
        {t('clerk.dossier.address.change')}
      </Button>
    );
  return (
    <AddressForm
      id={`party-${number}`}
      hint={t('clerk.dossier.address.hint')}
      save={t('clerk.dossier.address.save')}
      cancel={t('clerk.dossier.address.cancel')}
      reasonLabel={t('clerk.dossier.address.reason')}
      busy={changing.isPending}
      problem={changing.isError ? problemOf(changing.error) : undefined}
      onSave={(given) => changing.mutate(given)}
      onCancel={() => setChanging(false)}
    />
  );
}

/** Who acts for a party, and by which mandate. */
function Through({ dossierId, mandate }: { readonly dossierId: string; readonly mandate: MandateView }) {
  return (
    <div className="desk-through">
      <span>{t('clerk.dossier.through', { name: mandate.name })}</span>
      <Mandate
        mandate={mandate}
        documentHref={(documentId) =>
          addressOf('readDocument', { params: { dossierId, documentId }, query: { audience: 'office' } })
        }
      />
    </div>
  );
}
