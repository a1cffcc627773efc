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
import { answersAt, useFormPart, type FormView } from './form-view.ts';
import { nameOf, originNote } from './known.ts';
import { useLanguage } from './use-language.ts';

/** Whether a field may be changed, and what is said about it. */
interface Standing {
  readonly isFixed: boolean;
  readonly note?: string;
  /** Set when the field may be corrected with a reason. */
  readonly correctable?: KnownAnswer;
}

function standingOf(field: FieldComponent, place: string, view: FormView): Standing {
  if (computedOf(field)) return { isFixed: true, note: t('kit.form.computed') };
  if (place !== '') return { isFixed: false };
  const { key } = field;
  const known = view.known.get(key);
  const isLocked = view.lockedKeys.has(key);
  if (known?.may === 'correct') {
    const isOpen = view.reasons[key] !== undefined;
    return { isFixed: !isOpen, note: originNote(known), correctable: known };
  }
  if (known?.may === 'write' && !isSame(known.value, view.values[key])) return { isFixed: false };
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

/** The answers beside a field that its properties name, as JSON: no other makes it look different. */
function besideOf({ properties }: FieldComponent, values: Answers): string {
  if (properties === undefined) return '{}';
  const named = Object.values(properties).filter((name) => Object.hasOwn(values, name));
  return named.length === 0
    ? '{}'
    : JSON.stringify(Object.fromEntries(named.map((name) => [name, values[name] ?? null])));
}

/** What is wrong with the parts of a value, as JSON. */
function partErrorsOf(path: string, errors: FormView['errors']): string {
  const wrong = Object.entries(errors).filter(([each]) => each.startsWith(`${path}.`));
  return wrong.length === 0 ? '[]' : JSON.stringify(wrong);
}

/** All that the look of a field depends on; one that is the same is not drawn again. */
function lookOf(component: FieldComponent, place: string, view: FormView) {
  const path = joinPath(place, component.key);
  const field = view.settled.fieldAt(component, place);
  const { isFixed, note, correctable } = standingOf(field, place, view);
  const isKept = isReadOnly(field);
  const values = answersAt(view.values, place);
  const settled = isFixed || isKept ? answersAt(view.settled.answers, place)[field.key] : undefined;
  const written = isKept ? undefined : values[field.key];
  return {
    field,
    note,
    correctable,
    value: settled ?? written,
    error: view.errors[path],
    partErrors: partErrorsOf(path, view.errors),
    beside: besideOf(field, values),
    readOnly: view.readOnly || isFixed || isKept,
    isFormReadOnly: view.readOnly,
    reason: view.reasons[field.key],
    host: view.host,
    today: view.today,
    setValue: view.setValue,
    blur: view.blur,
    setReason: view.setReason,
  };
}

/** A function that is the same as long as what is wrong is the same. */
function usePartError(path: string, wrong: string): FieldProps['partError'] {
  return useMemo(() => {
    // Written by `partErrorsOf`.
    const known = new Map(JSON.parse(wrong) as readonly (readonly [string, string])[]);
    return (part) => known.get(`${path}.${part}`);
  }, [wrong, path]);
}

/** A field with its answer, its errors and, when the answer is known already, where it comes from. */
export function FieldView({ component, place }: { readonly component: FieldComponent; readonly place: string }) {
  const look = useFormPart((view) => lookOf(component, place, view));
  const language = useLanguage();
  const { field, correctable, setValue, blur, setReason } = look;
  const path = joinPath(place, component.key);
  const schema = schemaOf(field);
  // What lacks is said at the reason and not at the field as well.
  const noReason = correctable && issueText({ path, code: 'field.reason-required', params: { label: nameOf(field) } });
  const lacksReason = noReason !== undefined && look.error === noReason;
  const onChange = useCallback((next: Json) => setValue(path, next), [setValue, path]);
  const onBlur = useCallback(() => blur(path), [blur, path]);
  const onPartBlur = useCallback((part: string) => blur(`${path}.${part}`), [blur, path]);
  const drawn = (
    <Drawn
      part={fieldComponents[schema.type]}
      language={language}
      component={field}
      id={inputId(path)}
      path={path}
      value={look.value ?? schema.emptyValue}
      error={lacksReason ? undefined : look.error}
      partError={usePartError(path, look.partErrors)}
      readOnly={look.readOnly}
      lockNote={look.note}
      onChange={onChange}
      onBlur={onBlur}
      onPartBlur={onPartBlur}
      host={look.host}
      // Written by `besideOf`.
      beside={useMemo(() => JSON.parse(look.beside) as Answers, [look.beside])}
      today={look.today}
    />
  );
  if (!correctable || look.isFormReadOnly) return drawn;
  const takeBack = (reason: string | undefined): void => {
    if (reason === undefined) setValue(path, correctable.value);
    setReason(field.key, reason);
  };
  return (
    <>
      {drawn}
      <Correction component={field} id={inputId(path)} reason={look.reason} isWrong={lacksReason} onReason={takeBack} />
    </>
  );
}
