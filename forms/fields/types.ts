import type { Answers, Choice, FieldComponent, Json } from '../schema/document.ts';
import type { JsonSchema } from '../schema/json-schema.ts';

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
  | 'url'
  | 'amount'
  | 'period'
  | 'iban'
  | 'certified-mail'
  | 'vat-number'
  | 'company'
  | 'person'
  | 'address'
  | 'municipality'
  | 'cadastral-parcel'
  | 'cup'
  | 'cig'
  | 'ateco'
  | 'map'
  | 'signature'
  | 'declarations'
  | 'expression';

/** What is known of an uploaded file by whoever keeps it. */
export interface UploadedFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** As found in the content by the server; the browser may leave it empty. */
  readonly mediaType: string;
  /** True when a signature was found in it by whoever keeps it. */
  readonly signed?: boolean;
  /** The names in the certificates of those who signed; that the certificates are to be trusted is not said. */
  readonly signers?: readonly string[];
  /** What is wrong with the signature: the end of a code `attachment.signature-…`. */
  readonly signatureFault?: string;
  /** True when it seems cut off or broken. */
  readonly damaged?: boolean;
}

/** What reading a value may need from outside. */
export interface ReadContext {
  /** The day in Europe/Rome, `YYYY-MM-DD`. */
  readonly today: string;
  /** Finds an uploaded file; when the function is absent no attachment can be accepted. */
  readonly uploads?: (uploadId: string) => UploadedFile | undefined;
  /**
   * Finds a municipality by its ISTAT code, suppressed ones too: as it was on the day, else as it was last. When the
   * function is absent no municipality can be accepted.
   */
  readonly municipalities?: (istatCode: string, on?: string) => Municipality | undefined;
  /**
   * The cadastral codes of the municipalities that bear a name, on the day or ever; none when nobody is known to bear
   * it. When the function is absent places written as texts are not compared with anything.
   */
  readonly placeCodes?: (name: string, on?: string) => readonly string[];
  /**
   * True when a point (longitude and latitude in degrees, EPSG:4326) lies in the municipality, or in Emilia-Romagna
   * when none is named; when the function is absent no place on a map can be accepted.
   */
  readonly liesIn?: (point: readonly [number, number], istatCode?: string) => boolean;
  /** The choices of a list kept outside the form (`properties.choicesFrom`); when absent none can be accepted. */
  readonly choices?: (source: string) => readonly Choice[] | undefined;
  /** The answers that stand beside the one that is read, as they were given; for fields that have to agree. */
  readonly beside?: Answers;
}

/** A municipality as the list of ISTAT has it. */
export interface Municipality {
  /** Six digits. */
  readonly istatCode: string;
  readonly name: string;
  /** Two letters. */
  readonly province: string;
  /** One letter and three digits; absent for a few municipalities born after 2020. */
  readonly cadastralCode?: string;
  /** Calendar dates, both included. `validTo` is absent while it exists. */
  readonly validFrom: string;
  readonly validTo?: string;
}

/** What is wrong with one value; the caller adds the path. */
export interface Complaint {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** The part of a value with parts (`person`, `address` …) that is wrong; its key is added to the path. */
  readonly part?: string;
}

/** The normalised value, or what is wrong with it; a value with parts may be wrong in more than one place. */
export type Reading =
  { readonly value: Json } | { readonly complaint: Complaint; readonly more?: readonly Complaint[] };

/** What a text needs that the form does not hold. */
export interface PrintContext {
  /** The name of a public body; the id is printed when it is unknown. */
  readonly bodyName?: (bodyId: string) => string | undefined;
  /** The choices of a list kept outside the form; the value is printed when they are unknown. */
  readonly choices?: ReadContext['choices'];
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
  /**
   * The JSON Schema (2020-12) of the normal form; limits of the component included as far as JSON Schema can say them.
   */
  readonly jsonSchema: (component: FieldComponent) => JsonSchema;
  /** Properties of the component that only this type understands; a complaint refuses the document. */
  readonly check?: (component: FieldComponent) => Complaint | undefined;
}
