import type * as territory from './territory.ts';

/** The borders and what can be asked of them. */
export type Territory = typeof territory;

let loaded: Territory | undefined;

/** Fetches the borders; a piece of its own in the build of the pages. */
export async function loadTerritory(): Promise<Territory> {
  loaded = await import('./territory.ts');
  return loaded;
}

/** The borders, when a map on the page has fetched them. */
export const territoryAtHand = (): Territory | undefined => loaded;
