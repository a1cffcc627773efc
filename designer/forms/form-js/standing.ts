import { memberAt, keyOf, type Draft, type Part } from '../model/draft.ts';
import { partOf } from '../model/tree.ts';
import { keptOf } from './kept.ts';
import type { Notice } from './notices.ts';

const isLeftOut = (part: Part, { member = '' }: Notice['params']) =>
  memberAt(part, member.replace(/\[.*$/, '')) === undefined;

/** What a notice is about is still as the import left it: nobody has set right what was wrong. */
const isOpen: Partial<Record<Notice['code'], (part: Part, params: Notice['params']) => boolean>> = {
  'member-ignored': isLeftOut,
  'formula-ignored': isLeftOut,
  'key-changed': (part, { after }) => keyOf(part) === after,
  'choice-texts': (part) => JSON.stringify(part['values']) === JSON.stringify(keptOf(part)?.now['values']),
  'not-shown': (part) => part.type === 'text' && typeof keptOf(part)?.was['key'] === 'string',
  'question-not-shown': (part) => part.type === 'text',
  'template-logic': (part) => /\{\{[#/]/.test(String(part['text'] ?? '')),
};

/** The notices of an import that ask for something to be done, as long as it has not been done. */
export const standingNotices = (draft: Draft, notices: readonly Notice[]): readonly Notice[] =>
  notices.filter(({ code, partId, params }) => {
    if (code === 'schema-version') return true;
    const part = partId === undefined ? undefined : partOf(draft, partId);
    return part !== undefined && (isOpen[code]?.(part, params) ?? false);
  });
