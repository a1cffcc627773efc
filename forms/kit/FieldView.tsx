import { memo, useCallback, useMemo, type ComponentType } from 'react';
import { fieldComponents } from '../fields/registry.tsx';
import { schemaOf } from '../fields/schemas.ts';
import { joinPath } from '../schema/components.ts';
import type { Answers, FieldComponent, Json } from '../schema/document.ts';
import { isSame } from '../schema/json.ts';
import { isReadOnly } from '../schema/field-now.ts';
import type { KnownAnswer } from '../schema/prefill.ts';
import { computedOf } from '../schema/settle.ts';
import type { Language } from '../text/language.ts';
import { issueText } from '../text/issue-text.ts';
import { t } from '../text/text.ts';
import { Correction } from './Correction.tsx';
import { inputId, type FieldProps } from './field-props.ts';
import { useFormView, type FormView } from './form-view.ts';
import { nameOf, originNote } from './known.ts';
import { useLanguage } from './use-language.ts';

/** Where components stand. */
export interface Place {
  /** The path of the item of a repeating group, or ''. */
  readonly path: string;
  /** The answers of that place, as they are being written and as they settled. */
  readonly values: Answers;
  readonly settled: Answers;
}

/** Whether a field may be changed, and what is said about it. */
interface Standing {
  readonly isFixed: boolean;
  readonly note?: string;
  /** Set when the field may be corrected with a reason. */
  readonly correctable?: KnownAnswer;
}

function standingOf(field: FieldComponent, place: Place, view: FormView): Standing {
  if (computedOf(field)) return { isFixed: true, note: t('kit.form.computed') };
  if (place.path !== '') return { isFixed: false };
  const { key } = field;
  const known = view.known.get(key);
  const isLocked = view.lockedKeys.has(key);
  if (known?.may === 'correct') {
    const isOpen = view.reasons[key] !== undefined;
    return { isFixed: !isOpen, note: originNote(known), correctable: known };
  }
  if (known?.may === 'write' && !isSame(known.value, place.values[key])) return { isFixed: false };
  if (known) return { isFixed: isLocked || known.may === 'read', note: originNote(known) };
  if (isLocked) return { isFixed: true, note: t('kit.form.locked') };
  return view.declaredKeys.has(key) ? { isFixed: false, note: t('kit.origin.declared') } : { isFixed: false };
}

interface DrawnProps extends FieldProps {
  /** The React part of the type. */
  readonly part: ComponentType<FieldProps>;
  /** Only compared: all words change with it. */
  readonly language: Language;
}

/**
 * A field is drawn again only when something of its own has changed: in a form of two hundred fields every key that is
 * pressed would draw all of them, which takes longer than the 16 ms of a frame.
 */
const Drawn = memo(function Drawn({ part: Field, language: _language, ...field }: DrawnProps) {
  return <Field {...field} />;
});

const NO_PROPERTIES = {};

/** The answers beside a field that its properties name, for no other makes it look different; new only when they are. */
function useBeside({ properties = NO_PROPERTIES }: FieldComponent, values: Answers): Answers {
  const named = useMemo(() => Object.values(properties), [properties]).filter((name) => Object.hasOwn(values, name));
  const text =
    named.length === 0 ? '{}' : JSON.stringify(Object.fromEntries(named.map((name) => [name, values[name] ?? null])));
  // What was written as text a line above.
  return useMemo(() => JSON.parse(text) as Answers, [text]);
}

/** What is wrong with the parts of a value; the same function as long as that is the same. */
function usePartError(path: string, errors: FormView['errors']): FieldProps['partError'] {
  const prefix = `${path}.`;
  const wrong = Object.entries(errors).filter(([each]) => each.startsWith(prefix));
  const own = wrong.length === 0 ? '[]' : JSON.stringify(wrong);
  return useMemo(() => {
    // What was written as text a line above.
    const known = new Map(JSON.parse(own) as readonly (readonly [string, string])[]);
    return (part) => known.get(prefix + part);
  }, [own, prefix]);
}

/** A field with its answer, its errors and, when the answer is known already, where it comes from. */
export function FieldView({ component, place }: { readonly component: FieldComponent; readonly place: Place }) {
  const view = useFormView();
  const language = useLanguage();
  const path = joinPath(place.path, component.key);
  const field = view.settled.fieldAt(component, place.path);
  const schema = schemaOf(field);
  const { isFixed, note, correctable } = standingOf(field, place, view);
  const isKept = isReadOnly(field);
  const settled = isFixed || isKept ? place.settled[field.key] : undefined;
  const written = isKept ? undefined : place.values[field.key];
  const value = settled ?? written ?? schema.emptyValue;
  // What lacks is said at the reason and not at the field as well.
  const noReason = correctable && issueText({ path, code: 'field.reason-required', params: { label: nameOf(field) } });
  const lacksReason = noReason !== undefined && view.errors[path] === noReason;
  const { setValue, blur, setReason } = view;
  const onChange = useCallback((next: Json) => setValue(path, next), [setValue, path]);
  const onBlur = useCallback(() => blur(path), [blur, path]);
  const drawn = (
    <Drawn
      part={fieldComponents[schema.type]}
      language={language}
      component={field}
      id={inputId(path)}
      path={path}
      value={value}
      error={lacksReason ? undefined : view.errors[path]}
      partError={usePartError(path, view.errors)}
      readOnly={view.readOnly || isFixed || isKept}
      lockNote={note}
      onChange={onChange}
      onBlur={onBlur}
      host={view.host}
      beside={useBeside(field, place.values)}
      today={view.today}
    />
  );
  if (!correctable || view.readOnly) return drawn;
  const takeBack = (reason: string | undefined): void => {
    if (reason === undefined) setValue(path, correctable.value);
    setReason(field.key, reason);
  };
  return (
    <>
      {drawn}
      <Correction
        component={field}
        id={inputId(path)}
        reason={view.reasons[field.key]}
        isWrong={lacksReason}
        onReason={takeBack}
      />
    </>
  );
}
