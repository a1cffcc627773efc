import { issueText } from '../../../forms/text/issue-text.ts';
import { words } from '../../words.ts';
import type { DraftFinding } from '../model/findings.ts';
import { nameOf } from '../model/find.ts';

/** The sentence of a finding: an issue of the reader, with the part by name instead of its path, or one of our own. */
export function sentence({ level, issue, part }: DraftFinding): string {
  if (level === 'warning') return words(`builder.warnings.${issue.code}`, issue.params);
  return issueText(part === undefined ? issue : { ...issue, path: nameOf(part) });
}
