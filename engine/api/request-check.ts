import { z } from 'zod';
import { Problem } from '../core/problem.ts';

const italian = z.locales.it().localeError;

/**
 * Gives the value as its schema reads it; members that the schema does not know are refused, not dropped.
 * @throws Problem `request.invalid` with one issue per defect, its path beginning with the part of the request
 */
export function check(schema: z.ZodType | undefined, value: unknown, part: 'params' | 'query' | 'body'): unknown {
  if (schema === undefined) return undefined;
  const exact = schema instanceof z.ZodObject ? schema.strict() : schema;
  const parsed = exact.safeParse(value, { error: italian });
  if (parsed.success) return parsed.data;
  throw new Problem('request.invalid', { issues: parsed.error.issues.map((issue) => issueOf(issue, part)) });
}

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
