import type { Dossier, TaskAudience } from './dossier.ts';

/** An office of a body. */
export interface Office {
  readonly bodyId: string;
  readonly code: string;
}

/** An office that plays a role for a body, with what people call it; one of another body with the name of that. */
export interface AssignedOffice extends Office {
  readonly name: string;
}

/** An office of another body that has or had a task in a dossier. */
export interface Guest extends AssignedOffice {
  /** What it sees of the dossier: its own tasks and what their forms show, or everything. */
  readonly sees: 'tasks' | 'dossier';
}

/** The office of a task. */
type OfOffice = Extract<TaskAudience, { type: 'office' }>;

/** The office of a task, of the body of the dossier unless it says another. */
export function officeOf({ officeCode, bodyId }: OfOffice, dossier: Pick<Dossier, 'bodyId'>): Office {
  return { bodyId: bodyId ?? dossier.bodyId, code: officeCode };
}

/**
 * By what the record and lists of names know the office of a task: `documenti`; one of another body `pareri@<bodyId>`.
 */
export const officeRef = ({ officeCode, bodyId }: Pick<OfOffice, 'officeCode' | 'bodyId'>): string =>
  bodyId === undefined ? officeCode : `${officeCode}@${bodyId}`;

/** The names of the offices of other bodies in a dossier, by their refs. */
export function guestNames({ guests = [] }: Pick<Dossier, 'guests'>): Readonly<Record<string, string>> {
  return Object.fromEntries(guests.map(({ bodyId, code, name }) => [officeRef({ officeCode: code, bodyId }), name]));
}
