import type { ElementFacts } from '../core/procedure.ts';
import type { Finding } from '../kernel/types.ts';
import type { ModdleElement } from '../rules/moddle.ts';

/** Where an extension element stands, and what its checks may ask. */
export interface Bearer {
  /** The BPMN element that carries it. */
  readonly element: ModdleElement;
  /** Ids of the legal terms that the process declares. */
  readonly termIds: ReadonlySet<string>;
}

/** One extension element of the dialect: what it looks like in XML, what it says, and what can be wrong with it. */
export interface Extension {
  /** Its moddle name, `iter:Clock` for `<iter:clock>`. */
  readonly type: `iter:${string}`;
  /** Its attributes; all are texts. */
  readonly attributes: readonly string[];
  /** What the extension elements of this type on one BPMN element say; what is malformed is left out. Never called with none. */
  readonly read: (found: readonly ModdleElement[]) => ElementFacts;
  /** What is wrong with one of them; empty when all is well. */
  readonly check: (found: ModdleElement, bearer: Bearer) => readonly Finding[];
  /** Whether an element may carry several. */
  readonly repeatable?: boolean;
}
