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

/** The office whose people may work a task. */
export interface OfficeAudience {
  readonly type: 'office';
  readonly officeCode: string;
  /** The body of the office, where that is not the body of the dossier. */
  readonly bodyId?: string;
  readonly role: 'clerk' | 'officer' | 'manager';
}

/** The office of a task, of the body of the dossier unless it says another. */
export function officeOf({ officeCode, bodyId }: OfficeAudience, dossier: Pick<Office, 'bodyId'>): Office {
  return { bodyId: bodyId ?? dossier.bodyId, code: officeCode };
}

/**
 * By what the record and lists of names know the office of a task: `documenti`; one of another body `pareri@<bodyId>`.
 */
export const officeRef = ({ officeCode, bodyId }: Pick<OfficeAudience, 'officeCode' | 'bodyId'>): string =>
  bodyId === undefined ? officeCode : `${officeCode}@${bodyId}`;

/** The names of the offices of other bodies in a dossier, by their refs. */
export function guestNames({ guests = [] }: { readonly guests?: readonly Guest[] }): Readonly<Record<string, string>> {
  return Object.fromEntries(guests.map(({ bodyId, code, name }) => [officeRef({ officeCode: code, bodyId }), name]));
}
