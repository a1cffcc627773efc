import { z } from 'zod';

/**
 * What an outcome is, whatever a procedure calls it. Screens, lists, statistics and open data decide by it. `other` is
 * what fits nowhere else; it decides nothing for or against who asked.
 */
export const outcomeKinds = [
  'granted',
  'partly-granted',
  'deferred',
  'silent-consent',
  'denied',
  'silent-refusal',
  'not-admissible',
  'archived',
  'withdrawn',
  'revoked',
  'other',
] as const;

/** What a dossier is doing at a milestone, in the order in which it usually comes there. */
export const milestoneKinds = [
  'received',
  'in-examination',
  'waiting-applicant',
  'waiting-others',
  'in-decision',
  'concluded',
] as const;

export type OutcomeKind = (typeof outcomeKinds)[number];
export type MilestoneKind = (typeof milestoneKinds)[number];

/** The kinds of the milestones that a procedure may have of its own: each dossier is received and concluded alike. */
export const ownMilestoneKinds = ['in-examination', 'waiting-applicant', 'waiting-others', 'in-decision'] as const;

/** What an outcome or a milestone is called, in both languages. */
const named = { code: z.string(), label: z.string(), labelInEnglish: z.string().optional() };

/** How a dossier was decided, as its readers see it. */
export const outcome = z.object({ ...named, kind: z.enum(outcomeKinds) }).meta({ id: 'Outcome' });

/** Where a dossier stands, as its readers see it. */
export const milestone = z.object({ ...named, kind: z.enum(milestoneKinds) }).meta({ id: 'Milestone' });

export type OutcomeView = z.infer<typeof outcome>;
export type MilestoneView = z.infer<typeof milestone>;
