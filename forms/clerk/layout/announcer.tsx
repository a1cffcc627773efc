import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';

const Announce = createContext<(text: string) => void>(() => undefined);

/**
 * Holds the one live region of the desk, read out by screen readers when something changed that the eye would notice.
 */
export function AnnouncerProvider({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', turn: 0 });
  const announce = useCallback((text: string) => setSaid((before) => ({ text, turn: before.turn + 1 })), []);
  return (
    <Announce.Provider value={announce}>
      {children}
      <div aria-live="polite" className="visually-hidden">
        {/* A new key makes the same sentence be read again. */}
        <span key={said.turn}>{said.text}</span>
      </div>
    </Announce.Provider>
  );
}

/** Gives the function that says a sentence in the live region. */
export const useAnnounce = (): ((text: string) => void) => useContext(Announce);
