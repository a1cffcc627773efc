/** A person as far as a name goes; people who have one name only have the other part empty. */
export interface Named {
  readonly givenName: string;
  readonly familyName: string;
}

/** Given name and family name as one text. */
export const fullName = ({ givenName, familyName }: Named): string =>
  [givenName, familyName].filter((part) => part !== '').join(' ');
