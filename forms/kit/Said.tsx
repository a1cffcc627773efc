import type { Words } from './own-language.ts';

/** Words in the language they are in. */
export const Said = ({ words: { text, ...inLanguage } }: { readonly words: Words }) => (
  <span {...inLanguage}>{text}</span>
);
