/**
 * Runs before each test file of a mutation run: gives the switches of the mutants (`switches.ts`) their answer, and
 * tells how often each was asked.
 */
import { appendFileSync } from 'node:fs';
import process from 'node:process';
import { afterAll, inject } from 'vitest';
import { switchName } from './switches.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly mutant: AtWork;
  }
}

/** The mutant at work in a run. */
export interface AtWork {
  /** Undefined in the run without a mutant, in which the asking is counted. */
  readonly id?: number;
  /** How often it may be asked before the run counts as one that does not end. */
  readonly most: number;
  /** Where each test file writes a line: the process that runs it, and how often each mutant was asked. */
  readonly told: string;
}

const { id, most, told } = inject('mutant');
const asked = new Map<number, number>();

appendFileSync(told, `${JSON.stringify({ pid: process.pid, asked: [] })}\n`);
Reflect.set(globalThis, switchName, (mutant: number): boolean => {
  if (id !== undefined && mutant !== id) return false;
  const times = (asked.get(mutant) ?? 0) + 1;
  asked.set(mutant, times);
  if (id !== undefined && times > most) throw new Error('the mutant does not end');
  return id !== undefined;
});

afterAll(() => {
  appendFileSync(told, `${JSON.stringify({ pid: process.pid, asked: [...asked] })}\n`);
});
