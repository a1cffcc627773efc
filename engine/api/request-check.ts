import { z } from 'zod';
import { Problem } from '../core/problem.ts';
import type { Language } from '../core/language.ts';
import { isStorable } from '../store/storable.ts';
import { requestIssue } from '../words/problems/request-faults.ts';

const sentences = { it: z.locales.it().localeError, en: z.locales.en().localeError };

/** Which part of a request is read, and in which language its faults are told. */
export interface Reading {
  readonly part: 'params' | 'query' | 'body';
  readonly language: Language;
}

/**
 * Gives the value as its schema reads it; members that the schema does not know are refused, not dropped.
 * @throws Problem `request.invalid` with one issue per defect, its path beginning with the part of the request
 */
export function check(schema: z.ZodType | undefined, value: unknown, { part, language }: Reading): unknown {
  if (schema === undefined) return undefined;
  refuseUnreadable(value, { part, language });
  const exact = schema instanceof z.ZodObject ? schema.strict() : schema;
  const parsed = exact.safeParse(value, { error: sentences[language] });
  if (parsed.success) return parsed.data;
  throw new Problem('request.invalid', { issues: parsed.error.issues.map((issue) => issueOf(issue, part)) });
}

/** Far more than any form nests its lists; whatever reads a value with recursion can go so deep. */
const deepest = 64;

/** Before any schema looks at it: what is too deep to look at, and what could not be kept. */
function refuseUnreadable(value: unknown, { part, language }: Reading): void {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) {
      throw refused(requestIssue(part, { code: 'request.too-deep', params: { levels: deepest } }, language));
    }
    const objects = level.filter((one) => typeof one === 'object' && one !== null);
    level = objects.flatMap((one) => Object.values(one));
  }
  if (!isStorable(JSON.stringify(value) ?? '')) {
    throw refused(requestIssue(part, { code: 'request.invalid-characters', params: {} }, language));
  }
}

const refused = (issue: ReturnType<typeof requestIssue>): Problem =>
  new Problem('request.invalid', { issues: [issue] });

function issueOf(issue: z.core.$ZodIssue, part: string) {
  return {
    path: [part, ...issue.path.map(String)].join('.'),
    code: `request.${issue.code.replaceAll('_', '-')}`,
    params: paramsOf(issue),
    message: issue.message,
  };
}

function paramsOf(issue: z.core.$ZodIssue): Record<string, string> {
  if (issue.code === 'unrecognized_keys') return { keys: issue.keys.join(', ') };
  return issue.code === 'invalid_type' ? { expected: issue.expected } : {};
}
