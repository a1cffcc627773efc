import type { ServiceCard } from '../../forms/contract/procedures.ts';
import type { Json } from '../../forms/schema/document.ts';
import type { ElementFacts } from '../language/facts.ts';

/** A text with placeholders `{{ FEEL }}`, the first line `# …` being its subject. */
export interface Template {
  readonly templateId: string;
  readonly subject: string;
  readonly body: string;
}

/** What texts are filled and services called with: what is drawn and written in a procedure, nothing that runs. */
export interface DrawnProcedure {
  /** What the marks of each element say, by its id. */
  readonly facts: Readonly<Record<string, ElementFacts>>;
  readonly templates: Readonly<Record<string, Template>>;
  /** What it calls its own outcomes. */
  readonly service: Pick<ServiceCard, 'outcomes' | 'translations'>;
  /** The OpenAPI documents of the services that it calls, by the name of their files. */
  readonly apis?: Readonly<Record<string, Json>>;
}
