import { t } from '../text/text.ts';
import { Icon } from './Icon.tsx';

/** Settings of an error line. */
export interface ErrorLineProps {
  /** The id of the input: the line has `-error` added, which the input names in `aria-describedby`. */
  readonly id: string;
  /** The sentence; nothing is shown without one. */
  readonly error: string | undefined;
}

/** What is wrong with the answer of an input, below it. */
export const ErrorLine = ({ id, error }: ErrorLineProps) =>
  error ? (
    <p id={`${id}-error`} className="iter-field-error">
      <Icon name="it-error" size="sm" className="icon-danger" />
      <span>
        <span className="visually-hidden">{t('kit.errors.prefix')} </span>
        {error}
      </span>
    </p>
  ) : null;
