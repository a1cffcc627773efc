import { createContext, useContext } from 'react';
import type { SessionPerson } from '../../contract/session.ts';

/** Who works at this desk. */
export interface DeskSession {
  readonly person: SessionPerson;
  /** True where demo identities and kept mails exist. */
  readonly development: boolean;
}

/** Carries who works at this desk; filled by `SessionGate`. */
export const SessionContext = createContext<DeskSession | undefined>(undefined);

/** Gives who works at this desk. Only below `SessionGate`. */
export function useDesk(): DeskSession {
  const desk = useContext(SessionContext);
  if (desk === undefined) throw new Error('useDesk is used outside SessionGate');
  return desk;
}

/** Gives the offices of a person, each once, with the code that queues know it by. */
export function officesOf(person: SessionPerson): readonly { readonly code: string; readonly name: string }[] {
  const names = new Map(person.memberships.map(({ officeCode, officeName }) => [officeCode, officeName]));
  return [...names].map(([code, name]) => ({ code, name }));
}
