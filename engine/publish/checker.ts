import { boundedThreads, type ThreadSettings } from '../bounded-threads.ts';
import type { ProcedureFiles } from '../core/procedure.ts';
import { errorIn, type Finding } from '../findings/finding.ts';

/** Checks packages as publishing does, in a thread: an analyst's package may keep a check busy without end. */
export interface Checker {
  /**
   * What is wrong with the files alone; one that did not end within its time and memory is a finding itself.
   * @throws Problem `service.unavailable` when too many packages wait
   */
  check(files: ProcedureFiles): Promise<readonly Finding[]>;
  close(): Promise<void>;
}

/** Starts no thread before there is a package. */
export function createChecker(settings: Partial<ThreadSettings> = {}): Checker {
  const threads = boundedThreads<ProcedureFiles, readonly Finding[]>({
    module: new URL('check-worker.mjs', import.meta.url),
    timeMs: 30_000,
    memoryMb: 512,
    threads: 1,
    mostWaiting: 20,
    ...settings,
  });
  return {
    check: async ({ procedureId, files, scenarios }) => {
      const bounded = await threads.run({ procedureId, files, ...(scenarios && { scenarios }) });
      return 'answer' in bounded ? bounded.answer : [errorIn('procedure.bpmn', 'check.not-ended')];
    },
    close: () => threads.close(),
  };
}
