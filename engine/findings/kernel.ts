/** What keeps a process from being run, or may not be meant, beyond the rules of the standard. */
export interface KernelFindings {
  readonly 'boundary.error-must-interrupt': object;
  readonly 'boundary.host-missing': object;
  readonly 'boundary.host-wrong': { readonly host: string };
  /** `reason`: of the reader of XML, in its own words. */
  readonly 'bpmn.content': { readonly reason: string; readonly line?: number };
  readonly 'bpmn.duplicate-id': { readonly line?: number };
  readonly 'bpmn.encoding': { readonly reason: string };
  readonly 'bpmn.not-executable': { readonly type: string };
  readonly 'bpmn.parse': { readonly reason: string; readonly line?: number };
  readonly 'bpmn.reference-missing': { readonly reference: string };
  readonly 'call.binding-unknown': { readonly type: string };
  /** `process`: one that has to be in the same diagram and is not; absent where the call names none. */
  readonly 'call.process-missing': { readonly process?: string };
  readonly 'call.version-tag-missing': object;
  readonly 'condition.missing': object;
  readonly 'decision.unknown': { readonly decision: string };
  readonly 'element.id-missing': { readonly type: string };
  readonly 'element.part-twice': { readonly part: string };
  readonly 'event.definition-wrong': { readonly type: string };
  readonly 'flow.condition-missing': { readonly source: string };
  readonly 'flow.crosses-border': { readonly source: string; readonly target: string };
  readonly 'flow.default-conditional': object;
  readonly 'flow.default-foreign': { readonly flow: string };
  readonly 'flow.incoming-forbidden': object;
  readonly 'flow.incoming-missing': object;
  readonly 'flow.outgoing-forbidden': object;
  readonly 'flow.source-missing': object;
  readonly 'flow.target-missing': object;
  readonly 'gateway.event-expected': { readonly gateway: string };
  readonly 'gateway.events-missing': object;
  readonly 'loop.count-missing': object;
  readonly 'mapping.ignored': { readonly target: string };
  readonly 'message.missing': { readonly by: 'event' | 'task' };
  /** `process`: the one that was asked for. */
  readonly 'process.missing': { readonly process?: string };
  readonly 'process.not-executable': object;
  readonly 'script.format': { readonly format: string };
  readonly 'script.missing': object;
  readonly 'signal.missing': object;
  /** `block`: the sub-process that has several; absent for the process. */
  readonly 'start.several': { readonly block?: string };
  readonly 'task.decision-missing': object;
  readonly 'task.job-missing': object;
  readonly 'timer.time-missing': object;
  readonly 'timer.time-wrong': { readonly kind: 'date' | 'duration' | 'cycle'; readonly expression: string };
}
