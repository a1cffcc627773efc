import type { FindingWords } from '../finding-words.ts';
import { englishCatalogue } from './catalogue.ts';
import { englishConnector } from './connector.ts';
import { englishCore } from './core.ts';
import { englishExecutors } from './executors.ts';
import { englishKernel } from './kernel.ts';
import { englishLanguage } from './language.ts';
import { englishPart } from './part.ts';
import { englishPublish } from './publish.ts';
import { englishRules } from './rules.ts';
import { englishSoundness } from './soundness.ts';
import { englishStandard } from './standard.ts';

/** Every finding in English. */
export const englishFindings: FindingWords = {
  ...englishCatalogue,
  ...englishConnector,
  ...englishCore,
  ...englishExecutors,
  ...englishKernel,
  ...englishLanguage,
  ...englishPart,
  ...englishPublish,
  ...englishRules,
  ...englishSoundness,
  ...englishStandard,
};
