import { t } from '../../text/text.ts';
import { OutsideLink } from '../service/OutsideLink.tsx';
import { TextPage } from './TextPage.tsx';

/** The accessibility statement (L. 4/2004) with the way to report a barrier. */
export const AccessibilityPage = () => (
  <TextPage
    title={t('citizen.accessibility.title')}
    lead={t('citizen.accessibility.lead')}
    parts={[
      [t('citizen.accessibility.stateHeading'), <p>{t('citizen.accessibility.state')}</p>],
      [
        t('citizen.accessibility.howHeading'),
        <ul>
          <li>{t('citizen.accessibility.how1')}</li>
          <li>{t('citizen.accessibility.how2')}</li>
          <li>{t('citizen.accessibility.how3')}</li>
        </ul>,
      ],
      [t('citizen.accessibility.limitsHeading'), <p>{t('citizen.accessibility.limits')}</p>],
      [
        t('citizen.accessibility.feedbackHeading'),
        <>
          <p>{t('citizen.accessibility.feedback')}</p>
          <p>
            <OutsideLink href="https://www.agid.gov.it/it/agenzia/difensore-civico-per-il-digitale">
              {t('citizen.accessibility.feedbackLink')}
            </OutsideLink>
          </p>
        </>,
      ],
    ]}
  />
);
