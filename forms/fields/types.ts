import type { FieldComponent, Json } from '../schema/document.ts';

/** The names of the types that hold an answer. A form-js type, or ours when `properties.type` says so. */
export type FieldType =
  | 'textfield'
  | 'textarea'
  | 'number'
  | 'radio'
  | 'select'
  | 'checklist'
  | 'checkbox'
  | 'datetime'
  | 'filepicker'
  | 'email'
  | 'telephone'
  | 'fiscal-code'
  | 'body'
  | 'url';

/** What is known of an uploaded file by whoever keeps it. */
export interface UploadedFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** As found in the content by the server; the browser may leave it empty. */
  readonly mediaType: string;
}

/** What reading a value may need from outside. */
export interface ReadContext {
  /** The day in Europe/Rome, `YYYY-MM-DD`. */
  readonly today: string;
  /** Finds an uploaded file; when the function is absent no attachment can be accepted. */
  readonly uploads?: (uploadId: string) => UploadedFile | undefined;
}

/** What is wrong with one value; the caller adds the path. */
export interface Complaint {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** The normalised value, or what is wrong with it. */
export type Reading = { readonly value: Json } | { readonly complaint: Complaint };

/** What a text needs that the form does not hold. */
export interface PrintContext {
  /** The name of a public body; the id is printed when it is unknown. */
  readonly bodyName?: (bodyId: string) => string | undefined;
}

/** All that the form must know about one type of field. */
export interface FieldSchema {
  readonly type: FieldType;
  /** The form-js types under which a document may carry this type; its editor shows the field as one of them. */
  readonly carriers: readonly string[];
  /** What an untouched field holds in the browser. */
  readonly emptyValue: Json;
  /** Seconds that a person needs to fill it in; a plain estimate of ours, used for the service card only. */
  readonly seconds: number;
  /** True when the value says nothing, so that `required` fails. */
  readonly isEmpty: (value: Json) => boolean;
  /**
   * The value in its one normal form, or what is wrong with it. Never called with an empty value; never throws,
   * whatever it is given. Reading a value that was read before gives the same value.
   */
  readonly read: (value: Json, component: FieldComponent, context: ReadContext) => Reading;
  /** The value as a person reads it, in one line or more; called with values that were read. */
  readonly print: (value: Json, component: FieldComponent, context: PrintContext) => string;
  /** Properties of the component that only this type understands; a complaint refuses the document. */
  readonly check?: (component: FieldComponent) => Complaint | undefined;
}
