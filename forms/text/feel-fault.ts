import { feelFault, feelFaultInWords } from '../../engine/words/findings/feel-words.ts';
import type { Issue } from '../schema/document.ts';
import { language } from './language.ts';

/** What is wrong with the expression of a `form.bad-expression`, in the language of the page. */
export function feelFaultText({ fault, ...params }: Issue['params']): string {
  const known = feelFault(String(fault), params);
  return known === undefined ? String(fault) : feelFaultInWords(known, language());
}
