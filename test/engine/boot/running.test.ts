import { describe, expect, it } from 'vitest';
import { runningParts } from '../../../engine/boot/running.ts';
import { createLog } from '../../../engine/connect/log.ts';

const log = createLog({ level: 'silent', production: true });

describe('running parts', () => {
  it('are stopped in the reverse order of their start', async () => {
    const running = runningParts(log);
    const stopped: string[] = [];
    for (const name of ['database', 'server', 'worker']) {
      await running.add(name, async () => void stopped.push(name));
    }
    await running.stopAll();
    expect(stopped).toEqual(['worker', 'server', 'database']);
  });

  it('are stopped once, however often it is asked', async () => {
    const running = runningParts(log);
    let count = 0;
    await running.add('database', async () => void (count += 1));
    await Promise.all([running.stopAll(), running.stopAll()]);
    expect(count).toBe(1);
  });

  it('that fail to stop do not keep the others from it', async () => {
    const running = runningParts(log);
    let stopped = false;
    await running.add('database', async () => void (stopped = true));
    await running.add('worker', () => Promise.reject(new Error('stuck')));
    await running.stopAll();
    expect(stopped).toBe(true);
  });

  it('that start while all is being stopped are stopped at once', async () => {
    const running = runningParts(log);
    await running.stopAll();
    let stopped = false;
    await running.add('late', async () => void (stopped = true));
    expect(stopped).toBe(true);
  });
});
