/** The id of the button with the name of a part, by which the focus finds it. */
export const partButtonId = (partId: string): string => `fb-part-${partId}`;
