import { getIn, useFormik } from 'formik';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { isList } from '../schema/components.ts';
import type { Answers, FormDocument, Issue, Json } from '../schema/document.ts';
import { overlaid } from '../schema/json.ts';
import type { Reasons } from '../schema/origins.ts';
import { fieldsOf } from '../schema/pages.ts';
import { settle } from '../schema/settle.ts';
import type { FormView } from './form-view.ts';
import type { FormProps } from './Form.tsx';
import type { Host } from './host.ts';
import { issueTextIn } from './issue-words.ts';
import { withItemName } from './item-name.ts';
import { heldOf, judge } from './judge.ts';

/** A form at work. */
export interface FormAtWork {
  readonly view: FormView;
  /** Issues that are shown now, in the order of reading. */
  readonly entries: readonly { readonly path: string; readonly text: string }[];
  /** Grows with every attempt to go on. */
  readonly attempt: number;
  readonly submit: () => Promise<void>;
}

/** Answers with the blank items that a repeating group starts with. */
function withBlankItems(form: FormDocument, answers: Answers): Answers {
  const blanks = fieldsOf(form).flatMap(({ component, path }): readonly (readonly [string, Json])[] => {
    if (!isList(component) || path !== component.path || answers[path] !== undefined) return [];
    const count = component.defaultRepetitions ?? 0;
    return count > 0 ? [[path, Array.from({ length: count }, () => ({}))]] : [];
  });
  return { ...answers, ...Object.fromEntries(blanks) };
}

const sentences = (form: FormDocument, issues: readonly Issue[]): Record<string, string> =>
  Object.fromEntries(issues.map((issue) => [issue.path, issueTextIn(form, issue)]));

/** An error line that goes away under a pressed pointer moves the target, and the click is lost: the judging waits. */
const BLUR_PAUSE_MS = 200;

const NO_ISSUES: readonly Issue[] = [];
const NO_HOST: Host = {};
const NO_REASONS: Reasons = {};

type Errors = Readonly<Record<string, string>>;

/** Why known answers are corrected: kept here unless the app keeps them. */
function useReasons({ reasons, onReason }: FormProps) {
  const [own, setOwn] = useState(NO_REASONS);
  const setReason = useCallback(
    (key: string, reason: string | undefined): void => {
      setOwn(({ [key]: _before, ...others }) => (reason === undefined ? others : { ...others, [key]: reason }));
      onReason?.(key, reason);
    },
    [onReason],
  );
  return { reasons: reasons ?? own, setReason };
}

/** What is known, by key, as the fields ask for it. */
function useKnown({ locked, known, declared }: FormProps) {
  return {
    lockedKeys: useMemo(() => new Set(locked), [locked]),
    known: useMemo(() => new Map(known?.map((each) => [each.key, each])), [known]),
    declaredKeys: useMemo(() => new Set(declared?.map(({ key }) => key)), [declared]),
  };
}

/** The issues of the server that still hold, and how many times it has refused. */
function useRefusals(serverIssues: readonly Issue[], values: Answers) {
  const [refused, setRefused] = useState({ issues: NO_ISSUES, values, times: 0 });
  if (refused.issues !== serverIssues) {
    setRefused({ issues: serverIssues, values, times: refused.times + (serverIssues.length > 0 ? 1 : 0) });
  }
  // An answer that has changed since is no longer the one that was refused.
  const refusals = useMemo(
    () => refused.issues.filter(({ path }) => getIn(values, path) === getIn(refused.values, path)),
    [refused, values],
  );
  return { refusals, times: refused.times };
}

/** Keeps a page of a form with Formik: judged when the person goes on, and from then on whenever a field is left. */
export function useForm(props: FormProps): FormAtWork {
  const { form, answers, context, today, host = NO_HOST, readOnly = false, serverIssues = NO_ISSUES, onChange } = props;
  const [attempt, setAttempt] = useState(0);
  const { reasons, setReason } = useReasons(props);
  const judged = { ...props, reasons };
  const formik = useFormik<Answers>({
    initialValues: withBlankItems(form, answers),
    validate: (values) => sentences(form, judge(values, judged).issues),
    validateOnChange: false,
    validateOnBlur: attempt > 0,
    onSubmit: (values) => props.onSubmit(judge(values, judged).values),
  });
  const { values, setFieldValue, setFieldTouched } = formik;

  const told = useRef(values);
  useEffect(() => {
    if (told.current === values) return;
    told.current = values;
    onChange?.(values);
  }, [values, onChange]);

  const { refusals, times } = useRefusals(serverIssues, values);
  const { held, known } = props;
  const kept = useMemo(() => heldOf({ form, held, known }), [form, held, known]);
  const settled = useMemo(
    () => settle(form, values, { variables: { ...context, today }, held: kept }),
    [form, values, context, today, kept],
  );
  // Formik nests the type of errors as answers are nested; ours are flat, by path.
  const own = formik.errors as Errors;
  const errors = useMemo((): Errors => ({ ...sentences(form, refusals), ...own }), [form, refusals, own]);
  const view: FormView = {
    host,
    today,
    variables: useMemo(() => overlaid({ ...context, today }, settled.answers), [context, today, settled]),
    values,
    settled,
    errors,
    ...useKnown(props),
    reasons,
    readOnly,
    setValue: useCallback((path, value) => void setFieldValue(path, value), [setFieldValue]),
    blur: useCallback((path) => void setTimeout(() => void setFieldTouched(path), BLUR_PAUSE_MS), [setFieldTouched]),
    setReason,
  };
  const submit = async (): Promise<void> => {
    await formik.submitForm();
    setAttempt((count) => count + 1);
  };
  return {
    view,
    entries: Object.entries(errors).map(([path, text]) => ({ path, text: withItemName(form, path, text) })),
    attempt: attempt + times,
    submit,
  };
}
