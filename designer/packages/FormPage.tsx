import { useState } from 'react';
import { useLocation } from 'react-router';
import { isNotice, type Notice } from '../forms/form-js/notices.ts';
import { isObject, type Draft } from '../forms/model/draft.ts';
import { formText, openForm } from '../forms/work/open-form.ts';
import { formIdOf } from './file-kinds.ts';
import { FormFile } from './FormFile.tsx';
import { openFile, type FileProps } from './open-file.ts';
import { PlainPage } from './PlainPage.tsx';
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

/** A form of a package in the builder; a text that is no form is shown as it is, with the reason. */
export function FormPage(props: FileProps) {
  const notices = noticesIn(useLocation().state);
  const [opened] = useState(() => openedForm(openFile(props.detail, props.file), notices));
  return 'refusal' in opened ? <PlainPage {...props} {...opened} /> : <FormFile {...props} opened={opened} />;
}

function openedForm(file: OpenFile, told: readonly Notice[]): OpenedForm | { readonly refusal: string } {
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

/** What an import had to say, handed over with the address. */
function noticesIn(state: unknown): readonly Notice[] {
  const told = isObject(state) ? state['notices'] : undefined;
  return Array.isArray(told) ? told.filter(isNotice) : [];
}
