import type { IconProps } from '../kit/Icon.tsx';
import type { Choice, Component, FieldComponent, Json } from '../schema/document.ts';

/** Where the palette of the form builder shows a type. */
export type PaletteGroup =
  'text' | 'choice' | 'number' | 'date' | 'person' | 'company' | 'place' | 'document' | 'structure';

/** One setting that an analyst may change, shown as a field of our own kit. */
export interface Setting {
  /** The member of the component that is set, such as `decimalDigits`, `validate.max` or `properties.kind`. */
  readonly at: string;
  /** How it is asked; `label`, `description` and the labels of choices are text keys below `designer.`. */
  readonly field: Omit<FieldComponent, 'key'>;
  /** Choices that have their words already, in place of `field.values`. */
  readonly choices?: readonly Choice[];
  /** How the member becomes the answer to the question and back; absent: they are the same. */
  readonly as?: { readonly answer: (member: Json) => Json; readonly member: (answer: Json) => Json };
}

/**
 * What the form builder must know of a type. Label, hint, key, required, conditions, rules, prefill and translations
 * are asked for every field; here stands only what the type has besides.
 */
export interface FieldEditor {
  readonly group: PaletteGroup;
  readonly icon: IconProps['name'];
  /** A new component of the type; the builder adds `id`, `key` (or `path`) and `label`. */
  readonly fresh: Partial<Component> & { readonly type: string };
  readonly settings: readonly Setting[];
}
