import { createContext, useContext } from 'react';
import type { Answers, Json } from '../schema/document.ts';
import type { Settled } from '../schema/settle.ts';
import type { Host } from './host.ts';

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
  readonly readOnly: boolean;
  readonly setValue: (path: string, value: Json) => void;
  readonly blur: (path: string) => void;
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
