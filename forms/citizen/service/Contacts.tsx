import type { ServiceCard } from '../../contract/procedures.ts';
import { inItalian } from '../language.ts';
import { t } from '../../text/text.ts';

/** The offices that answer questions about the service. */
export const Contacts = ({ contacts }: { readonly contacts: ServiceCard['contacts'] }) => (
  <ul className="contacts" data-element="contacts">
    {contacts.map(({ name, email, telephone, address }) => (
      <li key={name}>
        <p className="fw-semibold mb-1" {...inItalian()}>
          {name}
        </p>
        {address ? (
          <p>
            {t('citizen.service.address')}: <span {...inItalian()}>{address}</span>
          </p>
        ) : null}
        {telephone ? (
          <p>
            {t('citizen.service.telephone')}: <a href={`tel:${telephone.replace(/[^+\d]/g, '')}`}>{telephone}</a>
          </p>
        ) : null}
        {email ? (
          <p>
            {t('citizen.service.email')}: <a href={`mailto:${email}`}>{email}</a>
          </p>
        ) : null}
      </li>
    ))}
  </ul>
);
