import { Spinner } from 'design-react-kit';
import { t } from '../text/text.ts';

/** A wait, announced to screen readers. */
export const Loading = ({ label = t('kit.loading') }: { readonly label?: string }) => (
  <div className="iter-loading" role="status">
    <Spinner active aria-hidden="true" label="" />
    <span>{label}</span>
  </div>
);
