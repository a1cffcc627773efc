/** The shape of a text file in another language: the same keys, each with a sentence. */
export type Mirror<Texts> = { readonly [Key in keyof Texts]: Texts[Key] extends string ? string : Mirror<Texts[Key]> };
