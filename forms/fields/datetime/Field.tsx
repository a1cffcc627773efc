import type { FieldProps } from '../../kit/field-props.ts';
import { FieldShell } from '../../kit/FieldShell.tsx';
import { TextInput } from '../../kit/TextInput.tsx';
import { textOf } from '../../kit/field-props.ts';
import { t } from '../../text/text.ts';
import { Calendar } from './Calendar.tsx';
import { halvesOf, italianDate, momentFrom, momentOf } from './schema.ts';

const Day = (field: FieldProps) => (
  <TextInput
    field={field}
    text={italianDate(textOf(field.value))}
    note={field.readOnly ? undefined : t('fields.moment.dateHint')}
    inputMode="numeric"
    look="short"
    after={<Calendar field={field} day={textOf(field.value)} onPick={field.onChange} />}
  />
);

const Time = (field: FieldProps) => (
  <TextInput
    field={field}
    note={field.readOnly ? undefined : t('fields.moment.timeHint')}
    inputMode="numeric"
    look="short"
  />
);

/** Day and time side by side; the answer holds both, with a `T` between them. */
function DayAndTime(field: FieldProps) {
  const { day, time } = halvesOf(field.value);
  const change = (nextDay: string, nextTime: string): void => field.onChange(momentFrom(nextDay, nextTime));
  const input = { className: 'form-control', inputMode: 'numeric', autoComplete: 'off' } as const;
  return (
    <FieldShell field={field} as="group" note={field.readOnly ? undefined : t('fields.moment.bothHint')}>
      {({ id, required, ...links }) => (
        <div className="iter-moment">
          <div>
            <label htmlFor={id}>{t('fields.moment.day')}</label>
            <div className="iter-input">
              <input
                {...links}
                {...input}
                id={id}
                name={id}
                required={required}
                readOnly={field.readOnly}
                value={italianDate(day)}
                onChange={(event) => change(event.target.value, time)}
                onBlur={field.onBlur}
              />
              <Calendar field={field} day={day} onPick={(next) => change(next, time)} />
            </div>
          </div>
          <div>
            <label htmlFor={`${id}-time`}>{t('fields.moment.time')}</label>
            <input
              {...links}
              {...input}
              id={`${id}-time`}
              name={`${id}-time`}
              required={required}
              readOnly={field.readOnly}
              value={time}
              onChange={(event) => change(day, event.target.value)}
              onBlur={field.onBlur}
            />
          </div>
        </div>
      )}
    </FieldShell>
  );
}

/**
 * A calendar day, a time of day or both, written as texts; a day may be picked from the calendar of the browser as
 * well.
 */
export function DateField(field: FieldProps) {
  const moment = momentOf(field.component);
  if (moment === 'datetime') return <DayAndTime {...field} />;
  return moment === 'time' ? <Time {...field} /> : <Day {...field} />;
}
