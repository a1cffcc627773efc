import type { CatalogueFindings } from './catalogue.ts';
import type { ConnectorFindings } from './connector.ts';
import type { CoreFindings } from './core.ts';
import type { ExecutorFindings } from './executors.ts';
import type { KernelFindings } from './kernel.ts';
import type { LanguageFindings } from './language.ts';
import type { PartFindings } from './part.ts';
import type { PublishFindings } from './publish.ts';
import type { RulesFindings } from './rules.ts';
import type { SoundnessFindings } from './soundness.ts';
import type { StandardFindings } from './standard.ts';

/** Every rule by which something can be found, with what it tells: values, names and codes, never a phrase. */
export interface FindingParams
  extends
    CatalogueFindings,
    ConnectorFindings,
    CoreFindings,
    ExecutorFindings,
    KernelFindings,
    LanguageFindings,
    PartFindings,
    PublishFindings,
    RulesFindings,
    SoundnessFindings,
    StandardFindings {}

/** Stable name, for example `bpmn.parse` or `flow.target-missing`. */
export type FindingRule = keyof FindingParams;

interface Found {
  readonly level: 'error' | 'warning';
  /** The element, or the path inside the file. */
  readonly elementId?: string;
  readonly file?: string;
  /** The attribute of the element, where it is one. */
  readonly attribute?: string;
  /** A warning while the diagram is being drawn, an error when the process that it is about is to be published. */
  readonly keepsFromPublishing?: true;
}

type ByRule = {
  readonly [Rule in FindingRule]: Found & { readonly rule: Rule; readonly params: FindingParams[Rule] };
};

/** A defect of a diagram, a decision or a procedure folder, found before it runs. */
export type Finding = ByRule[FindingRule];

/** A rule with what it tells, before it is known of which element or file. */
export type Mistake<Rule extends FindingRule> = {
  readonly [Each in Rule]: { readonly rule: Each; readonly params: FindingParams[Each] };
}[Rule];

// A rule that tells nothing is found without parameters.
type Told<Rule extends FindingRule> = [KeysOf<FindingParams[Rule]>] extends [never]
  ? []
  : [params: FindingParams[Rule]];

type KeysOf<Params> = Params extends unknown ? keyof Params : never;

type Make<Where> = <Rule extends FindingRule>(place: Where, rule: Rule, ...told: Told<Rule>) => Finding;

const made =
  <Where>(level: Found['level'], placed: (place: Where) => Pick<Found, 'elementId' | 'file'>): Make<Where> =>
  (place, rule, ...[params = {}]) =>
    // The compiler cannot see that a rule and its own parameters are one of the findings.
    ({ rule, level, ...placed(place), params }) as Finding;

const atElement = (elementId: string | undefined) => (elementId === undefined ? {} : { elementId });
const inFile = (file: string) => ({ file });

/** A finding about an element that keeps what it is about from being run or published. */
export const errorAt = made('error', atElement);

/** A finding about an element that the procedure can live with. */
export const warningAt = made('warning', atElement);

/** A finding about a file that keeps what it is about from being run or published. */
export const errorIn = made('error', inFile);

/** A finding about a file that the procedure can live with. */
export const warningIn = made('warning', inFile);
