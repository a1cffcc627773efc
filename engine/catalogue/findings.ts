import type { Finding } from '../findings/finding.ts';

/** Something that keeps the procedure from being published. */
export function error(file: string, rule: string, message: string): Finding {
  return { rule, level: 'error', file, message };
}

/** Something that the procedure can live with. */
export function warning(file: string, rule: string, message: string): Finding {
  return { rule, level: 'warning', file, message };
}

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
    return { value: undefined, findings: [error(file, 'file.json', `Il file ${file} non è JSON valido: ${reason}.`)] };
  }
}
