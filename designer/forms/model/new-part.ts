import { fieldEditors, type EditorType } from '../../../forms/fields/editors.ts';
import type { NewPart } from './change.ts';
import { freshKey } from './change.ts';
import type { Draft, Place } from './draft.ts';
import { keyFrom } from './keys.ts';

/** What a new component is made of. */
export interface Wanted {
  readonly type: EditorType;
  /** What it is called until the analyst says otherwise; its key is made of it. */
  readonly label: string;
  readonly place: Place;
}

/** A new component of a type, with a key that is free where it is to be put; a text gets the label as its text. */
export function newPart(draft: Draft, { type, label, place }: Wanted): NewPart {
  const { fresh } = fieldEditors[type];
  const key = freshKey(draft, keyFrom(label, 'campo'), place);
  const members: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(fresh));
  const part: NewPart = { ...members, type: fresh.type, ...('components' in fresh && { components: [] }) };
  if (type === 'text') return { ...part, text: label };
  if (type === 'group') return { ...part, label };
  return type === 'dynamiclist' ? { ...part, path: key, label } : { ...part, key, label };
}
