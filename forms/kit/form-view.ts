import { getIn } from 'formik';
import { createContext, useContext, useState, useSyncExternalStore } from 'react';
import type { Answers, Json } from '../schema/document.ts';
import { isRecord } from '../schema/json.ts';
import type { Reasons } from '../schema/origins.ts';
import type { Settled } from '../schema/settle.ts';
import type { Host } from './host.ts';
import type { KnownField } from './known.ts';

/** What the parts of one form on the screen share. */
export interface FormView {
  readonly host: Host;
  readonly today: string;
  /** What expressions and texts may refer to: context and answers. */
  readonly variables: Answers;
  /** The answers as they are being written. */
  readonly values: Answers;
  readonly settled: Settled;
  /** Sentences by path. */
  readonly errors: Readonly<Record<string, string>>;
  readonly lockedKeys: ReadonlySet<string>;
  /** What is known already, and the fields of which it could not be asked, by key. */
  readonly known: ReadonlyMap<string, KnownField>;
  readonly declaredKeys: ReadonlySet<string>;
  readonly reasons: Reasons;
  readonly readOnly: boolean;
  readonly setValue: (path: string, value: Json) => void;
  readonly blur: (path: string) => void;
  readonly setReason: (key: string, reason: string | undefined) => void;
}

/** The answers of the form, or those of an item of a repeating group, such as `soci[0]`. */
export function answersAt(answers: Answers, place: string): Answers {
  if (place === '') return answers;
  const found: unknown = getIn(answers, place);
  // What stands at the path of an item is an item, or is not there yet.
  return isRecord(found as Json | undefined) ? (found as Answers) : {};
}

/**
 * The view of a form and who wants to know of a new one. In a form of two hundred fields a key that is pressed concerns
 * one or two of them: parts ask for what they need (`useFormPart`) and are drawn again only when that has changed.
 */
export interface FormViewStore {
  readonly view: () => FormView;
  readonly put: (view: FormView) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A store that starts with a view. */
export function createFormViewStore(first: FormView): FormViewStore {
  const listeners = new Set<() => void>();
  let current = first;
  return {
    view: () => current,
    put: (view) => {
      if (view === current) return;
      current = view;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Hands the view of a form down to its components; `FormViewProvider` fills it. */
export const FormViewContext = createContext<FormViewStore | undefined>(undefined);

const isSamePart = <Part extends object>(one: Part, other: Part): boolean =>
  Object.entries(one).every(([name, value]) => Object.is(value, Reflect.get(other, name)));

/**
 * Gives the answer at a path as it stands when asked: for what ends later, such as an upload, when other answers have
 * changed and the field may be hidden.
 * @throws Error outside a form, which is a defect
 */
export function useAnswerNow(path: string): () => Json | undefined {
  const store = useStore();
  return () => getIn(store.view().values, path) as Json | undefined;
}

function useStore(): FormViewStore {
  const store = useContext(FormViewContext);
  if (!store) throw new Error('A form component stands outside a Form');
  return store;
}

/** Gives the part before when the next one holds the same. */
function sameAsBefore<Part extends object>(): (next: Part) => Part {
  let before: Part | undefined;
  return (next) => {
    if (before === undefined || !isSamePart(before, next)) before = next;
    return before;
  };
}

/**
 * What a component needs of the view of the form around it, always with the same members; it is drawn again when one of
 * them is another value.
 * @throws Error when there is none: a component stands outside a form, which is a defect.
 */
export function useFormPart<Part extends object>(select: (view: FormView) => Part): Part {
  const store = useStore();
  const [settle] = useState(() => sameAsBefore<Part>());
  return useSyncExternalStore(store.subscribe, () => settle(select(store.view())));
}
