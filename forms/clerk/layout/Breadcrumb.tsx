import { Link } from 'react-router';
import { t } from '../../text/text.ts';

/** The way back: links to the pages above, and the name of this one. */
export function Breadcrumb({ above, here }: Props) {
  return (
    <nav className="breadcrumb-container desk-breadcrumb" aria-label={t('clerk.app.breadcrumb')}>
      <ol className="breadcrumb">
        {above.map(({ to, label }) => (
          <li key={to} className="breadcrumb-item">
            <Link to={to}>{label}</Link>
            <span className="separator" aria-hidden="true">
              /
            </span>
          </li>
        ))}
        <li className="breadcrumb-item active" aria-current="page">
          {here}
        </li>
      </ol>
    </nav>
  );
}

interface Props {
  readonly above: readonly { readonly to: string; readonly label: string }[];
  readonly here: string;
}
