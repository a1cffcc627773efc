import { advance, start, startAt } from '../kernel/running/advance.ts';
import type { Program } from '../kernel/program.ts';
import type { Executor } from './port.ts';

/** The default executor: our own kernel, which works synchronously. */
export const kernelExecutor: Executor<Program> = {
  // eslint-disable-next-line max-params -- the four of the port
  start: async (program, variables, now, at) =>
    at === undefined ? start(program, variables, now) : startAt(program, at.elementId, { variables, now, ...at }),
  advance: async (...step) => advance(...step),
};
