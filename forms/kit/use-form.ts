import { getIn, useFormik } from 'formik';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { isList } from '../schema/components.ts';
import type { Answers, FormDocument, Issue, Json } from '../schema/document.ts';
import { overlaid } from '../schema/json.ts';
import type { Reasons } from '../schema/origins.ts';
import { fieldsOf } from '../schema/pages.ts';
import { openedAnswers } from '../schema/prefill.ts';
import { settle } from '../schema/settle.ts';
import type { FormView } from './form-view.ts';
import type { FormProps } from './form-props.ts';
import type { Host } from './host.ts';
import { issueTextIn } from './issue-words.ts';
import { withItemName } from './item-name.ts';
import { heldOf, judge } from './judge.ts';
import { useErrors, type Telling } from './use-errors.ts';
import { afterUploads } from './uploads-in-hand.ts';

/** A form at work. */
export interface FormAtWork {
  readonly view: FormView;
  /** Issues that are shown now, in the order of reading. */
  readonly entries: readonly { readonly path: string; readonly text: string }[];
  /** Grows with every attempt to go on. */
  readonly attempt: number;
  /** Waits for the files that are on their way. */
  readonly submit: () => void;
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

/** The errors of the form now, by path, and those listed on top, which change only when the person pauses. */
function useTold(props: FormProps, values: Answers, { telling, refusals, times }: ToldFrom) {
  const { form, page, context, today, host, known, held, reasons } = props;
  const { told, isTelling, pauses } = telling;
  const errors = useMemo((): Errors => {
    const judged = { form, page, context, today, host, known, held, reasons };
    const own = isTelling ? told(judge(values, judged).issues) : NO_ISSUES;
    return { ...sentences(form, refusals), ...sentences(form, own) };
  }, [form, page, context, today, host, known, held, reasons, values, told, isTelling, refusals]);
  const [listed, setListed] = useState({ errors, pauses, times });
  if (listed.pauses !== pauses || listed.times !== times) setListed({ errors, pauses, times });
  return { errors, listed: listed.errors };
}

interface ToldFrom {
  readonly telling: Telling;
  readonly refusals: readonly Issue[];
  readonly times: number;
}

/** The answers with which a form comes to the screen. */
function openingOf(props: FormProps): Answers {
  const { form, answers, context, today, known = [], reasons = NO_REASONS, locked = [] } = props;
  const start = heldOf(props);
  const given = withBlankItems(form, answers);
  if (start === undefined) return given;
  const held = known.filter(({ may, key }) => may === 'read' || (may === 'correct' && reasons[key] === undefined));
  const fixed = new Set([...locked, ...held.map(({ key }) => key)]);
  return openedAnswers(form, given, { start, fixed, variables: { ...context, today } });
}

/** The function as it was drawn last, for whoever calls it later: by then the answers are others. */
function useLatest(work: () => Promise<void>): () => void {
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  });
  return () => void latest.current();
}

/** Keeps a page of a form with Formik. */
export function useForm(props: FormProps): FormAtWork {
  const { form, context, today, host = NO_HOST, readOnly = false, serverIssues = NO_ISSUES, onChange } = props;
  const [attempt, setAttempt] = useState(0);
  const { reasons, setReason } = useReasons(props);
  const [initialValues] = useState(() => openingOf(props));
  const { values, setFieldValue } = useFormik<Answers>({ initialValues, onSubmit: () => undefined });

  const latest = useRef(values);
  useEffect(() => {
    if (latest.current === values) return;
    latest.current = values;
    onChange?.(values);
  }, [values, onChange]);

  const telling = useErrors();
  const { change, leave, tell } = telling;
  const { refusals, times } = useRefusals(serverIssues, values);
  const { errors, listed } = useTold({ ...props, reasons }, values, { telling, refusals, times });
  const { held, known } = props;
  const kept = useMemo(() => heldOf({ form, held, known }), [form, held, known]);
  const settled = useMemo(
    () => settle(form, values, { variables: { ...context, today }, held: kept }),
    [form, values, context, today, kept],
  );
  const setValue = useCallback(
    (path: string, value: Json): void => {
      change(latest.current, path, value);
      void setFieldValue(path, value, false);
    },
    [change, setFieldValue],
  );
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
    setValue,
    blur: leave,
    setReason,
  };
  const submit = useLatest(async (): Promise<void> => {
    const judgement = judge(values, { ...props, reasons });
    tell(judgement.issues);
    setAttempt((count) => count + 1);
    if (judgement.issues.length === 0) await props.onSubmit(judgement.values);
  });
  const entries = Object.entries(attempt + times > 0 ? listed : {});
  return {
    view,
    entries: entries.map(([path, text]) => ({ path, text: withItemName(form, path, text) })),
    attempt: attempt + times,
    submit: () => afterUploads(submit),
  };
}
