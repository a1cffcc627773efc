/** The header by which a page says that it asks by itself, with nobody at the keyboard. */
export const backgroundHeader = 'iter-background';
