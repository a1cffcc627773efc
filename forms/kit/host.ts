import type { Municipality, UploadedFile } from '../fields/types.ts';
import type { AttachmentAnswer, Choice, FieldComponent } from '../schema/document.ts';
import type { Lookups as KnownLists } from '../schema/lookups.ts';

/** The parts of the kit never call the network: what they need from outside comes in as these functions. */

/** A public body as a person picks it. */
export interface BodyOption {
  readonly id: string;
  readonly label: string;
  /** What tells two of the same name apart, such as the province. */
  readonly detail?: string;
}

/** Look-ups for fields whose choices are on the server. */
export interface Lookups {
  /** Public bodies whose name fits the query, best first. */
  readonly bodies: (query: string) => Promise<readonly BodyOption[]>;
  /** The body with this id, to show an answer given before. */
  readonly body?: (bodyId: string) => Promise<BodyOption | undefined>;
  /** Municipalities whose name fits the query, as they are or as they were on a day (`YYYY-MM-DD`). */
  readonly municipalities?: (query: string, validOn?: string) => Promise<readonly Municipality[]>;
  /** A list that stands outside the form, `vocabulary:<name>` or `api:<name>`. */
  readonly choices?: (source: string) => Promise<readonly Choice[]>;
}

/** Keeping of attachments. */
export interface Uploads {
  /**
   * Stores a file; `onProgress` is told fractions from 0 to 1. Rejects with an Error whose message may be shown, or
   * when it was given up by the signal.
   */
  readonly add: (
    file: File,
    component: FieldComponent,
    sending: { readonly onProgress: (fraction: number) => void; readonly signal: AbortSignal },
  ) => Promise<AttachmentAnswer & Partial<UploadedFile>>;
  /** Throws a stored file away. */
  readonly remove: (uploadId: string) => Promise<void>;
  /** The address from which a stored file is downloaded. */
  readonly href?: (uploadId: string) => string;
  /** What is known of a stored file; without it the name and size in the answer are believed in the browser. */
  readonly find?: (uploadId: string) => UploadedFile | undefined;
}

/** All that a form takes from the app around it. */
export interface Host {
  readonly lookups?: Lookups;
  readonly uploads?: Uploads;
  /** What has been looked up before, for judging at once; answers that it does not know are believed in the browser. */
  readonly known?: KnownLists;
}
