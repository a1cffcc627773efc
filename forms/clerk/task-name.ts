/** The name of a task on one line, with what tells it from others of that name. */
export const withAbout = ({ name, about }: { readonly name: string; readonly about?: string | undefined }): string =>
  about === undefined ? name : `${name}: ${about}`;
