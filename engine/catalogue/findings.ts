import { errorIn } from '../findings/finding.ts';
import type { Finding } from '../findings/finding.ts';

/** A value read from a file, and what is wrong with it. */
export interface Read<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}

/** The JSON of a file; absent, with a finding, when it cannot be parsed. */
export function parseJson(file: string, text: string): Read<unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return { value, findings: [] };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return { value: undefined, findings: [errorIn(file, 'file.json', { reason })] };
  }
}
