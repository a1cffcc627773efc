import type { FieldComponent, Json, Translation } from '../schema/document.ts';
import { isRecord } from '../schema/json.ts';
import type { JsonSchema } from '../schema/json-schema.ts';
import { oneLine } from '../schema/clean.ts';

/**
 * Texts that a person takes upon themself: a declaration, a confirmation. The document words them in Italian, which
 * alone has legal effect, and may translate them. Whatever language was read, the answer holds the Italian text, and
 * the language when it was another: the published version of the form says what stood there in it.
 */

/** A text in one language of two letters. */
export interface Wording {
  readonly language: string;
  readonly text: string;
}

/** What a text is read as: in Italian, and in which language it was read when that was another. */
export type ReadText = { readonly text: string; readonly language?: string };

const LEGAL = 'it';

/**
 * A text of a component in every language that it has, Italian first, whatever language the component is in. `own` is
 * the text as the component has it, `pick` finds it among translated words.
 */
export function wordingsOf(
  { original, translations = {} }: FieldComponent,
  own: string,
  pick: (words: Translation) => string | undefined,
): readonly Wording[] {
  const legal = { language: LEGAL, text: oneLine((original && pick(original)) ?? own) };
  const others = Object.entries(translations).flatMap(([language, words]): readonly Wording[] => {
    const text = pick(words);
    return text === undefined || language === LEGAL ? [] : [{ language, text: oneLine(text) }];
  });
  return [legal, ...others];
}

/** The text that has legal effect. */
export const legalText = ([legal]: readonly Wording[]): string => legal?.text ?? '';

/**
 * Reads a text with, when it was read before, its `language`; undefined when it is none of the wordings, because the
 * document has changed since or never said it.
 */
export function readWording(given: Json, wordings: readonly Wording[]): ReadText | undefined {
  if (!isRecord(given)) return undefined;
  const { language } = given;
  const text = typeof given['text'] === 'string' ? oneLine(given['text']) : undefined;
  const found =
    text === legalText(wordings) && language !== undefined
      ? wordings.find((wording) => wording.language === language)
      : wordings.find((wording) => wording.text === text);
  if (!found) return undefined;
  const legal = { text: legalText(wordings) };
  return found.language === LEGAL ? legal : { ...legal, language: found.language };
}

/** The members of a JSON Schema for a text that was read. */
export function wordingSchema(wordings: readonly Wording[]): Readonly<Record<string, JsonSchema>> {
  const others = wordings.map(({ language }) => language).filter((language) => language !== LEGAL);
  return {
    text: { const: legalText(wordings) },
    ...(others.length === 0 ? {} : { language: { enum: others } }),
  };
}
