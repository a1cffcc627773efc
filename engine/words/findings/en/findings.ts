import type { FindingWords } from '../finding-words.ts';
import { englishExecutors } from './executors.ts';
import { englishKernel } from './kernel.ts';
import { englishLanguage } from './language.ts';
import { englishPublish } from './publish.ts';
import { englishRules } from './rules.ts';
import { englishSoundness } from './soundness.ts';
import { englishStandard } from './standard.ts';

/** Every finding in English. */
export const englishFindings: FindingWords = {
  ...englishExecutors,
  ...englishKernel,
  ...englishLanguage,
  ...englishPublish,
  ...englishRules,
  ...englishSoundness,
  ...englishStandard,
};
