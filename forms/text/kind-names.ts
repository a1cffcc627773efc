import { fileKinds } from '../schema/file-kinds.ts';
import { language } from './language.ts';

/** Kinds of file by their ids as a list in the language of the page, such as `PDF, fotografia (JPG)`. */
export const kindNames = (ids: readonly string[]): string =>
  fileKinds
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name[language()])
    .join(', ');
