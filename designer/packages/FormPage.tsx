import { useState } from 'react';
import { useLocation } from 'react-router';
import { isNotice, type Notice } from '../forms/form-js/notices.ts';
import { isObject } from '../forms/model/draft.ts';
import { FormFile } from './FormFile.tsx';
import { openFile, type FileProps } from './open-file.ts';
import { openedForm } from './opened-form.ts';
import { PlainPage } from './PlainPage.tsx';

/** A form of a package in the builder; a text that is no form is shown as it is, with the reason. */
export function FormPage(props: FileProps) {
  const notices = noticesIn(useLocation().state);
  const [opened] = useState(() => openedForm(openFile(props.detail, props.file), notices));
  return 'refusal' in opened ? <PlainPage {...props} {...opened} /> : <FormFile {...props} opened={opened} />;
}

/** What an import had to say, handed over with the address. */
function noticesIn(state: unknown): readonly Notice[] {
  const told = isObject(state) ? state['notices'] : undefined;
  return Array.isArray(told) ? told.filter(isNotice) : [];
}
