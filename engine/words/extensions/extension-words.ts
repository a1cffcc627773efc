import type { z } from 'zod';
import type { Offering } from '../../language/kinds.ts';
import type { Named } from '../../language/extension.ts';
import type { DialectExtension } from '../../language/extensions.ts';

/** What an attribute is called where it is asked for, and what each value that can be chosen is. */
export type AttributeWords = {
  readonly label: string;
  readonly hint?: string;
  readonly choices?: Readonly<Record<string, string>>;
};

/** What an extension and its attributes are called, in one language. */
export type ExtensionWords = {
  readonly label: string;
  /** What it does, in a sentence. */
  readonly hint: string;
  readonly attributes: Readonly<Record<string, AttributeWords>>;
};

type Asked = Omit<AttributeWords, 'choices'>;

type OfferedBy<Schema> =
  Schema extends z.ZodOptional<infer Inner> ? OfferedBy<Inner> : Schema extends Offering<infer Value> ? Value : never;

type WordsOfAttribute<Schema> = [OfferedBy<Schema>] extends [never]
  ? Asked
  : Asked & { readonly choices: Readonly<Record<OfferedBy<Schema>, string>> };

/** The words that one extension needs: of itself, of each attribute, of each value that can be chosen. */
export type WordsOf<One extends Named<string, z.ZodRawShape>> = {
  readonly label: string;
  readonly hint: string;
  readonly attributes: { readonly [Name in keyof One['shape']]: WordsOfAttribute<One['shape'][Name]> };
};

/** The words of the whole dialect in one language; one that is missing does not compile. */
export type DialectWords = { readonly [One in DialectExtension as One['name']]: WordsOf<One> };

/** What is said of attributes whatever they are called. */
export interface SharedWords {
  /** What stands in a list of choices for something else: how it is offered, and how it is asked for then. */
  readonly others: Readonly<Record<'expression' | 'office', { readonly label: string; readonly asks: string }>>;
  /** A name that is written but does not exist. */
  readonly absent: (name: string) => string;
}
