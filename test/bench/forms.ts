import type { Answers } from '../../forms/schema/document.ts';
import { settle } from '../../forms/schema/settle.ts';
import { validateAnswers } from '../../forms/schema/validate.ts';
import { largeAnswers, largeForm } from './large-form.ts';

const today = '2026-11-23';
const bounds = { validateMs: 5, settleMs: 5 };

/** Measures judging and settling a form of 200 fields with conditions; whether the bounds are held. */
export function benchForms(): Promise<boolean> {
  const first = timed(() => judge(0));
  const judging = series(judge);
  const settling = series((round) => settle(largeForm, typed(round), { variables: { today } }));
  const lines = [
    ['prima convalida di 200 campi, espressioni da leggere', first, true],
    ['convalida di 200 campi, mediana', at(judging, 0.5), at(judging, 0.5) <= bounds.validateMs],
    ['convalida di 200 campi, 95° percentile', at(judging, 0.95), at(judging, 0.95) <= bounds.validateMs],
    ['assestamento dopo un tasto, mediana', at(settling, 0.5), true],
    ['assestamento dopo un tasto, 95° percentile', at(settling, 0.95), at(settling, 0.95) <= bounds.settleMs],
  ] as const;
  for (const [what, figure, isHeld] of lines) {
    process.stdout.write(`${isHeld ? ' ' : '!'} ${what.padEnd(56)}${figure.toFixed(2)} ms\n`);
  }
  return Promise.resolve(lines.every(([, , isHeld]) => isHeld));
}

/** The answers after a key was pressed in one field: no two rounds judge the same object. */
const typed = (round: number): Answers => ({ ...largeAnswers, nome_3: `Ada Prova ${round}` });

function judge(round: number): void {
  const { issues } = validateAnswers(largeForm, typed(round), { today });
  if (issues.length > 0) throw new Error(`the answers of the bench are wrong: ${issues[0]?.path} ${issues[0]?.code}`);
}

function timed(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

function series(work: (round: number) => unknown): readonly number[] {
  for (let round = 0; round < 100; round += 1) work(round);
  const times = Array.from({ length: 300 }, (_, round) => timed(() => work(round + 100)));
  return times.sort((one, other) => one - other);
}

const at = (times: readonly number[], share: number): number => times[Math.floor(times.length * share)] ?? 0;
