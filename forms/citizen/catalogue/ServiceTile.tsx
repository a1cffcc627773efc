import { Link } from 'react-router';
import type { ProcedureSummary } from '../../contract/procedures.ts';
import { Icon } from '../../kit/Icon.tsx';
import { t } from '../../text/text.ts';
import { shortCard } from '../service/short-card.ts';

/** One service of the catalogue. The whole tile is the target; its link is the title. */
export function ServiceTile({ procedure }: { readonly procedure: ProcedureSummary }) {
  const { category, title, shortDescription, attributes } = shortCard(procedure);
  return (
    <li className="tile">
      <p className="tile-category">
        <span {...attributes}>{category}</span>
        {procedure.status === 'suspended' ? (
          <span className="badge bg-secondary ms-2">{t('citizen.catalogue.suspended')}</span>
        ) : null}
      </p>
      <h3 className="h5">
        <Link to={`/servizi/${encodeURIComponent(procedure.procedureId)}`} className="tile-link" {...attributes}>
          {title}
        </Link>
      </h3>
      <p className="tile-text" {...attributes}>
        {shortDescription}
      </p>
      <p className="tile-go" aria-hidden="true">
        {t('citizen.catalogue.openCard')} <Icon name="it-arrow-right" className="icon-primary" />
      </p>
    </li>
  );
}
