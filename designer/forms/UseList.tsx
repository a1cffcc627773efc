import { t } from '../../forms/text/designer.ts';
import type { Use } from './usage/uses-of.ts';

/** Places that use an answer, by name. */
export const UseList = ({ uses }: { readonly uses: readonly Use[] }) => (
  <ul className="fb-uses">
    {uses.map(({ kind, file, place, expression }) => (
      <li key={`${file} ${place} ${expression}`}>
        <strong>
          {t(`designer.builder.kinds.${kind}`)}
          {place === '' ? '' : ` «${place}»`}
        </strong>{' '}
        <span className="fb-quiet">{file}</span>
        {expression !== '' && <code>{expression}</code>}
      </li>
    ))}
  </ul>
);
