/** Bytes one after the other, wherever they come from: a reader of these needs nothing of Node. */
export type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
