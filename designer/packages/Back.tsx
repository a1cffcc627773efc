import { Link } from 'react-router';
import { t } from '../../forms/text/designer.ts';

interface Props {
  readonly packageId: string;
  /** Of the procedure; without it the way leads to all of them. */
  readonly title: string | undefined;
}

/** The way back from a file to its procedure. */
export const Back = ({ packageId, title }: Props) => (
  <p className="fb-back">
    {title === undefined ? (
      <Link to="/">{t('designer.packages.home.back')}</Link>
    ) : (
      <Link to={`/procedimenti/${packageId}`}>{t('designer.packages.file.backTo', { title })}</Link>
    )}
  </p>
);
