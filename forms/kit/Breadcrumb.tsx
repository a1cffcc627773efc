import { Link } from 'react-router';
import { t } from '../text/text.ts';

/** A step on the way to the page; the last one has no address. */
export interface Crumb {
  readonly label: string;
  readonly to?: string;
}

/** The way from the first page to this one. */
export const Breadcrumb = ({ crumbs }: { readonly crumbs: readonly Crumb[] }) => (
  <nav className="breadcrumb-container" aria-label={t('kit.breadcrumb')}>
    <ol className="breadcrumb" data-element="breadcrumb">
      {crumbs.map(({ label, to }) =>
        to === undefined ? (
          <li key={label} className="breadcrumb-item active" aria-current="page">
            {label}
          </li>
        ) : (
          <li key={label} className="breadcrumb-item">
            <Link to={to}>{label}</Link>
            <span className="separator" aria-hidden="true">
              /
            </span>
          </li>
        ),
      )}
    </ol>
  </nav>
);
