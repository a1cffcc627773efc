import { expect, it } from 'vitest';
import { eventTypes, isShared, type EventType } from '../../../engine/core/event.ts';

/** What the parties are told of, in the timeline that they see. */
const shared: readonly EventType[] = [
  ...(['application.submitted', 'dossier.opened', 'documents.added', 'task.completed', 'act.received'] as const),
  'milestone.reached',
  ...(['term.started', 'term.suspended', 'term.resumed', 'term.interrupted', 'term.restarted'] as const),
  ...(['term.length-changed', 'term.ended', 'notice.issued', 'outcome.reached', 'dossier.closed'] as const),
];

/** What is the business of the office alone. */
const internal: readonly EventType[] = [
  ...(['task.opened', 'task.claimed', 'task.released', 'task.cancelled', 'task.refused', 'reading.refused'] as const),
  ...(['timer.fired', 'decision.evaluated', 'signal.thrown', 'signal.received'] as const),
  ...(['message.thrown', 'message.received', 'message.undelivered', 'escalation.raised', 'error.raised'] as const),
  ...(['process.called', 'process.returned', 'process.cancelled', 'party.added', 'party.address-changed'] as const),
  ...(['notice.delivered', 'notice.failed', 'job.requested', 'job.finished', 'job.failed', 'job.resolved'] as const),
  ...(['record.sealed', 'conflict.declared', 'conflict.assessed'] as const),
];

it.each(shared)('the parties are told of %s', (type) => {
  expect(isShared(type)).toBe(true);
  expect(eventTypes[type]).toBe('everyone');
});

it.each(internal)('the office alone is told of %s', (type) => {
  expect(isShared(type)).toBe(false);
  expect(eventTypes[type]).toBe('office');
});

it('every event is told to somebody', () => {
  expect(Object.keys(eventTypes).toSorted()).toEqual([...shared, ...internal].toSorted());
});
