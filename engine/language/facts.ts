/**
 * What our dialect says about one element of the diagram: by the name of the extension, each time that it stands there.
 * An extension reads its own with its `of` and `allOf`.
 */
export type ElementFacts = Readonly<Record<string, readonly unknown[]>>;
