import { t } from '../../text/text.ts';

interface PageIndexProps {
  readonly entries: readonly { readonly id: string; readonly title: string }[];
}

/** The parts of a page, each a jump to its place. */
export const PageIndex = ({ entries }: PageIndexProps) => (
  <nav className="page-index" aria-label={t('citizen.service.pageIndex')} data-element="page-index">
    <p className="page-index-title">{t('citizen.service.pageIndex')}</p>
    <ul>
      {entries.map(({ id, title }) => (
        <li key={id}>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ul>
  </nav>
);
