import type { Dossier } from '../core/dossier.ts';
import type { Step } from '../core/effects.ts';
import type { ReaderKey } from '../core/readers.ts';
import { shortestMisspelt } from '../core/search/near.ts';
import {
  documentTexts,
  searchTexts,
  submissionTexts,
  type SearchAudience,
  type SearchPlace,
  type SentAnswers,
} from '../core/search/texts.ts';
import { wordsOf, type Word } from '../core/search/words.ts';
import { isConcluded } from '../core/status.ts';

/** What is written of a step for lists and searches; nothing where the step changes nothing that they show. */
export interface SearchRows {
  /** All readers of the dossier; null when they and the state are as before. */
  readonly readers: readonly ReaderKey[] | null;
  readonly words: readonly WordsRow[];
  /**
   * Words that may be mistyped, in alphabetical order, so that two transactions never wait for each other in a ring.
   */
  readonly newWords: readonly string[];
}

interface WordsRow {
  readonly audience: SearchAudience;
  readonly readers: readonly ReaderKey[];
  /**
   * For the stemmer, and word by word; of the dossier, and of the documents and answers that came with the step.
   */
  readonly written: string;
  readonly plain: readonly string[];
  readonly filesWritten: string;
  readonly filesPlain: readonly string[];
}

const nothing: SearchRows = { readers: null, words: [], newWords: [] };

/** The rows of `dossier_readers`, `dossier_words` and `search_words` for a step. */
export function searchRows(before: Dossier | undefined, moved: Searched, place: SearchPlace): SearchRows {
  const { dossier, documents, submissions } = moved;
  const came = documents.length + submissions.length;
  if (before !== undefined && isAlike(before, dossier) && came === 0) return nothing;
  const turned = before === undefined || isConcluded(before) !== isConcluded(dossier);
  const earlier = new Map(before === undefined ? [] : searchTexts(before, place).map((one) => [one.audience, one]));
  const texts = searchTexts(dossier, place);
  const changed = texts.flatMap(({ audience, readers, text }): readonly Changed[] => {
    const was = earlier.get(audience);
    const files =
      `${documentTexts(documents, audience)}\n${submissionTexts(submissions, audience, place.procedure)}`.trim();
    const same = was?.text === text && String(was.readers) === String(readers);
    if (same && !turned && files === '') return [];
    return [{ audience, readers, words: wordsOf(text), files: wordsOf(files), was: was?.text ?? '' }];
  });
  return {
    readers: changed.length > 0 ? [...new Set(texts.flatMap(({ readers }) => readers))] : null,
    words: changed.map(wordsRow),
    newWords: changed.flatMap((one) => (one.audience === 'office' ? misspeltWords(one) : [])),
  };
}

/** What of a step is searched. */
export interface Searched extends Pick<Step, 'dossier' | 'documents'> {
  readonly submissions: readonly SentAnswers[];
}

/** What an audience finds a dossier by after the step, and the text by which it found it before. */
interface Changed {
  readonly audience: SearchAudience;
  readonly readers: readonly ReaderKey[];
  readonly words: readonly Word[];
  readonly files: readonly Word[];
  readonly was: string;
}

/** Whether lists and searches cannot tell two states of a dossier apart. Most commands only move tasks and waits. */
function isAlike(before: Dossier, after: Dossier): boolean {
  return (
    before.variables === after.variables &&
    before.answered === after.answered &&
    before.parties === after.parties &&
    before.officeCodes === after.officeCodes &&
    before.guests === after.guests &&
    before.subject === after.subject &&
    isConcluded(before) === isConcluded(after)
  );
}

function wordsRow({ audience, readers, words, files }: Changed): WordsRow {
  return {
    ...{ audience, readers, written: writtenOf(words), plain: plainOf(words) },
    ...{ filesWritten: writtenOf(files), filesPlain: plainOf(files) },
  };
}

const writtenOf = (words: readonly Word[]): string => words.map(({ written }) => written).join(' ');
const plainOf = (words: readonly Word[]): readonly string[] => words.map(({ plain }) => plain);

function misspeltWords({ words, files, was }: Changed): readonly string[] {
  const known = new Set(plainOf(wordsOf(was)));
  return [...new Set(plainOf([...words, ...files]))]
    .filter((word) => word.length >= shortestMisspelt && !known.has(word) && /^\p{L}+$/u.test(word))
    .sort();
}
