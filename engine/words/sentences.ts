/**
 * The sentences of a list of codes in one language; one that is missing, or asks for a wrong parameter, does not
 * compile.
 */
export type Sentences<Params> = { readonly [Code in keyof Params]: (params: Params[Code]) => string };
