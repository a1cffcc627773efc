import type { Dossier } from './dossier.ts';

/** A stop on the way of a dossier, as the citizen sees it. */
export interface Milestone {
  readonly code: string;
  readonly label: string;
  /** Whether every dossier passes it; the others are shown only to whom they happen. */
  readonly usual: boolean;
  /** Which of several counts when a dossier stands at more than one place: the highest. */
  readonly urgency: number;
}

/**
 * The milestones in their order. The first is that of every application, the last that of every dossier which has been
 * decided and waits for nobody; a procedure names those between.
 */
export const milestones = [
  { code: 'ricevuta', label: 'Ricevuta', usual: true, urgency: 0 },
  { code: 'in-verifica', label: 'In verifica', usual: true, urgency: 1 },
  { code: 'attesa-integrazioni', label: 'In attesa di integrazioni', usual: false, urgency: 4 },
  { code: 'attesa-altri', label: 'In attesa di altri', usual: false, urgency: 3 },
  { code: 'in-decisione', label: 'In decisione', usual: true, urgency: 2 },
  { code: 'conclusa', label: 'Conclusa', usual: true, urgency: 0 },
] as const satisfies readonly Milestone[];

/** How a dossier may be decided. */
export interface Outcome {
  readonly code: string;
  readonly label: string;
  /** Whether the applicant got what was asked: wholly, in part or later, not, or without a decision on it. */
  readonly kind: 'granted' | 'partly-granted' | 'denied' | 'not-decided';
}

/** The outcomes that a procedure may name. */
export const outcomes = [
  { code: 'irricevibile', label: 'Irricevibile', kind: 'not-decided' },
  { code: 'improcedibile', label: 'Improcedibile', kind: 'not-decided' },
  { code: 'archiviata', label: 'Archiviata', kind: 'not-decided' },
  { code: 'ritirata', label: 'Ritirata', kind: 'not-decided' },
  { code: 'accolta', label: 'Accolta', kind: 'granted' },
  { code: 'accolta-parzialmente', label: 'Accolta in parte', kind: 'partly-granted' },
  { code: 'differita', label: 'Accesso differito', kind: 'partly-granted' },
  { code: 'diniego', label: 'Respinta', kind: 'denied' },
  { code: 'diniego-tacito', label: 'Respinta per silenzio', kind: 'denied' },
] as const satisfies readonly Outcome[];

/** The code of an outcome. */
export type OutcomeCode = (typeof outcomes)[number]['code'];

/** Whether a text is the code of an outcome. */
export function isOutcome(code: string): code is OutcomeCode {
  return outcomes.some((outcome) => outcome.code === code);
}

/** The sentence for a milestone; a procedure may word its own on the element. The code itself when it is unknown. */
export function milestoneLabel(code: string): string {
  return milestones.find((milestone) => milestone.code === code)?.label ?? code;
}

/** How urgent a milestone is among others; 0 when it is unknown. */
export function urgencyOf(code: string): number {
  return milestones.find((milestone) => milestone.code === code)?.urgency ?? 0;
}

/** The sentence for an outcome; the code itself when it is unknown. */
export function outcomeLabel(code: string): string {
  return outcomes.find((outcome) => outcome.code === code)?.label ?? code;
}

/** What an outcome means for the applicant; without a decision when it is unknown. */
export function outcomeKind(code: string): Outcome['kind'] {
  return outcomes.find((outcome) => outcome.code === code)?.kind ?? 'not-decided';
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
 * way
 * makes it unconcluded again.
 */
export function isConcluded(dossier: Pick<Dossier, 'milestone' | 'closedAt'>): boolean {
  return !isOpen(dossier) || dossier.milestone === 'conclusa';
}

/** A milestone with where it stands for one dossier. */
export interface MilestoneStep {
  readonly code: string;
  readonly label: string;
  readonly state: 'done' | 'current' | 'next';
}

/**
 * The way of a dossier for its reader, in order: the milestones that it has passed, the one where it stands, and the
 * usual
 * ones that may still come. One that it has not passed is not shown as passed, nor as to come when it cannot any more.
 * `reached` holds the codes that its record names.
 */
export function milestonesOf(
  dossier: Pick<Dossier, 'milestone' | 'closedAt'>,
  reached: readonly string[],
): readonly MilestoneStep[] {
  const [first] = milestones;
  const passed = new Set([first.code, ...reached]);
  const current = milestones.findIndex(({ code }) => code === dossier.milestone);
  return milestones.flatMap(({ code, label, usual }, index): readonly MilestoneStep[] => {
    if (index === current) return [{ code, label, state: isOpen(dossier) ? 'current' : 'done' }];
    if (index < current) return passed.has(code) ? [{ code, label, state: 'done' }] : [];
    return usual && isOpen(dossier) ? [{ code, label, state: 'next' }] : [];
  });
}
