const signal = new EventTarget();

/** Tells the desk that a call was refused because nobody is signed in any more. */
export function tellSessionLost(): void {
  signal.dispatchEvent(new Event('lost'));
}

/** Calls `listener` whenever the session turns out to be lost; gives the function that ends it. */
export function onSessionLost(listener: () => void): () => void {
  signal.addEventListener('lost', listener);
  return () => signal.removeEventListener('lost', listener);
}
