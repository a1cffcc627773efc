import type { Instant, Json } from '../kernel/types.ts';

/** Everything that can become true of a dossier, and who is told of it in the timeline. */
export const eventTypes = {
  'application.submitted': 'everyone',
  'dossier.opened': 'everyone',
  'documents.added': 'everyone',
  'task.opened': 'office',
  'task.claimed': 'office',
  'task.released': 'office',
  'task.completed': 'everyone',
  'task.cancelled': 'office',
  'task.refused': 'office',
  'reading.refused': 'office',
  'conflict.declared': 'office',
  'conflict.assessed': 'office',
  'act.received': 'everyone',
  'timer.fired': 'office',
  'decision.evaluated': 'office',
  'signal.thrown': 'office',
  'signal.received': 'office',
  'message.thrown': 'office',
  'message.received': 'office',
  'message.undelivered': 'office',
  'escalation.raised': 'office',
  'error.raised': 'office',
  'process.called': 'office',
  'process.returned': 'office',
  'process.cancelled': 'office',
  'milestone.reached': 'everyone',
  'term.started': 'everyone',
  'term.suspended': 'everyone',
  'term.resumed': 'everyone',
  'term.interrupted': 'everyone',
  'term.restarted': 'everyone',
  'term.length-changed': 'everyone',
  'term.ended': 'everyone',
  'party.added': 'office',
  'party.address-changed': 'office',
  'notice.issued': 'everyone',
  'notice.delivered': 'office',
  'notice.failed': 'office',
  'job.requested': 'office',
  'job.finished': 'office',
  'job.failed': 'office',
  'job.resolved': 'office',
  'outcome.reached': 'everyone',
  'dossier.closed': 'everyone',
  'record.sealed': 'office',
} as const;

/** The name of an event. */
export type EventType = keyof typeof eventTypes;

/** The name of an event that the parties are told of. */
export type SharedEventType = {
  [Type in EventType]: (typeof eventTypes)[Type] extends 'everyone' ? Type : never;
}[EventType];

/** Whether the parties are told of such an event. */
export const isShared = (type: EventType): type is SharedEventType => eventTypes[type] === 'everyone';

/** Who caused an event, as the record keeps it. */
export interface EventActor {
  readonly type: 'person' | 'system';
  /** `personId`, or the component. */
  readonly id: string;
  readonly name: string;
  readonly role?: string;
  /** In whose name they acted, where it was not their own. */
  readonly onBehalfOf?: string;
  /** What the system does because somebody did something: who that was. */
  readonly following?: Pick<EventActor, 'type' | 'id' | 'name'>;
}

/** An event before it takes its place in the chain. */
export interface EventDraft {
  readonly type: EventType;
  readonly at: Instant;
  readonly actor: EventActor;
  /** Facts of the event: ids, days, article of law. No whole documents, no secrets. */
  readonly data: { readonly [key: string]: Json };
}

/** What an event seals (`core/seals.ts`): of each row, by table and key, the SHA-256 of each column in hexadecimal. */
export type Seals = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** An event in the record of a dossier. `hash` is SHA-256 over the canonical JSON (RFC 8785) of the rest. */
export interface DossierEvent extends EventDraft {
  readonly dossierId: string;
  /** 1, 2, 3 … without gaps. */
  readonly sequence: number;
  /** Hex; 64 zeros before the first event. */
  readonly previousHash: string;
  /** On the last event of a step: what vouches for the rows that were written with it. */
  readonly seals?: Seals;
  readonly hash: string;
}
