/** What to try in the search of services: topics of services that there are, so that each of them finds something. */
export const examplesOf = (topics: readonly string[]): string => topics.slice(0, 3).join(', ').toLocaleLowerCase('it');
