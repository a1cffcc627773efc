/** The names in a browser's store that begin with a prefix. */
export const keptNames = (storage: Storage, prefix: string): readonly string[] =>
  Array.from({ length: storage.length }, (_none, index) => storage.key(index) ?? '').filter((name) =>
    name.startsWith(prefix),
  );

/** What a text says as JSON; undefined when it is none, as what others keep in the same store may be. */
export function keptJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
