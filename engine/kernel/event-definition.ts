/** A message as the diagram defines it; the correlation key is a literal or `= FEEL`. */
export interface MessageDefinition {
  readonly name: string;
  readonly correlationKey?: string;
}

/** What an event waits for or does. */
export type EventDefinition =
  | { readonly type: 'none' }
  | { readonly type: 'message'; readonly message?: MessageDefinition }
  /** A literal in ISO 8601 (a cycle may also be a cron expression), or `= FEEL`. */
  | { readonly type: 'timer'; readonly kind: 'date' | 'duration' | 'cycle'; readonly expression: string }
  | { readonly type: 'signal'; readonly signal: string }
  /** Without a code every error is caught. */
  | { readonly type: 'error'; readonly code?: string }
  /** Without a code every escalation is caught. */
  | { readonly type: 'escalation'; readonly code?: string }
  /** FEEL without its leading `=`. */
  | { readonly type: 'condition'; readonly condition: string }
  /** Without an activity, everything completed around the event is undone. */
  | { readonly type: 'compensation'; readonly activity?: string; readonly waits: boolean }
  | { readonly type: 'cancel' }
  | { readonly type: 'terminate' }
  | { readonly type: 'link'; readonly name: string }
  /** One of several is enough, or (`needsAll`) all have to happen; a thrown one throws all. */
  | { readonly type: 'multiple'; readonly needsAll: boolean; readonly events: readonly EventDefinition[] };

/** The single definitions of an event. */
export function definitionsOf(event: EventDefinition | undefined): readonly EventDefinition[] {
  if (event === undefined) return [];
  return event.type === 'multiple' ? event.events : [event];
}

/** Whether an event has a definition of some type. */
export function hasDefinition(event: EventDefinition | undefined, type: EventDefinition['type']): boolean {
  return definitionsOf(event).some((definition) => definition.type === type);
}
