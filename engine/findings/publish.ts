import type { ScenarioFailure } from './scenario-failure.ts';

/** What is found when a procedure is published, or proved on another engine. */
export interface PublishFindings {
  readonly 'api.invalid': { readonly place?: string; readonly reason: string };
  /** The check took too much time or memory. */
  readonly 'check.not-ended': object;
  /** `place`: of the parameter or text in the card; of each body the first day that is wrong. */
  readonly 'body-value.missing': { readonly place: string; readonly bodies: readonly BodyFromDay[] };
  readonly 'body-value.twice': { readonly place: string; readonly bodies: readonly BodyFromDay[] };
  /** `place`: the answer that should name a municipality. */
  readonly 'competence.place': { readonly place: string };
  /** `names`: the parameters and terms that have the figure; `place`: the member or the field. */
  readonly 'figure.typed': { readonly place: string; readonly written: string; readonly names: readonly string[] };
  /** `mark`: of the block that is not closed, or not open. */
  readonly 'placeholder.open-block': { readonly place: string; readonly mark: string };
  readonly 'placeholder.unknown': { readonly place: string; readonly name: string };
  /** `name`: of the task, the role or the notice that names the office. */
  readonly 'office.unknown': {
    readonly office: string;
    readonly namedBy: 'task' | 'role' | 'notice' | 'card';
    readonly name: string;
  };
  /** `callers`: ids of the call activities. */
  readonly 'portability.companion': { readonly callers: readonly string[] };
  readonly 'portability.scenario-differs': {
    readonly scenario: string;
    readonly after?: Moment;
    readonly aspect: ComparedAspect;
    readonly onKernel: string;
    readonly onBpmnEngine: string;
  };
  readonly 'portability.scenario-failed': { readonly failure: ScenarioFailure };
  readonly 'portability.scenario-surprise': { readonly failure: ScenarioFailure };
  readonly 'portability.scenarios-missing': object;
  readonly 'role.unplayed': { readonly role: string };
  /** A body that does not exist here; or nothing tells the body: `key`, the parameter that could. */
  readonly 'start.body-unknown': { readonly body: string } | { readonly key: string };
  /** An office that the body does not have; or `names` that only an application could give. */
  readonly 'start.office-unknown':
    { readonly body: string; readonly office: string } | { readonly names: readonly string[] };
}

/** After which trigger a difference shows; that of the beginning is none. */
export interface Moment {
  readonly elementId?: string;
  readonly message?: string;
  /** The type of the event. */
  readonly type: string;
}

/** In what two engines are compared. */
export type ComparedAspect = 'asked' | 'problem' | 'trail' | 'waits' | 'variables' | 'emitted' | 'ending';

/** A body by its IPA code, and from which day on. */
export interface BodyFromDay {
  readonly ipaCode: string;
  /** `YYYY-MM-DD` */
  readonly on: string;
}
