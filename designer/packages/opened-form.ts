import type { Notice } from '../forms/form-js/notices.ts';
import type { Draft } from '../forms/model/draft.ts';
import { formText, openForm } from '../forms/work/open-form.ts';
import { formIdOf } from './file-kinds.ts';
import type { OpenFile } from './use-saving.ts';

/** A form of a package as it was opened. */
export interface OpenedForm {
  readonly file: OpenFile;
  readonly draft: Draft;
  /** The text of the draft as it was opened. */
  readonly text: string;
  /** What the import of the file had to say. */
  readonly notices: readonly Notice[];
}

/** Opens the form in a file, or says why its text is none; `told` is what an import had to say of it before. */
export function openedForm(file: OpenFile, told: readonly Notice[]): OpenedForm | { readonly refusal: string } {
  const { path, saved, restored } = file;
  const text = restored?.text ?? saved.text;
  const opening = openForm(text, path);
  if ('refusal' in opening) return opening;
  const { draft } = opening;
  const notices = [...told, ...opening.notices];
  const id = formIdOf(path);
  if (draft.id === id) return { file, draft, text, notices };
  // A form is called like its file, also after the file was renamed: it is there to be saved under its name.
  const named = { ...draft, id };
  return { file, draft: named, text: formText(named), notices };
}
