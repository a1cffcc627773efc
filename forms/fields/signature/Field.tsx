import type { FieldProps } from '../../kit/field-props.ts';
import { FieldShell, type InputLinks } from '../../kit/FieldShell.tsx';
import type { Answers } from '../../schema/document.ts';
import { isRecord } from '../../schema/json.ts';
import { formatDateTime } from '../../text/format.ts';
import { t } from '../../text/text.ts';
import { confirmedText, isByName, isConfirmed } from './schema.ts';

/** The gesture with its instant, by the clock of this browser. */
const confirmation = (field: FieldProps, more: Answers = {}): Answers => ({
  text: confirmedText(field.component),
  at: new Date().toISOString(),
  ...more,
});

interface GestureProps {
  readonly field: FieldProps;
  readonly links: InputLinks;
  readonly given: Answers;
}

const Tick = ({ field, links, given }: GestureProps) => (
  <div className="form-check iter-check">
    <input
      {...links}
      name={links.id}
      type="checkbox"
      checked={isConfirmed(field.component, given)}
      disabled={field.readOnly}
      onChange={(event) => field.onChange(event.target.checked ? confirmation(field) : '')}
      onBlur={field.onBlur}
    />
    <label htmlFor={links.id}>{confirmedText(field.component)}</label>
  </div>
);

const WrittenName = ({ field, links, given }: GestureProps) => (
  <>
    <p className="iter-confirmed-text">{confirmedText(field.component)}</p>
    <label className="iter-inner-label" htmlFor={links.id}>
      {t('fields.signature.name')}
    </label>
    <div className="iter-input">
      <input
        {...links}
        name={links.id}
        type="text"
        className="form-control"
        autoComplete="name"
        readOnly={field.readOnly}
        value={typeof given['name'] === 'string' ? given['name'] : ''}
        onChange={(event) =>
          field.onChange(event.target.value === '' ? '' : confirmation(field, { name: event.target.value }))
        }
        onBlur={field.onBlur}
      />
    </div>
  </>
);

/** A text to confirm, with a tick or by writing one's name; it says when that was done. */
export function SignatureField(field: FieldProps) {
  const given = isRecord(field.value) ? field.value : {};
  const { at } = given;
  const Gesture = isByName(field.component) ? WrittenName : Tick;
  return (
    <FieldShell field={field} as="group" note={t('fields.signature.note')}>
      {(links) => (
        <>
          <Gesture field={field} links={links} given={given} />
          {typeof at === 'string' && (
            <p className="iter-confirmed-at">{t('fields.signature.at', { at: formatDateTime(at) })}</p>
          )}
        </>
      )}
    </FieldShell>
  );
}
