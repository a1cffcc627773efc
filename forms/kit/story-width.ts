/**
 * A story on the screen of a computer, for what is laid out otherwise there than at the 320 px at which stories are
 * judged. With `tags: ['!autodocs']`, because a page of documentation is as wide as it is.
 */
export const AT_A_DESK = { viewport: { value: 'desktop' } };
