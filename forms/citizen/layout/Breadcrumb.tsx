import { Breadcrumb as Way, type Crumb } from '../../kit/Breadcrumb.tsx';
import { t } from '../../text/text.ts';

/** The way from the home page to this one. */
export const Breadcrumb = ({ crumbs }: { readonly crumbs: readonly Crumb[] }) => (
  <Way crumbs={[{ label: t('citizen.layout.home'), to: '/' }, ...crumbs]} />
);
