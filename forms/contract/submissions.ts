import { z } from 'zod';
import { origin } from './drafts.ts';
import { day, instant } from './shapes.ts';

/** Answers in readable form, page by page. */
export const answerSection = z
  .object({
    title: z.string(),
    rows: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        text: z.string(),
        /** The files that the answer is, to open as documents of the dossier. */
        files: z.array(z.object({ documentId: z.string(), name: z.string() })).optional(),
        /** Where the answer came from; absent where the record does not say. */
        origin: origin.optional(),
        /** The day of the dossier, or on which the registry was asked. */
        originOn: day.optional(),
        /** What was known instead, and why the person corrected it. */
        correction: z.object({ origin, known: z.string(), reason: z.string() }).optional(),
        /** Of a correction, where the answer has changed: what it was, empty where nothing was answered. */
        before: z.string().optional(),
        /** What other submissions answered here instead, in their order. */
        others: z
          .array(z.object({ sequence: z.number().int(), at: instant, by: z.string(), text: z.string() }))
          .optional(),
      }),
    ),
  })
  .meta({ id: 'AnswerSection' });

/** An answered form as it was sent, in readable form. */
export const submission = z
  .object({
    /** Of the event that records it; `corrects` is that of what a correction corrects. */
    sequence: z.number().int(),
    kind: z.enum(['application', 'task', 'act', 'correction']),
    corrects: z.number().int().optional(),
    /** Of the task or act; empty for an application. */
    name: z.string(),
    nameInEnglish: z.string().optional(),
    /** Whom or what it is about, where it is one of several. */
    about: z.string().optional(),
    at: instant,
    by: z.string(),
    /** In whose name, where it is not their own. */
    onBehalfOf: z.string().optional(),
    /** Carried over from before submissions were kept: no event vouches for it. */
    carried: z.boolean().optional(),
    sections: z.array(answerSection),
  })
  .meta({ id: 'Submission' });

export type SubmissionView = z.infer<typeof submission>;
export type AnswerSection = z.infer<typeof answerSection>;
