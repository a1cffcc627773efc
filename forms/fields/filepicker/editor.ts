import type { Json } from '../../schema/document.ts';
import { fileKinds } from '../../schema/file-kinds.ts';
import type { FieldEditor, Setting } from '../editor-types.ts';
import { count, explained, flag, line, oneOf } from '../settings.ts';
import { acceptOf, kindsNamed, MOST_MEGABYTES } from './accept.ts';

const ids = (answer: Json): readonly string[] =>
  Array.isArray(answer) ? answer.filter((each: Json) => typeof each === 'string') : [];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Kinds of file, chosen by name. In the document they are endings, as HTML and form-js write them. */
const accept: Setting = {
  at: 'accept',
  field: { type: 'checklist', label: 'settings.accept', description: 'settings.acceptHint' },
  choices: fileKinds.map(({ id, name }) => ({ value: id, label: capital(name.it) })),
  as: {
    answer: (member) => [...kindsNamed({ type: 'filepicker', key: '', accept: String(member) })],
    member: (answer) => acceptOf(ids(answer)),
  },
};

const size = explained(count('properties.maxSizeMb', 'maxSizeMb'));

/** How an analyst sets an attachment. */
export const filepickerEditor: FieldEditor = {
  group: 'document',
  icon: 'it-clip',
  fresh: { type: 'filepicker' },
  settings: [
    accept,
    { ...size, field: { ...size.field, validate: { min: 1, max: MOST_MEGABYTES } } },
    flag('multiple', 'multiple'),
    count('properties.maxFiles', 'maxFiles'),
    explained(oneOf('properties.signature', 'signature', { any: 'any', pdf: 'pdf', p7m: 'p7m' })),
    explained(line('properties.template', 'template')),
  ],
};
