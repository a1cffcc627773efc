/** For how long after the last sign of somebody a page counts as used. */
const presentMs = 60_000;

let lastSignAt = Date.now();

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

if (typeof window !== 'undefined') {
  const note = (): void => {
    lastSignAt = Date.now();
  };
  for (const sign of signs) window.addEventListener(sign, note, { passive: true, capture: true });
}

/** Whether somebody is at the page: they pressed, typed, moved or scrolled within the last minute. */
export const isSomebodyThere = (now: number = Date.now()): boolean => now - lastSignAt < presentMs;
