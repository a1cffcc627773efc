import { z } from 'zod';
import { json } from './shapes.ts';

/** An answer that is not right, as `forms/schema` gives it. */
export const issue = z
  .object({
    path: z.string(),
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    value: json.optional(),
    message: z.string().optional(),
  })
  .meta({ id: 'Issue' });

/** Every error of the API: RFC 9457, with a stable `code` and, for refused answers, the issues. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    code: z.string(),
    reference: z.string().optional(),
    issues: z.array(issue).optional(),
    details: z.record(z.string(), json).optional(),
  })
  .meta({ id: 'Problem' });

export type ProblemBody = z.infer<typeof problem>;
