import { executionsOf, waitsIn } from '../called.ts';
import type { Dossier } from '../dossier.ts';
import { abandon, call, giveBack, tellCaller } from './calls.ts';
import { close } from './ending.ts';
import type { Effect, EffectOf, Following, Moving } from './executions.ts';

/** Lets one thing follow that follows from a move; what it concerns may have ended meanwhile. */
export async function follow(moving: Moving, effect: Effect, following: Following): Promise<Moving> {
  switch (effect.type) {
    case 'call':
      return call(moving, effect, following);
    case 'abandon':
      return abandon(moving, effect.executionId, following);
    case 'signal':
      return hear(moving, effect, following);
    case 'escalate':
      return tellCaller(moving, effect.executionId, {
        ...following,
        trigger: { type: 'escalation', waitId: effect.executionId, code: effect.code, payload: effect.payload },
      });
    case 'return':
      return giveBack(moving, effect, following);
    case 'close':
      return { ...moving, step: close(moving.step, effect.ended, following.scene) };
  }
}

// The execution that threw the signal has heard it already; other dossiers hear it after the commit.
async function hear(
  moving: Moving,
  { executionId, signal, payload }: EffectOf<'signal'>,
  { scene, advance }: Following,
): Promise<Moving> {
  let current = moving;
  for (const other of executionsOf(moving.step.dossier)) {
    if (other === executionId || !awaitsSignal(current.step.dossier, other, signal)) continue;
    current = await advance(current, { trigger: { type: 'signal', signal, payload }, executionId: other }, scene);
  }
  return current;
}

/** Whether one of the executions of a dossier waits for a signal. */
export function awaitsSignal(dossier: Dossier, executionId: string, signal: string): boolean {
  return waitsIn(dossier, executionId).some((wait) => wait.type === 'signal' && wait.signal === signal);
}
