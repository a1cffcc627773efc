/**
 * The form document: the JSON of Camunda's form editor (form-js, schema version 16), where the top-level groups are the
 * pages. A field type of ours is a form-js type that its editor knows, with the name of our type in `properties.type`;
 * elsewhere the field degrades to the plain one.
 */

/** A value that survives JSON unchanged. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The answers of a form: keys to values. */
export type Answers = Readonly<Record<string, Json>>;

/** What has to be true of answers together; its sentence is shown at the field that carries the rule. */
export interface CrossRule {
  /** FEEL, with a leading `=`: false is an issue; true, and null while it cannot be known, are none. */
  readonly expression: string;
  /** The sentence, in Italian. */
  readonly message: string;
  /** The sentence in other languages, by their two letters. */
  readonly messages?: Readonly<Record<string, string>>;
}

/** The limits of a field. All are optional; what is absent is not checked. */
export interface FieldRules {
  readonly required?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  /** A regular expression the whole value has to match. */
  readonly pattern?: string;
  readonly patternErrorMessage?: string;
  readonly rules?: readonly CrossRule[];
}

/** The words of a component in another language. What is absent stays Italian. */
export interface Translation {
  readonly label?: string;
  readonly description?: string;
  /** Of a text, and `properties.text` of a field. */
  readonly text?: string;
  readonly patternErrorMessage?: string;
  /** `properties.itemLabel` of a repeating group. */
  readonly itemLabel?: string;
  /** The words of choices, by their values. */
  readonly values?: Readonly<Record<string, string | ChoiceWords>>;
}

/** The words of a choice in another language; a text alone is its label. */
export interface ChoiceWords {
  readonly label?: string;
  readonly description?: string;
}

/**
 * Where form-js puts a component in its grid of sixteen columns; kept for its editor, the width is shown by ours too.
 */
export interface Layout {
  readonly row?: string;
  readonly columns?: number | null;
}

/** One choice of a list. */
export interface Choice {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
}

/** What every component may carry. Unknown members are kept and ignored. */
export interface ComponentBase {
  readonly type: string;
  readonly id?: string;
  readonly label?: string;
  /** The hint under the label. */
  readonly description?: string;
  /** FEEL, with a leading `=`: true hides the component and drops its answers. */
  readonly conditional?: { readonly hide?: string };
  /** Our additions; values are strings, as form-js has them. */
  readonly properties?: Readonly<Record<string, string>>;
  readonly layout?: Layout;
  /** By language, two letters. */
  readonly translations?: Readonly<Record<string, Translation>>;
  /** The words of the document, where `localise` has put those of another language; no document holds it. */
  readonly original?: Translation;
  /** What the office wants corrected in the answer, where a form is opened again for it; no document holds it. */
  readonly remark?: string;
}

/** A component that holds an answer. */
export interface FieldComponent extends ComponentBase {
  readonly key: string;
  readonly validate?: FieldRules;
  readonly values?: readonly Choice[];
  /**
   * FEEL, with a leading `=`: the choices, as texts or as contexts with `value` and `label`. It may choose among those
   * of the document, which it sees as `values`.
   */
  readonly valuesExpression?: string;
  /** Of form-js' `expression`: FEEL, with a leading `=`, that computes the answer. */
  readonly expression?: string;
  readonly defaultValue?: Json;
  /** True, or FEEL with a leading `=`: the answer is shown and may not be changed. */
  readonly readonly?: boolean | string;
  readonly disabled?: boolean;
  readonly multiple?: boolean;
  /** Media types or endings, comma separated, of an attachment. */
  readonly accept?: string;
  /** Of a `datetime`; only `date` is known. */
  readonly subtype?: string;
  /** Of a `number`: how many decimals are allowed. */
  readonly decimalDigits?: number;
  /** What stands before and after the value, such as `€` or `m²`. */
  readonly appearance?: { readonly prefixAdorner?: string; readonly suffixAdorner?: string };
}

/** A page (at the top level) or a group of fields inside a page. */
export interface GroupComponent extends ComponentBase {
  readonly type: 'group';
  readonly components: readonly Component[];
}

/** A repeating group; its answer is a list of objects under `path`. */
export interface ListComponent extends ComponentBase {
  readonly type: 'dynamiclist';
  readonly path: string;
  readonly components: readonly Component[];
  readonly validate?: Pick<FieldRules, 'rules'>;
  readonly defaultRepetitions?: number;
}

/** A text shown to the reader; Markdown's paragraphs, emphasis, links and lists. */
export interface TextComponent extends ComponentBase {
  readonly type: 'text';
  readonly text: string;
}

/** Whatever may stand in a form. */
export type Component = FieldComponent | GroupComponent | ListComponent | TextComponent;

/** A whole form. */
export interface FormDocument {
  readonly type: 'default';
  readonly id: string;
  readonly schemaVersion: number;
  readonly components: readonly Component[];
}

/** One of the files a person has added to an answer. The server keeps the file; the answer names it. */
export interface AttachmentAnswer {
  readonly uploadId: string;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** The names in the certificates of those who signed the file, as its keeper found them; absent when nobody did. */
  readonly signedBy?: readonly string[];
}

/** An answer that is not right. The sentence is made from `code` and `params` by the text file. */
export interface Issue {
  /** Where: `oggetto`, `controinteressati[1].email`, or the part of a value with parts: `richiedente.familyName`. */
  readonly path: string;
  /** Stable name, for example `field.required` or `fiscal-code.control-character`. */
  readonly code: string;
  /**
   * Figures for the sentence: limits, the label, what was expected. `labelKey` is the key of a label among the texts.
   */
  readonly params: Readonly<Record<string, string | number>>;
  /** What was given, when it may be shown. */
  readonly value?: Json;
}
