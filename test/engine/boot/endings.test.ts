import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { endInOrder } from '../../../engine/boot/endings.ts';
import { runningParts } from '../../../engine/boot/running.ts';
import { createLog } from '../../../engine/connect/log.ts';

const log = createLog({ level: 'silent', production: true });

/** A process that notes what happens to it instead of ending. */
async function aProcess() {
  const happened: string[] = [];
  const emitter = new EventEmitter();
  const running = runningParts(log);
  await running.add('server', async () => void happened.push('server stopped'));
  const process = Object.assign(emitter, {
    exit: (code?: number | string | null) => void happened.push(`exit ${code}`) as never,
  });
  endInOrder({ running, log, process: process as unknown as NodeJS.Process });
  return { happened, emitter, settled: () => new Promise((resolve) => setImmediate(resolve)) };
}

it('a signal stops all parts and ends with 0', async () => {
  const { happened, emitter, settled } = await aProcess();
  emitter.emit('SIGTERM');
  await settled();
  expect(happened).toEqual(['server stopped', 'exit 0']);
});

it('a second signal does not wait', async () => {
  const { happened, emitter } = await aProcess();
  emitter.emit('SIGINT');
  emitter.emit('SIGINT');
  expect(happened).toContain('exit 1');
});

it.each(['unhandledRejection', 'uncaughtException'])('an %s stops all parts and ends with 1', async (event) => {
  const { happened, emitter, settled } = await aProcess();
  emitter.emit(event, new Error('nobody heard of it'));
  await settled();
  expect(happened).toEqual(['server stopped', 'exit 1']);
});
