/** A language in which the engine speaks to people; the desk and the designer are Italian. */
export type Language = 'it' | 'en';
