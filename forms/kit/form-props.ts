import type { ReactNode } from 'react';
import type { Answers, FormDocument, Issue } from '../schema/document.ts';
import type { Host } from './host.ts';
import type { KnownProps } from './known.ts';

/** Settings of a form. */
export interface FormProps extends KnownProps {
  readonly form: FormDocument;
  /** The id of the page to show; all visible pages, one below the other, when it is left out. */
  readonly page?: string;
  /** What the form starts with; later changes of this value are not taken over. */
  readonly answers: Answers;
  /** What expressions may refer to besides the answers. */
  readonly context?: Answers;
  /** The day in Europe/Rome, `YYYY-MM-DD`. */
  readonly today: string;
  readonly host?: Host;
  /** Keys that may not be changed, from `lockedKeys`. */
  readonly locked?: readonly string[];
  /** What fields hold that are read-only at the moment; what is `known` when it is left out. */
  readonly held?: Answers;
  readonly readOnly?: boolean;
  /** What the server has refused; shown like issues of our own. */
  readonly serverIssues?: readonly Issue[];
  /** Something is being sent. */
  readonly busy?: boolean;
  readonly submitLabel?: string;
  /** Further buttons, after the one that submits. */
  readonly secondary?: ReactNode;
  /** Told after every change, with the answers as they are being written; for drafts. */
  readonly onChange?: (answers: Answers) => void;
  /** Called with the answers in normal form once the page has no issues. */
  readonly onSubmit: (answers: Answers) => void | Promise<void>;
}
