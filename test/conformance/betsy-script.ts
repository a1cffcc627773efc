import type { Instance } from './world/world.ts';
import type { Instant, JobWait, Trigger, Variables } from '../../engine/kernel/types.ts';

/** What the scripts of a test have left behind. */
export interface Notes {
  readonly trace: string[];
  hasMarker: boolean;
  readonly intervals: { readonly from: Instant; readonly to: Instant }[];
  problem?: string;
}

/** A script that is to run. */
export interface ScriptCall {
  readonly instance: Instance;
  readonly wait: JobWait;
  readonly now: Instant;
}

/** Does what the text of a script says, and gives what its job ends with. */
export function doScript(notes: Notes, { instance, wait, now }: ScriptCall): Trigger {
  const done = (output: Variables = {}): Trigger => ({ type: 'complete', waitId: wait.id, output });
  switch (wait.jobType) {
    case 'CREATE_LOG_FILE':
    case 'WAIT_TEN_SECONDS':
      return done();
    case 'CREATE_MARKER_FILE':
      notes.hasMarker = true;
      return done();
    case 'INCREMENT_INTEGER_VARIABLE':
      return done({ integerVariable: next(instance) });
    case 'INCREMENT_INTEGER_VARIABLE_AND_LOG':
      notes.trace.push('INCREMENT_correct');
      return done({ integerVariable: next(instance) });
    case 'SET_STRING_DATA':
      return done({ data: 'String' });
    case 'LOG_DATA':
      if (instance.variables.data === 'String') notes.trace.push('DATA_correct');
      return done();
    case 'THROW_ERROR':
      return { type: 'error', waitId: wait.id, code: 'ERR_CODE', message: 'sollevato dallo script' };
    case 'CREATE_TIMESTAMP_LOG_1':
    case 'CREATE_TIMESTAMP_LOG_2':
      notes.intervals.push({ from: new Date(Date.parse(now) - 10_000).toISOString(), to: now });
      return done();
    default:
      notes.trace.push(wait.jobType);
      return done();
  }
}

function next({ variables }: Instance): number {
  return Number(variables.integerVariable ?? 0) + 1;
}
