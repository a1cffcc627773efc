import type { FeelFault } from './feel-fault.ts';

/** Where an extension may stand. */
export type PlaceName =
  | 'any-element'
  | 'call'
  | 'caught-message'
  | 'job'
  | 'lane'
  | 'process-or-wait'
  | 'repeated-task'
  | 'step'
  | 'timer'
  | 'user-task'
  | 'wait';

/** A place; `jobType`: that of the task, where it is one with a job. */
export interface NamedPlace {
  readonly name: PlaceName;
  readonly jobType?: string;
}

/** What an attribute takes: the values of a list, or what is written in a certain way. */
export type Allowed = readonly string[] | 'role' | 'days' | 'days-or-expression' | 'addressee';

/** What can be wrong with the value of an attribute. */
export interface AttributeFaults {
  readonly 'feel.syntax': { readonly fault: FeelFault };
  readonly 'language.attribute-missing': object;
  readonly 'language.attribute-value': { readonly value: string; readonly allowed: Allowed };
  readonly 'language.expression-expected': { readonly value: string };
}

/** A fault of the value of an attribute. */
export type AttributeFault = {
  readonly [Rule in keyof AttributeFaults]: { readonly rule: Rule; readonly params: AttributeFaults[Rule] };
}[keyof AttributeFaults];

/** The name of the extension, without its prefix. */
interface OfExtension {
  readonly extension: string;
}

/** What is found in the dialect of a diagram. `known`: what there is instead. */
export interface LanguageFindings {
  readonly 'language.attribute-missing': OfExtension;
  readonly 'language.attribute-unknown': OfExtension & { readonly known: readonly string[] };
  readonly 'language.attribute-value': OfExtension & AttributeFaults['language.attribute-value'];
  readonly 'language.expression-expected': OfExtension & AttributeFaults['language.expression-expected'];
  readonly 'language.misplaced': OfExtension & { readonly place: NamedPlace };
  readonly 'language.missing': OfExtension & { readonly place: NamedPlace };
  readonly 'language.repeated': OfExtension & { readonly times: number };
  /** `tag`: with its prefix. */
  readonly 'language.unknown': { readonly tag: string; readonly known: readonly string[]; readonly line?: number };
  /** `terms`: each is counted from the end of the next, and the last from that of the first. */
  readonly 'term.circle': { readonly terms: readonly string[] };
  readonly 'term.condition': { readonly term: string };
  /** `process`: its name; a part has no main term, everything else has one. */
  readonly 'term.main': { readonly process: string; readonly mains: number; readonly isPart: boolean };
  readonly 'term.main-inside': { readonly term: string };
  readonly 'term.remedy-inside': { readonly term: string };
  /** `process`: its name; absent where a part declares what it is lent as well. */
  readonly 'term.twice': { readonly term: string; readonly process?: string };
  readonly 'term.unknown': OfExtension & { readonly term: string; readonly known: readonly string[] };
}
