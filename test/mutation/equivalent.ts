import { changeInWords } from './in-words.ts';
import type { Mutant } from './mutants.ts';

/** A change after which a file does what it did: no test can notice it. */
interface Equivalent {
  readonly file: string;
  /** The beginning of the changed line. */
  readonly line: string;
  /** What becomes what, as a report has it. */
  readonly change: string;
}

/**
 * Changes that were looked at, by the reason why nothing can show them. They are drawn, and counted apart. A branch
 * that nothing takes is taken out instead: these are asked for by the compiler, or only save time.
 */
const equivalents: Readonly<Record<string, readonly Equivalent[]>> = {
  'The compiler asks for a value that is always there.': [
    {
      file: 'engine/kernel/time/cron.ts',
      line: "const [second = '', minute = ''",
      change: "''  →  'other'",
    },
    {
      file: 'engine/kernel/time/cycle.ts',
      line: "const [repeat = '', ...rest]",
      change: "''  →  'other'",
    },
    {
      file: 'engine/run/submission-body.ts',
      line: "throw unknownBody(bodyKey, named ?? '')",
      change: "named ?? ''  →  named",
    },
    {
      file: 'forms/schema/compare.ts',
      line: 'const isShown =',
      change: 'path.split(/[.[]/)[0] ?? path  →  path.split(/[.[]/)[0]',
    },
  ],
  'What is remembered only saves time.': [
    { file: 'forms/schema/feel.ts', line: 'if (before) return before;', change: 'before  →  false' },
    {
      file: 'forms/schema/feel.ts',
      line: 'evaluators.set(context, made);',
      change: 'evaluators.set(context, made);  →  (tolto)',
    },
    { file: 'forms/schema/clean.ts', line: 'PLAIN.test(text)', change: 'PLAIN.test(text)  →  false' },
    { file: 'forms/schema/pages.ts', line: 'if (before) return before;', change: 'before  →  false' },
    { file: 'forms/schema/validate.ts', line: 'if (before) return before;', change: 'before  →  false' },
  ],
};

/** All of them, each with its reason. */
export const listed = Object.entries(equivalents).flatMap(([reason, list]) =>
  list.map((equivalent) => ({ ...equivalent, reason })),
);

/** Why no test can notice a mutant; undefined for one that is not listed. */
export const whyEquivalent = (mutant: Mutant): string | undefined =>
  listed.find(
    ({ file, line, change }) =>
      mutant.file === file && mutant.lineText.startsWith(line) && changeInWords(mutant) === change,
  )?.reason;
