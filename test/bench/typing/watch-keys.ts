declare global {
  interface Window {
    /** What each key took so far, in milliseconds. */
    keyTimes: number[];
  }
}

/**
 * Notes what each key takes, in `window.keyTimes`: from the key until its listeners and React are done (a listener on
 * the window comes after theirs), and the frame that shows it: what is posted in its beginning comes when it is
 * painted.
 */
export function watchKeys(): void {
  window.keyTimes = [];
  let pressedAt = 0;
  window.addEventListener('keydown', () => (pressedAt = performance.now()), true);
  window.addEventListener('input', () => {
    const handledMs = performance.now() - pressedAt;
    requestAnimationFrame(() => {
      const frameAt = performance.now();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.keyTimes.push(handledMs + performance.now() - frameAt);
      port2.postMessage(0);
    });
  });
}
