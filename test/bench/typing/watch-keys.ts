declare global {
  interface Window {
    /** What each key took so far, in milliseconds. */
    keyTimes: number[];
  }
}

/**
 * Notes what each key takes, in `window.keyTimes`. A message that is posted comes when the listeners and React are done, or
 * when the frame is painted.
 */
export function watchKeys(): void {
  window.keyTimes = [];
  let pressedAt = 0;
  const whenDone = (then: () => void): void => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(0);
  };
  const watch = (): void => {
    const began = pressedAt;
    whenDone(() => {
      const handledMs = performance.now() - began;
      requestAnimationFrame((frameAt) => {
        const drawnFrom = Math.max(frameAt, performance.now());
        whenDone(() => window.keyTimes.push(handledMs + performance.now() - drawnFrom));
      });
    });
  };
  window.addEventListener('keydown', () => (pressedAt = performance.now()), true);
  window.addEventListener('input', watch, true);
}
