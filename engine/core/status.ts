import type { ServiceCard } from '../../forms/contract/procedures.ts';
import { milestoneKinds, type MilestoneKind, type OutcomeKind } from '../../forms/contract/standing.ts';
import type { Dossier } from './dossier.ts';

/** The outcomes and milestones that a procedure has beside those of everybody. */
export type OwnStatus = Pick<ServiceCard, 'outcomes' | 'milestones'>;

/** A stop on the way of a dossier. */
export interface Milestone {
  readonly code: string;
  readonly kind: MilestoneKind;
  /** Whether every dossier passes it; the others are shown only to whom they happen. */
  readonly usual: boolean;
}

/**
 * The milestones of every procedure, in their order. Before the first nothing has happened; at the last a dossier has
 * been decided and waits for nobody.
 */
export const milestones = [
  { code: 'ricevuta', kind: 'received', usual: true },
  { code: 'in-verifica', kind: 'in-examination', usual: true },
  { code: 'attesa-integrazioni', kind: 'waiting-applicant', usual: false },
  { code: 'attesa-altri', kind: 'waiting-others', usual: false },
  { code: 'in-decisione', kind: 'in-decision', usual: true },
  { code: 'conclusa', kind: 'concluded', usual: true },
] as const satisfies readonly Milestone[];

/** The code of a milestone of every procedure. */
export type MilestoneCode = (typeof milestones)[number]['code'];

/** The milestone at which every dossier begins. */
export const received: MilestoneCode = 'ricevuta';

/** The milestone of a dossier that has had its answer. */
export const concluded: MilestoneCode = 'conclusa';

/** Where a diagram may let a dossier stand: nowhere that every dossier comes to by itself. */
export const drawnMilestones = milestones.filter(({ code }) => code !== received && code !== concluded);

/** How a dossier may be decided in every procedure. */
export const outcomes = [
  { code: 'irricevibile', kind: 'not-admissible' },
  { code: 'improcedibile', kind: 'not-admissible' },
  { code: 'archiviata', kind: 'archived' },
  { code: 'ritirata', kind: 'withdrawn' },
  { code: 'accolta', kind: 'granted' },
  { code: 'accolta-parzialmente', kind: 'partly-granted' },
  { code: 'differita', kind: 'deferred' },
  { code: 'accolta-per-silenzio', kind: 'silent-consent' },
  { code: 'diniego', kind: 'denied' },
  { code: 'diniego-tacito', kind: 'silent-refusal' },
  { code: 'revocata', kind: 'revoked' },
] as const satisfies readonly { readonly code: string; readonly kind: OutcomeKind }[];

/** The code of an outcome of every procedure. */
export type OutcomeCode = (typeof outcomes)[number]['code'];

/** Whether a procedure knows an outcome. */
export function isOutcome(code: string, own: OwnStatus): boolean {
  return outcomes.some((outcome) => outcome.code === code) || Object.hasOwn(own.outcomes ?? {}, code);
}

/** Whether a procedure knows a milestone at which its diagram may let a dossier stand. */
export function isDrawnMilestone(code: string, own: OwnStatus): boolean {
  return drawnMilestones.some((milestone) => milestone.code === code) || Object.hasOwn(own.milestones ?? {}, code);
}

/**
 * What an outcome is; `other` when nobody knows it. Versions that name no kinds have the outcomes of everybody only.
 */
export function outcomeKind(code: string, { outcomes: own = {} }: OwnStatus): OutcomeKind {
  return outcomes.find((outcome) => outcome.code === code)?.kind ?? own[code]?.kind ?? 'other';
}

/** What a dossier is doing at a milestone; `in-examination` when nobody knows it. */
export function milestoneKind(code: string, { milestones: own = {} }: OwnStatus): MilestoneKind {
  return milestones.find((milestone) => milestone.code === code)?.kind ?? own[code]?.kind ?? 'in-examination';
}

/** Whether who asked got all that was asked: there is nothing to appeal against. */
export const isGranted = (kind: OutcomeKind): boolean => kind === 'granted' || kind === 'silent-consent';

/** Which of several milestones counts when a dossier stands at more than one place: the highest. */
const urgencies: Readonly<Record<MilestoneKind, number>> = {
  received: 0,
  concluded: 0,
  'in-examination': 1,
  'in-decision': 2,
  'waiting-others': 3,
  'waiting-applicant': 4,
};

/** How urgent a milestone is among others. */
export function urgencyOf(code: string, own: OwnStatus): number {
  return urgencies[milestoneKind(code, own)];
}

/** Whether something can still happen in the dossier. */
export function isOpen(dossier: Pick<Dossier, 'closedAt'>): boolean {
  return dossier.closedAt === undefined;
}

/** Whether it has an outcome, even when a review can still follow. */
export function isDecided(dossier: Pick<Dossier, 'outcome'>): boolean {
  return dossier.outcome !== undefined;
}

/**
 * Whether a dossier has had its answer. It may still be open, for as long as a review can be asked for; a review under
 * way makes it unconcluded again.
 */
export function isConcluded(dossier: Pick<Dossier, 'milestone' | 'closedAt'>): boolean {
  return !isOpen(dossier) || dossier.milestone === concluded;
}

/** A milestone with where it stands for one dossier. */
export interface MilestoneStep {
  readonly code: string;
  readonly state: 'done' | 'current' | 'next';
}

/**
 * The way of a dossier for its reader, in order: the milestones that it has passed, the one where it stands, and the
 * usual ones that may still come. One that it has not passed is not shown as passed, nor as to come when it cannot any
 * more. `reached` holds the codes that its record names.
 */
export function milestonesOf(
  dossier: Pick<Dossier, 'milestone' | 'closedAt'>,
  reached: readonly string[],
  own: OwnStatus,
): readonly MilestoneStep[] {
  const way = wayOf(own);
  const passed = new Set([received, ...reached]);
  const current = way.findIndex(({ code }) => code === dossier.milestone);
  return way.flatMap(({ code, usual }, index): readonly MilestoneStep[] => {
    if (index === current) return [{ code, state: isOpen(dossier) ? 'current' : 'done' }];
    if (index < current) return passed.has(code) ? [{ code, state: 'done' }] : [];
    return usual && isOpen(dossier) ? [{ code, state: 'next' }] : [];
  });
}

/** All milestones of a procedure; its own come after those of everybody that are of their kind. */
function wayOf({ milestones: own = {} }: OwnStatus): readonly Milestone[] {
  const added = Object.entries(own).map(([code, { kind, usual }]): Milestone => ({ code, kind, usual }));
  const place = ({ kind }: Milestone): number => milestoneKinds.indexOf(kind);
  return [...milestones, ...added].sort((one, other) => place(one) - place(other));
}
