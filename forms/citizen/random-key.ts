/** Gives 32 random hex digits. Unlike `crypto.randomUUID` it also works on pages served without TLS. */
export const randomKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
