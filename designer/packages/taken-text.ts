import type { Notice } from '../forms/form-js/notices.ts';
import { formText, openForm } from '../forms/work/open-form.ts';
import { readText } from './chosen-file.ts';
import { formIdOf, kindOf } from './file-kinds.ts';

/** The text with which a file from the computer goes into a package, or the sentence that says why it does not. */
export type Taken = { readonly text: string; readonly notices: readonly Notice[] } | { readonly refusal: string };

/** Reads a file for a path of a package: a form of Camunda's editor becomes one of ours, any other text stays. */
export async function takenText(path: string, file: File): Promise<Taken> {
  const text = await readText(file);
  if (kindOf(path) !== 'form') return { text, notices: [] };
  const opening = openForm(text, file.name);
  if ('refusal' in opening) return opening;
  const { draft, notices } = opening;
  return { text: formText({ ...draft, id: formIdOf(path) }), notices };
}
