import { createContext, useContext } from 'react';
import type { Answers, Json } from '../schema/document.ts';
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

/** Hands the view of a form down to its components. */
export const FormViewContext = createContext<FormView | undefined>(undefined);

/**
 * The view of the form around a component.
 * @throws Error when there is none: a component stands outside a form, which is a defect.
 */
export function useFormView(): FormView {
  const view = useContext(FormViewContext);
  if (!view) throw new Error('A form component stands outside a Form');
  return view;
}
