import { isObject } from '../model/draft.ts';

/** What the importer could not take over as it was. `code` is a text key below `designer.builder.notices`. */
export interface Notice {
  readonly code: NoticeCode;
  /** The component it is about. */
  readonly partId?: string;
  readonly params: Readonly<Record<string, string>>;
}

/** The kinds of notice. */
export type NoticeCode =
  | 'not-shown'
  | 'taglist'
  | 'input-choices'
  | 'path-flattened'
  | 'key-changed'
  | 'number-as-text'
  | 'template-logic'
  | 'member-ignored'
  | 'formula-ignored'
  | 'choice-texts'
  | 'question-not-shown'
  | 'schema-version';

/** A component after a step of the import, and what has to be said about it. */
export interface Converted<What> {
  readonly value: What;
  readonly notices: readonly Notice[];
}

/** Whether something that comes from the browser's store or history is a notice. */
export const isNotice = (value: unknown): value is Notice =>
  isObject(value) && typeof value['code'] === 'string' && isObject(value['params']);
