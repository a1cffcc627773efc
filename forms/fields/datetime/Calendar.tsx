import { useRef } from 'react';
import type { FieldProps } from '../../kit/field-props.ts';
import { Icon } from '../../kit/Icon.tsx';
import { t } from '../../text/text.ts';
import { isDate, limitDay, normalDate } from './schema.ts';

const LAST_DAY = '9999-12-31';

/** Settings of the calendar of a field. */
export interface CalendarProps {
  readonly field: FieldProps;
  /** The day as it is being written. */
  readonly day: string;
  /** Told the day that was picked, `YYYY-MM-DD`. */
  readonly onPick: (day: string) => void;
}

/**
 * A button that opens the browser's calendar. The input behind it is out of sight and out of the order of the tab key:
 * a day is written in the text field, which keeps what is no day, and picked here.
 */
export function Calendar({ field, day, onPick }: CalendarProps) {
  const picker = useRef<HTMLInputElement>(null);
  const { notBefore, notAfter } = field.component.properties ?? {};
  const written = normalDate(day.trim());
  if (field.readOnly || !('showPicker' in HTMLInputElement.prototype)) return null;
  return (
    <span className="iter-calendar">
      <input
        ref={picker}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        min={limitDay(notBefore, field.today)}
        max={limitDay(notAfter, field.today) ?? LAST_DAY}
        value={isDate(written) ? written : ''}
        onChange={(event) => {
          if (event.target.value !== '') onPick(event.target.value);
        }}
      />
      <button
        type="button"
        aria-label={t('fields.moment.calendar')}
        aria-describedby={`${field.id}-label`}
        onClick={() => picker.current?.showPicker()}
      >
        <Icon name="it-calendar" size="sm" className="icon-primary" />
      </button>
    </span>
  );
}
