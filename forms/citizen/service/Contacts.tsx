import type { ServiceCard } from '../../contract/procedures.ts';
import { inItalian, wordsOf } from '../../kit/own-language.ts';
import { Said } from '../../kit/Said.tsx';
import { t } from '../../text/text.ts';

interface ContactsProps {
  readonly contacts: ServiceCard['contacts'];
  /** Their names in English, one for each. */
  readonly names: readonly string[] | undefined;
}

/** The offices that answer questions about the service. */
export const Contacts = ({ contacts, names }: ContactsProps) => (
  <ul className="contacts" data-element="contacts">
    {contacts.map(({ name, email, telephone, address }, at) => (
      <li key={name}>
        <p className="fw-semibold mb-1">
          <Said words={wordsOf(name, names?.[at])} />
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
