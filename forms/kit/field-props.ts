import type { Answers, FieldComponent, Json } from '../schema/document.ts';
import type { Host } from './host.ts';

/** What the React part of a field type is given. It holds no answer of its own and calls no network. */
export interface FieldProps {
  readonly component: FieldComponent;
  /** The id of the input; the hint has `-hint` and the error `-error` added. */
  readonly id: string;
  /** The answer as it stands: in normal form, or as the person is writing it. */
  readonly value: Json;
  /** Where the answer stands, as in issues: `oggetto`, `controinteressati[1].email`. */
  readonly path: string;
  /** What is wrong with the answer, as a sentence. */
  readonly error?: string;
  /** What is wrong with a part of an answer with parts, such as `familyName`; its input has `inputId(path.part)`. */
  readonly partError: (part: string) => string | undefined;
  readonly readOnly: boolean;
  /** Why the field cannot be changed, when it cannot. */
  readonly lockNote?: string;
  readonly onChange: (value: Json) => void;
  readonly onBlur: () => void;
  /** Called when the input of a part of an answer with parts is left. */
  readonly onPartBlur: (part: string) => void;
  readonly host: Host;
  /** The answers that stand beside it, as they are being written; for fields that depend on another. */
  readonly beside?: Answers;
  /** The day in Europe/Rome, `YYYY-MM-DD`. */
  readonly today: string;
}

/** The id of the input for the answer at a path: `persone[0].email` gives `field-persone-0-email`. */
export const inputId = (path: string): string => `field-${path.replace(/\W+/g, '-')}`;

/** The text of a value that is being written; other values show as nothing. */
export const textOf = (value: Json): string => (typeof value === 'string' ? value : '');
