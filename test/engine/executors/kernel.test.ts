import { expect, it } from 'vitest';
import { kernelExecutor } from '../../../engine/executors/kernel.ts';
import { end, path, process, start, userTask } from '../../support/bpmn.ts';
import { programOf, testNow } from '../../support/instance.ts';

it('the kernel executor starts and advances an instance', async () => {
  const program = await programOf(process('p', start('s'), userTask('a'), end('e'), ...path('s', 'a', 'e')));
  const begun = await kernelExecutor.start(program, {}, testNow);
  const [wait] = begun.opened;
  const trigger = { type: 'complete', waitId: wait?.id ?? '', output: {} } as const;
  const ended = await kernelExecutor.advance(program, begun.state, trigger, testNow);
  expect(ended.ended?.reason).toBe('completed');
});

it('a foreign state is refused as a rejection', async () => {
  const program = await programOf(process('p', start('s'), end('e'), ...path('s', 'e')));
  const trigger = { type: 'variables', variables: {} } as const;
  await expect(kernelExecutor.advance(program, { other: 1 }, trigger, testNow)).rejects.toMatchObject({
    code: 'state.foreign',
  });
});
