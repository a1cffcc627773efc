import type { Emission } from '../../kernel/types.ts';
import type { ThrownMessage } from '../dossier.ts';
import type { JobDraft, Step } from '../effects.ts';
import { nextSequence, record } from './progress.ts';
import type { Scene } from './progress.ts';

/**
 * The step with what an execution has said to the outside: each in the record, and messages and signals on their way to
 * other dossiers. What they carry is not in the record: it may be people's data, and the receiver's record tells of it.
 */
export function recordEmissions(step: Step, emitted: readonly Emission[], scene: Scene): Step {
  return emitted.reduce((current, emission) => recordEmission(current, emission, scene), step);
}

function recordEmission(step: Step, emission: Emission, scene: Scene): Step {
  const { elementId } = emission;
  switch (emission.type) {
    case 'message':
      return throwMessage(step, emission, scene);
    case 'signal':
      return throwSignal(step, emission, scene);
    case 'escalation':
      return record(step, scene, { type: 'escalation.raised', data: { code: emission.code, elementId } });
  }
}

function throwMessage(step: Step, emission: Extract<Emission, { type: 'message' }>, scene: Scene): Step {
  const { elementId, message, correlationKey, payload } = emission;
  const { dossierId } = step.dossier;
  const messageId = emissionId(step);
  const key = correlationKey === undefined ? {} : { correlationKey };
  const thrown: ThrownMessage = { messageId, elementId, message, ...key, payload };
  const job: JobDraft = { type: 'deliver-message', key: `message:${messageId}`, dossierId, messageId };
  const sent = { ...step, messagesThrown: [...step.messagesThrown, thrown], jobs: [...step.jobs, job] };
  return record(sent, scene, { type: 'message.thrown', data: { messageId, message, elementId } });
}

function throwSignal(step: Step, emission: Extract<Emission, { type: 'signal' }>, scene: Scene): Step {
  const { elementId, signal, payload } = emission;
  const { dossierId } = step.dossier;
  const signalId = emissionId(step);
  const job: JobDraft = { type: 'broadcast-signal', key: `signal:${signalId}`, dossierId, signalId, signal, payload };
  const told = { ...step, jobs: [...step.jobs, job] };
  return record(told, scene, { type: 'signal.thrown', data: { signalId, signal, elementId } });
}

// The event that records it is the only one with this number.
function emissionId(step: Step): string {
  return `${step.dossier.dossierId}.e${nextSequence(step)}`;
}
