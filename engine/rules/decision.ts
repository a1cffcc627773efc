/** A typed name of a DMN model, such as `<variable name="Age" typeRef="number"/>`. */
export interface TypedName {
  readonly name: string;
  readonly typeRef?: string;
}

/** An input column: the expression that is examined, and the values it may have. */
export interface DecisionInput {
  /** What the column is called in a trace: its label, else its expression. */
  readonly label: string;
  readonly expression: string;
  readonly typeRef?: string;
  /** FEEL unary tests over the value. */
  readonly allowed?: string;
}

/** An output column; `priorities` are its values, the most important first. */
export interface DecisionOutput extends TypedName {
  readonly priorities: readonly string[];
  readonly defaultEntry?: string;
}

/** A row: one unary test per input, one expression per output. */
export interface DecisionRule {
  readonly tests: readonly string[];
  readonly entries: readonly string[];
}

/** The hit policies of DMN 1.3, 8.2.10. */
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

/** One decision of a DMN file. */
export interface Decision {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  /** What its result is called by the decisions that require it. */
  readonly variable: TypedName;
  /** Ids of the decisions that have to be evaluated before. */
  readonly requires: readonly string[];
  /** The input data it names, with their types. */
  readonly inputData: readonly TypedName[];
  readonly logic: DecisionTable | LiteralDecision;
}

/** Decisions by their id. */
export type Decisions = Readonly<Record<string, Decision>>;
