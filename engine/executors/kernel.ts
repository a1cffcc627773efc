import { advance, start } from '../kernel/advance.ts';
import type { Program } from '../kernel/program.ts';
import type { Executor } from './port.ts';

/** The default executor: our own kernel, which works synchronously. */
export const kernelExecutor: Executor<Program> = {
  start: async (...beginning) => start(...beginning),
  advance: async (...step) => advance(...step),
};
