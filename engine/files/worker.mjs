/**
 * The thread in which files are judged. It reads TypeScript by itself: a thread does not inherit that from its process.
 */
import { register } from 'tsx/esm/api';

register();
const { judgeFile } = await import('./judge-file.ts');

/** @param {{ task: import('./judge-file.ts').FileToJudge, begun: import('node:worker_threads').MessagePort }} given */
export default function judgeInThread({ task, begun }) {
  begun.postMessage('begun');
  return judgeFile(task);
}
