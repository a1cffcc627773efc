import type { FieldProps } from '../../kit/field-props.ts';
import { FieldShell } from '../../kit/FieldShell.tsx';
import { TextInput } from '../../kit/TextInput.tsx';
import { t } from '../../text/text.ts';
import { halvesOf, limitDay, momentOf } from './schema.ts';

const LAST_DAY = '9999-12-31';

function limits({ component, today }: FieldProps): { readonly min: string | undefined; readonly max: string } {
  const { notBefore, notAfter } = component.properties ?? {};
  return { min: limitDay(notBefore, today), max: limitDay(notAfter, today) ?? LAST_DAY };
}

const Day = (field: FieldProps) => <TextInput field={field} type="date" look="short" {...limits(field)} />;

function Time(field: FieldProps) {
  const { notBefore, notAfter } = field.component.properties ?? {};
  return <TextInput field={field} type="time" look="short" min={notBefore} max={notAfter} />;
}

/** Day and time side by side; the answer holds both, with a `T` between them. */
function DayAndTime(field: FieldProps) {
  const { day, time } = halvesOf(field.value);
  const change = (nextDay: string, nextTime: string): void =>
    field.onChange(nextDay === '' && nextTime === '' ? '' : `${nextDay}T${nextTime}`);
  return (
    <FieldShell field={field} as="group">
      {({ id, required, ...links }) => (
        <div className="iter-moment">
          <div>
            <label htmlFor={id}>{t('fields.moment.day')}</label>
            <input
              {...links}
              {...limits(field)}
              id={id}
              name={id}
              type="date"
              className="form-control"
              required={required}
              readOnly={field.readOnly}
              value={day}
              onChange={(event) => change(event.target.value, time)}
              onBlur={field.onBlur}
            />
          </div>
          <div>
            <label htmlFor={`${id}-time`}>{t('fields.moment.time')}</label>
            <input
              {...links}
              id={`${id}-time`}
              name={`${id}-time`}
              type="time"
              className="form-control"
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

/** A calendar day, a time of day or both, with the pickers of the browser. */
export function DateField(field: FieldProps) {
  const moment = momentOf(field.component);
  if (moment === 'datetime') return <DayAndTime {...field} />;
  return moment === 'time' ? <Time {...field} /> : <Day {...field} />;
}
