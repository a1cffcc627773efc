/** What is told of every element that breaks a rule: how it is called, by its id, else its name or type. */
interface Called {
  readonly element: string;
}

/** Rules of the standard for diagrams (BPMN 2.0.2), with what each tells beside the element that breaks it. */
export interface StandardRules {
  readonly 'activity.quantity-wrong': object;
  readonly 'ad-hoc.content-wrong': { readonly block: string };
  readonly 'ad-hoc.empty': object;
  readonly 'association.end-missing': object;
  readonly 'attribute.value-wrong': {
    readonly holder: string;
    readonly attribute: string;
    readonly value: string;
    readonly values: readonly string[];
  };
  readonly 'binding.data-wrong': { readonly holder: string; readonly operation: string };
  readonly 'boundary.cancel-wrong': { readonly host: string };
  readonly 'boundary.compensation-handler': object;
  readonly 'boundary.compensation-in-flow': { readonly flow: string };
  readonly 'boundary.compensation-twice': { readonly host: string; readonly first: string };
  readonly 'boundary.outgoing-missing': object;
  readonly 'call.start-missing': { readonly process: string };
  readonly 'compensation.handler-alone': object;
  readonly 'compensation.handler-in-flow': { readonly flow: string };
  readonly 'data.association-wrong':
    { readonly because: 'unmapped' } | { readonly because: 'kind'; readonly source: string; readonly target: string };
  readonly 'data.collection-wrong': { readonly item: string };
  readonly 'data.reference-name': { readonly name: string; readonly object: string; readonly state: string };
  readonly 'data.set-missing': { readonly data: string; readonly holder: string };
  readonly 'data.set-wrong': { readonly data: string };
  readonly 'end.missing': object;
  readonly 'error.code-missing': object;
  readonly 'escalation.code-missing': object;
  readonly 'event-sub-process.in-flow': { readonly flow: string };
  readonly 'event-sub-process.start-wrong': object;
  readonly 'event.cancel-nested': { readonly transaction: string; readonly block: string };
  readonly 'event.cancel-outside-transaction': object;
  readonly 'event.data-wrong': { readonly data: string };
  readonly 'event.must-interrupt': { readonly kinds: readonly string[] };
  readonly 'expression.language-wrong': { readonly language: string; readonly holder: string };
  readonly 'expression.not-boolean': { readonly condition: string; readonly holder: string };
  readonly 'expression.not-formal': { readonly property: string; readonly holder: string };
  readonly 'flow.condition-alone': { readonly source: string };
  readonly 'flow.condition-forbidden': { readonly source: string };
  readonly 'flow.condition-ignored': { readonly source: string };
  readonly 'flow.end-wrong': { readonly end: string };
  readonly 'flow.listed-once': { readonly end: string; readonly other: string };
  readonly 'flow.not-immediate': object;
  readonly 'flow.outgoing-missing': { readonly because: 'intermediate' | 'loose-end' };
  readonly 'flow.twice': { readonly source: string; readonly target: string; readonly first: string };
  readonly 'gateway.direction-wrong': { readonly direction: string; readonly enters: number; readonly leaves: number };
  readonly 'gateway.event-shared': { readonly target: string };
  readonly 'gateway.events-few': object;
  readonly 'gateway.receivers-mixed': object;
  readonly 'gateway.start-wrong': { readonly because: 'entered' } | { readonly because: 'waits-for-all' };
  readonly 'gateway.ways-few': object;
  readonly 'import.incomplete':
    { readonly because: 'missing'; readonly missing: string } | { readonly because: 'type'; readonly type: string };
  readonly 'import.unread': { readonly location: string; readonly unknownType?: string };
  readonly 'lane.node-twice': { readonly node: string };
  readonly 'link.end-wrong': { readonly link: string };
  readonly 'link.flow-wrong':
    { readonly because: 'jumped'; readonly flow: string } | { readonly because: 'not-entered' };
  readonly 'link.name-missing': object;
  readonly 'link.source-missing': object;
  readonly 'link.target-missing': object;
  readonly 'loop.behaviour-missing': { readonly activity: string; readonly behaviour: string; readonly needed: string };
  readonly 'loop.count-twice': { readonly activity: string };
  readonly 'loop.data-wrong': { readonly activity: string; readonly data: string };
  readonly 'loop.maximum-wrong': { readonly activity: string; readonly maximum: number };
  readonly 'message-flow.direction-wrong':
    | { readonly because: 'from-receiver'; readonly event: string }
    | { readonly because: 'to-sender'; readonly event: string };
  readonly 'message-flow.end-wrong': { readonly end: string };
  readonly 'message-flow.event-plain': { readonly event: string };
  readonly 'message-flow.event-wrong': { readonly event: string };
  readonly 'message-flow.inside-pool': { readonly pool: string };
  readonly 'message.data-wrong':
    { readonly because: 'several' } | { readonly because: 'kind'; readonly data: string; readonly message: string };
  readonly 'mime.wrong': { readonly format: string; readonly holder: string };
  readonly 'pool.multiplicity-wrong': { readonly pool: string; readonly minimum: number; readonly maximum: number };
  readonly 'process.id-missing': object;
  readonly 'process.public-executable': object;
  readonly 'receive.start-in-flow': { readonly flow: string };
  readonly 'reference.kind-wrong': {
    readonly holder: string;
    readonly property: string;
    readonly target: string;
    readonly kind: string;
    readonly expected: string;
  };
  readonly 'resource.ambiguous': { readonly holder: string };
  readonly 'script.format-missing': object;
  readonly 'service.data-wrong': { readonly data: string };
  readonly 'service.sets-wrong': { readonly operation: string; readonly needsOutput: boolean };
  readonly 'start.definition-wrong':
    | { readonly because: 'sub-process'; readonly block: string }
    | { readonly because: 'outside'; readonly definition: string };
  readonly 'start.message-twice': { readonly message: string; readonly first: string };
  readonly 'start.missing': object;
  readonly 'sub-process.data-wrong': { readonly data: string };
  readonly 'timer.time-ambiguous': { readonly timer: string; readonly given: readonly string[] };
  readonly 'transaction.cancel-uncaught': { readonly event: string };
  readonly 'transaction.method-wrong': { readonly method: string };
}

/** What is found of a diagram by the rules of the standard. */
export type StandardFindings = { readonly [Rule in keyof StandardRules]: StandardRules[Rule] & Called };
