import { expect, it } from 'vitest';
import { problemBody } from '../../../engine/api/problem.ts';
import { Problem } from '../../../engine/core/problem.ts';

it.each([
  ['it', 'L’ultimo giorno era l’8 aprile 2026.'],
  ['en', 'The last day was 8 April 2026.'],
] as const)('an act that comes too late names its last day in words: %s', (language, detail) => {
  const problem = new Problem('act.too-late', { elementId: 'review-requested', untilOn: '2026-04-08' });
  expect(problemBody(problem, 'r1', language)).toMatchObject({ status: 409, code: 'act.too-late', detail });
});
