/**
 * The thread in which packages are checked. It reads TypeScript by itself: a thread does not inherit that from its
 * process.
 */
import { register } from 'tsx/esm/api';

register();
const { compileForPublishing } = await import('./compile-procedure.ts');

/**
 * Gives the findings alone: what is compiled holds functions, which cannot leave a thread.
 *
 * @param {{ task: import('../core/procedure.ts').ProcedureFiles, begun: import('node:worker_threads').MessagePort }} given
 */
export default async function checkInThread({ task, begun }) {
  begun.postMessage('begun');
  const { findings } = await compileForPublishing(task, 0);
  return JSON.parse(JSON.stringify(findings));
}
