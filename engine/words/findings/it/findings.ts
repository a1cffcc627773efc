import type { FindingWords } from '../finding-words.ts';
import { italianCatalogue } from './catalogue.ts';
import { italianConnector } from './connector.ts';
import { italianCore } from './core.ts';
import { italianExecutors } from './executors.ts';
import { italianKernel } from './kernel.ts';
import { italianLanguage } from './language.ts';
import { italianPart } from './part.ts';
import { italianPublish } from './publish.ts';
import { italianRules } from './rules.ts';
import { italianSoundness } from './soundness.ts';
import { italianStandard } from './standard.ts';

/** Every finding in Italian. */
export const italianFindings: FindingWords = {
  ...italianCatalogue,
  ...italianConnector,
  ...italianCore,
  ...italianExecutors,
  ...italianKernel,
  ...italianLanguage,
  ...italianPart,
  ...italianPublish,
  ...italianRules,
  ...italianSoundness,
  ...italianStandard,
};
