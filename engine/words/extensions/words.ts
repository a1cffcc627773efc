import type { Language } from '../../core/language.ts';
import type { Attribute, Extension } from '../../language/extension.ts';
import { englishExtensions, englishShared } from './en.ts';
import type { ExtensionWords, SharedWords } from './extension-words.ts';
import { italianExtensions, italianShared } from './it.ts';

/** A value that can be chosen, with its words. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** An attribute as a person is asked for it. */
export interface AskedAttribute extends Omit<Attribute, 'choices' | 'other'> {
  readonly label: string;
  readonly hint?: string;
  readonly choices?: readonly Choice[];
  readonly other?: NonNullable<Attribute['other']> & SharedWords['others']['office'];
}

/** An extension as a person is asked for it. */
export interface AskedExtension extends Omit<Extension, 'attributes'> {
  readonly label: string;
  readonly hint: string;
  readonly attributes: readonly AskedAttribute[];
}

/** The words of extensions by name, in each language. */
export type ExtensionTables = Readonly<Record<Language, Readonly<Record<string, ExtensionWords>>>>;

/** The words of the dialect. */
export const dialectWords: ExtensionTables = { it: italianExtensions, en: englishExtensions };

/** What is said of attributes whatever they are called. */
export const sharedWords: Readonly<Record<Language, SharedWords>> = { it: italianShared, en: englishShared };

/**
 * An extension with what it is called in a language. `tables` are those of the dialect, or of one with more extensions;
 * what has no words is called by its name.
 */
export function asked(
  extension: Extension,
  language: Language,
  tables: ExtensionTables = dialectWords,
): AskedExtension {
  const words = tables[language][extension.name] ?? { label: extension.name, hint: '', attributes: {} };
  const attributes = extension.attributes.map((attribute) => askedFor(attribute, words, sharedWords[language]));
  return { ...extension, label: words.label, hint: words.hint, attributes };
}

function askedFor(
  { choices, other, ...attribute }: Attribute,
  { attributes }: ExtensionWords,
  { others }: SharedWords,
): AskedAttribute {
  const { label, hint, choices: said = {} } = attributes[attribute.name] ?? { label: attribute.name };
  return {
    ...attribute,
    label,
    ...(hint !== undefined && { hint }),
    ...(choices && { choices: choices.map((value) => ({ value, label: said[value] ?? value })) }),
    ...(other && { other: { ...other, ...others[other.type] } }),
  };
}
