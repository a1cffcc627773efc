/** The roles that a person may have in an office. */
export const roles = ['clerk', 'officer', 'manager', 'analyst', 'auditor', 'data-manager', 'administrator'] as const;

/** What a person may be in an office. */
export type Role = (typeof roles)[number];

/** One role of a person in one office of one body. */
export interface Membership {
  readonly bodyId: string;
  /** Other bodies in whose dossiers offices of this one take part; absent when there are none. */
  readonly guestOf?: readonly string[];
  readonly officeCode: string;
  readonly role: Role;
}

/** A person who signed in, as the door sees them. */
export interface PersonActor {
  readonly type: 'person';
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly fiscalCode?: string;
  readonly email?: string;
  /** As whom they act now: the portal and the desk have separate sessions. */
  readonly audience: 'citizen' | 'office';
  /** Level of assurance reached at sign-in: 1, 2 or 3 (SPID levels). */
  readonly level: 1 | 2 | 3;
  readonly memberships: readonly Membership[];
}

/** The machine itself: a timer that became due, a job that ended. */
export interface SystemActor {
  readonly type: 'system';
  readonly component: 'timer' | 'worker';
}

/** Who asks. */
export type Actor = PersonActor | SystemActor;
