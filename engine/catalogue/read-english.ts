import { z } from 'zod';
import type { EnglishWords } from '../core/procedure.ts';
import type { Read } from './findings.ts';
import { readJson } from './read-parts.ts';

const text = z.string().min(1);

const englishWords = z
  .object({
    terms: z.record(z.string(), z.object({ label: text, remedy: text.optional() }).strict()),
    elements: z.record(z.string(), z.object({ name: text, description: text.optional() }).strict()),
    letters: z.record(z.string(), z.object({ subject: text, summary: text }).strict()),
  })
  .strict();

/** The file of the English words of a procedure. */
export const ENGLISH = 'translations/en.json';

/** What the procedure calls things in English; absent where it has no such file. */
export const readEnglish = (files: Readonly<Record<string, string>>): Read<EnglishWords | undefined> =>
  files[ENGLISH] === undefined ? { value: undefined, findings: [] } : readJson(ENGLISH, files[ENGLISH], englishWords);
