import { parse } from 'yaml';
import { z } from 'zod';
import type { Json } from '../../forms/schema/document.ts';
import { error } from './findings.ts';
import type { Read } from './findings.ts';
import { partsIn } from './read-parts.ts';

type Files = Readonly<Record<string, string>>;

/** Characters of one document; those of public bodies have some tens of thousands. */
const MOST_CHARACTERS = 1_000_000;

/** Levels inside each other: a document written by hand has a dozen. */
const MOST_LEVELS = 64;

const outline = z.looseObject({ openapi: z.string().regex(/^3\.[01]\./), paths: z.record(z.string(), z.json()) });

/** The OpenAPI documents of a procedure (3.0 and 3.1, JSON or YAML without aliases), by the name of their files. */
export function readApis(files: Files): Read<Readonly<Record<string, Json>>> {
  const readings = partsIn(files, 'apis').map(({ id, file, text }) => ({ id, ...readApi(file, text) }));
  return {
    value: Object.fromEntries(readings.flatMap(({ id, value }) => (value === undefined ? [] : [[id, value]]))),
    findings: readings.flatMap(({ findings }) => findings),
  };
}

function readApi(file: string, text: string): Read<Json | undefined> {
  const wrong = (rule: string, message: string) => ({ value: undefined, findings: [error(file, rule, message)] });
  if (text.length > MOST_CHARACTERS)
    return wrong('api.too-large', `Il file ${file} ha più di ${MOST_CHARACTERS} caratteri.`);
  const read = parsed(text);
  if (read.reason !== undefined) return wrong('api.syntax', `Il file ${file} non si può leggere: ${read.reason}.`);
  const document = z.json().safeParse(read.value);
  if (document.success && outline.safeParse(document.data).success) return { value: document.data, findings: [] };
  return wrong('api.version', `Il file ${file} non è un documento OpenAPI 3.0 o 3.1 con i suoi percorsi (paths).`);
}

function parsed(text: string): { readonly value?: unknown; readonly reason?: string } {
  try {
    const value: unknown = parse(text, { maxAliasCount: 0 });
    if (levelsOf(value) > MOST_LEVELS) return { reason: `ha più di ${MOST_LEVELS} livelli uno dentro l’altro` };
    return { value };
  } catch (cause) {
    return { reason: cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause) };
  }
}

function levelsOf(value: unknown, level = 0): number {
  if (typeof value !== 'object' || value === null || level > MOST_LEVELS) return level;
  return Math.max(level, ...Object.values(value).map((inner) => levelsOf(inner, level + 1)));
}
