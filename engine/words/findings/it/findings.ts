import type { FindingWords } from '../finding-words.ts';
import { italianExecutors } from './executors.ts';
import { italianKernel } from './kernel.ts';
import { italianLanguage } from './language.ts';
import { italianPublish } from './publish.ts';
import { italianRules } from './rules.ts';
import { italianSoundness } from './soundness.ts';
import { italianStandard } from './standard.ts';

/** Every finding in Italian. */
export const italianFindings: FindingWords = {
  ...italianExecutors,
  ...italianKernel,
  ...italianLanguage,
  ...italianPublish,
  ...italianRules,
  ...italianSoundness,
  ...italianStandard,
};
