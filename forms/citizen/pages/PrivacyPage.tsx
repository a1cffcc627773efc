import { t } from '../../text/text.ts';
import { OutsideLink } from '../service/OutsideLink.tsx';
import { TextPage } from './TextPage.tsx';

/** The notice on personal data of the site (GDPR, artt. 13 and 14); each service has its own besides. */
export const PrivacyPage = () => (
  <TextPage
    title={t('citizen.privacy.title')}
    lead={t('citizen.privacy.lead')}
    parts={[
      [t('citizen.privacy.controllerHeading'), <p>{t('citizen.privacy.controller')}</p>],
      [t('citizen.privacy.purposeHeading'), <p>{t('citizen.privacy.purpose')}</p>],
      [t('citizen.privacy.identityHeading'), <p>{t('citizen.privacy.identity')}</p>],
      [t('citizen.privacy.retentionHeading'), <p>{t('citizen.privacy.retention')}</p>],
      [t('citizen.privacy.cookiesHeading'), <p>{t('citizen.privacy.cookies')}</p>],
      [
        t('citizen.privacy.rightsHeading'),
        <p>
          {t('citizen.privacy.rights')}{' '}
          <OutsideLink href="https://www.garanteprivacy.it">{t('citizen.privacy.rightsLink')}</OutsideLink>
        </p>,
      ],
    ]}
  />
);
