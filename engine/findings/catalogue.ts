import type { RunningFailure } from './running-failure.ts';
import type { Misshapen } from './shape-fault.ts';

/** The texts of a component that have English: its own members, and those of its choices and rules. */
export type TranslatedMember =
  'label' | 'description' | 'itemLabel' | 'text' | 'patternErrorMessage' | 'values' | 'rules';

/** An English text that is not there: an entry of a file by its path, or a text of a form with its beginning. */
export type Untranslated =
  | { readonly type: 'entry'; readonly path: string }
  | { readonly type: 'text'; readonly member: TranslatedMember; readonly text: string };

/** An expression, the element or field where it stands (empty when the file says it all), and a name in it. */
interface InExpression {
  readonly place: string;
  readonly expression: string;
  readonly name: string;
}

/** What is found in the files of a procedure, and between them. */
export interface CatalogueFindings {
  readonly 'api.syntax': { readonly reason: string } | { readonly mostLevels: number };
  readonly 'api.too-large': { readonly mostCharacters: number };
  readonly 'api.version': object;
  readonly 'body-layer.kind': { readonly parameter: string; readonly kind: string };
  readonly 'body-layer.no-value': { readonly parameter: string };
  readonly 'call.process-not-published': { readonly process: string; readonly versionTag?: string };
  /** Both by their names: what was decided, and what corrects an answer that it reads. */
  readonly 'correction.stale': { readonly decision: string; readonly correction: string };
  /** `thrown`: the errors that are thrown where this one is caught. */
  readonly 'error.never-thrown': { readonly error: string; readonly thrown: readonly string[] };
  readonly 'file.doctype': object;
  readonly 'file.json': { readonly reason: string };
  readonly 'file.missing': object;
  readonly 'file.not-a-file': object;
  readonly 'file.shape': Misshapen;
  readonly 'file.too-deep': object;
  readonly 'file.too-large': object;
  readonly 'file.too-many': object;
  readonly 'file.unused': object;
  readonly 'form.id': { readonly id: string; readonly expected: string };
  /** An issue of a form, by its code, with what it tells. */
  readonly 'form.issue': {
    readonly code: string;
    readonly path: string;
    readonly figures: Readonly<Record<string, string | number>>;
  };
  readonly 'form.missing': { readonly form: string };
  readonly 'key.of-applicant': { readonly key: string };
  /** `other`: the form that has the key first. */
  readonly 'key.two-types': {
    readonly key: string;
    readonly types: readonly [first: string, second: string];
    readonly other: string;
  };
  readonly 'milestone.missing': object;
  readonly 'milestone.unknown': { readonly code: string };
  /** `element`: that sends the letter; `told`: the word that tells the outcome. */
  readonly 'notice.tells-outcome': { readonly element: string; readonly told: string };
  readonly 'outcome.missing': object;
  readonly 'outcome.unknown': { readonly code: string };
  readonly 'parameter.twice': { readonly parameter: string; readonly day: string };
  readonly 'parameter.unknown': InExpression;
  readonly 'process.id': { readonly process: string; readonly folder: string };
  readonly 'role.idle': { readonly role: string };
  readonly 'role.unknown': { readonly extension: string; readonly role: string; readonly known: readonly string[] };
  readonly 'service.key': { readonly key: string };
  readonly 'service.maximum-days': { readonly parameter: string };
  readonly 'service.office': { readonly office: string };
  /** `failure`: why the expression by which the process is started has no value. */
  readonly 'start.expression': { readonly process: string; readonly failure: RunningFailure };
  readonly 'start.form-missing': object;
  readonly 'status.taken': { readonly list: 'outcomes' | 'milestones'; readonly code: string };
  readonly 'task.group': { readonly group: string };
  readonly 'task.unassigned': object;
  /** `mark`: the block that is not opened or not closed. */
  readonly 'template.block': { readonly mark: string };
  readonly 'template.missing': { readonly template: string };
  readonly 'template.subject': object;
  readonly 'term.no-bound': { readonly term: string };
  readonly 'term.no-expiry': { readonly term: string; readonly label: string };
  readonly 'term.no-length': { readonly term: string };
  readonly 'term.no-reason': { readonly term: string };
  readonly 'term.unwatched': { readonly term: string; readonly label: string };
  readonly 'translation.length': { readonly member: string; readonly given: number; readonly wanted: number };
  readonly 'translation.missing': { readonly what: Untranslated };
  readonly 'translation.unknown': { readonly path: string; readonly because: 'not-read' | 'not-there' };
  readonly 'variable.unknown': InExpression;
}
