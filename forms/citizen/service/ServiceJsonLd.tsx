import type { ProcedureDetail } from '../../contract/procedures.ts';
import { t } from '../../text/text.ts';

/** The card for machines: schema.org `GovernmentService`, with the members that the service model asks for. */
export function ServiceJsonLd({ procedure }: { readonly procedure: ProcedureDetail }) {
  // `<` is escaped, so that no text of a card can end the element.
  const json = JSON.stringify(governmentService(procedure)).replaceAll('<', '\\u003c');
  return (
    <script type="application/ld+json" data-element="metatag">
      {json}
    </script>
  );
}

function governmentService({ procedureId, service }: ProcedureDetail): object {
  const [contact] = service.contacts;
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    name: service.title,
    description: service.shortDescription,
    serviceType: service.category,
    serviceOperator: { '@type': 'GovernmentOrganization', name: contact?.name ?? t('citizen.site.owner') },
    areaServed: { '@type': 'AdministrativeArea', name: 'Emilia-Romagna' },
    audience: { '@type': 'Audience', audienceType: service.audience.join(' ') },
    availableChannel: {
      '@type': 'ServiceChannel',
      serviceUrl: new URL(`/servizi/${procedureId}`, window.location.origin).href,
      availableLanguage: { '@type': 'Language', name: 'Italian', alternateName: 'it' },
      ...(contact === undefined ? {} : { serviceLocation: serviceLocation(contact) }),
    },
  };
}

type Contact = ProcedureDetail['service']['contacts'][number];

const serviceLocation = ({ name, address }: Contact): object => ({
  '@type': 'Place',
  name,
  ...(address === undefined ? {} : { address: { '@type': 'PostalAddress', streetAddress: address } }),
});
