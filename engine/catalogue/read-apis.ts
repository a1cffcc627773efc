import { parse } from 'yaml';
import { z } from 'zod';
import type { Json } from '../../forms/schema/document.ts';
import { errorIn } from '../findings/finding.ts';
import type { Finding, FindingParams } from '../findings/finding.ts';
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
  const wrong = (finding: Finding) => ({ value: undefined, findings: [finding] });
  if (text.length > MOST_CHARACTERS) return wrong(errorIn(file, 'api.too-large', { mostCharacters: MOST_CHARACTERS }));
  const read = parsed(text);
  if (read.fault !== undefined) return wrong(errorIn(file, 'api.syntax', read.fault));
  const document = z.json().safeParse(read.value);
  if (document.success && outline.safeParse(document.data).success) return { value: document.data, findings: [] };
  return wrong(errorIn(file, 'api.version'));
}

function parsed(text: string): { readonly value?: unknown; readonly fault?: FindingParams['api.syntax'] } {
  try {
    const value: unknown = parse(text, { maxAliasCount: 0 });
    if (levelsOf(value) > MOST_LEVELS) return { fault: { mostLevels: MOST_LEVELS } };
    return { value };
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    return { fault: { reason } };
  }
}

function levelsOf(value: unknown, level = 0): number {
  if (typeof value !== 'object' || value === null || level > MOST_LEVELS) return level;
  return Math.max(level, ...Object.values(value).map((inner) => levelsOf(inner, level + 1)));
}
