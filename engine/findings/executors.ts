/** What bpmn-engine does not execute as BPMN asks, or has not been tried there. */
export interface ExecutorFindings {
  readonly 'portability.automatic-loop': object;
  readonly 'portability.beginning': { readonly because: 'instantiates' | 'event' | 'no-flow' };
  readonly 'portability.choice-before-join': { readonly choice: string };
  readonly 'portability.compensation': object;
  readonly 'portability.default-flow': object;
  readonly 'portability.element-type': { readonly type: UntriedType };
  readonly 'portability.error-not-caught': object;
  readonly 'portability.event': { readonly type: string };
  readonly 'portability.event-gateway': object;
  readonly 'portability.event-sub-process': object;
  readonly 'portability.inclusive-join': object;
  readonly 'portability.join-in-loop': object;
  readonly 'portability.long-chain': { readonly elements: number };
  readonly 'portability.long-timer': object;
  readonly 'portability.own-message': { readonly message: string };
  readonly 'portability.quantity': object;
  readonly 'portability.repetition': object;
  readonly 'portability.second-token': { readonly fork: string };
  readonly 'portability.sent-event': object;
  readonly 'portability.side-event': object;
  readonly 'portability.timer-cycle': object;
  readonly 'portability.twin-flow': object;
  readonly 'portability.unreadable': { readonly reason: string };
}

/** Types of elements that have not been tried on bpmn-engine. */
export type UntriedType = 'bpmn:ComplexGateway' | 'bpmn:Transaction' | 'bpmn:AdHocSubProcess' | 'bpmn:CallActivity';
