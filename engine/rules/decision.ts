import type { Names } from './feel/cache.ts';
import type { FeelType } from './feel/types.ts';

/** A typed name of a DMN model, such as `<variable name="Age" typeRef="number"/>`. */
export interface TypedName {
  readonly name: string;
  /** The type as it is written. */
  readonly typeRef?: string;
  /** The type it means, when it is one of FEEL or of the model. */
  readonly type?: FeelType;
}

/** Input data that a decision requires. */
export interface InputData extends TypedName {
  /** What its model is imported as: expressions then call it `importedAs.name`. */
  readonly importedAs?: string;
}

/** An input column: the expression that is examined, and the values it may have. */
export interface DecisionInput {
  /** What the column is called in a trace: its label, else its expression. */
  readonly label: string;
  readonly expression: string;
  readonly type?: FeelType;
  /** FEEL unary tests over the value. */
  readonly allowed?: string;
}

/** An output column; `priorities` are its values, the most important first. */
export interface DecisionOutput extends TypedName {
  /** What people call the column; one without is for the machine alone. */
  readonly label?: string;
  readonly priorities: readonly string[];
  readonly defaultEntry?: string;
}

/** A row: one unary test per input, one expression per output. */
export interface DecisionRule {
  readonly tests: readonly string[];
  readonly entries: readonly string[];
}

/** The hit policies of DMN 1.5, 8.2.8. */
export type HitPolicy = 'UNIQUE' | 'FIRST' | 'ANY' | 'PRIORITY' | 'RULE ORDER' | 'OUTPUT ORDER' | 'COLLECT';

/** How COLLECT reduces its hits to one value. */
export type Aggregation = 'SUM' | 'MIN' | 'MAX' | 'COUNT';

/** A decision table. */
export interface DecisionTable {
  readonly type: 'table';
  readonly hitPolicy: HitPolicy;
  readonly aggregation?: Aggregation;
  readonly inputs: readonly DecisionInput[];
  readonly outputs: readonly DecisionOutput[];
  readonly rules: readonly DecisionRule[];
}

/** A literal expression. */
export interface LiteralDecision {
  readonly type: 'literal';
  readonly expression: string;
}

/** An entry of a boxed context; one without a variable is the result. */
export interface BoxedEntry {
  readonly variable?: TypedName;
  readonly value: Expression;
}

/** Boxed expressions that are no table (DMN 1.5, 10.2). */
export type Boxed =
  | { readonly type: 'context'; readonly entries: readonly BoxedEntry[] }
  | {
      readonly type: 'invocation';
      readonly called: Expression;
      readonly bindings: readonly { readonly parameter: string; readonly value: Expression }[];
    }
  | {
      readonly type: 'relation';
      readonly columns: readonly TypedName[];
      readonly rows: readonly (readonly Expression[])[];
    }
  | { readonly type: 'list'; readonly elements: readonly Expression[] }
  | { readonly type: 'function'; readonly parameters: readonly TypedName[]; readonly body: Expression }
  | { readonly type: 'conditional'; readonly if: Expression; readonly then: Expression; readonly else: Expression }
  | { readonly type: 'filter'; readonly in: Expression; readonly match: Expression }
  | {
      readonly type: 'for' | 'some' | 'every';
      readonly variable: string;
      readonly in: Expression;
      /** What is returned for, or has to hold of, each element. */
      readonly body: Expression;
    };

/** Any boxed expression, with the type it declares. */
export type Expression = (DecisionTable | LiteralDecision | Boxed) & { readonly resultType?: FeelType };

/** The decisions of a service that are its results, and those whose values its caller gives (DMN 1.5, 10.4). */
export interface ServiceLogic {
  readonly type: 'service';
  readonly outputs: readonly string[];
  readonly inputDecisions: readonly string[];
  /** The parameters, in order: first the input data, then the input decisions. */
  readonly parameters: readonly TypedName[];
}

/** One decision of a DMN file, or what decisions call: a business knowledge model, a decision service. */
export interface Decision {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  readonly role: 'decision' | 'knowledge' | 'service';
  /** What its result is called by the decisions that require it. */
  readonly variable: TypedName;
  /** Ids of the decisions, knowledge models and services that it needs. */
  readonly requires: readonly string[];
  /** Of those that stand in an imported model what that is imported as, by their ids; absent when there is none. */
  readonly importedAs?: Readonly<Record<string, string>>;
  /** The input data it names, with their types. */
  readonly inputData: readonly InputData[];
  readonly logic: Expression | ServiceLogic;
  /** The names with signs or keywords that its expressions may use, as keys; nested as in the types. */
  readonly names: Names;
}

/** Decisions by their id. */
export type Decisions = Readonly<Record<string, Decision>>;
