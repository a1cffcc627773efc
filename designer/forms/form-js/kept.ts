import type { Json } from '../../../forms/schema/document.ts';
import { isObject, type Part } from '../model/draft.ts';

/**
 * What the importer changed of a component, kept in the component itself under `formJs` so that the exporter can put it
 * back: members as they were and as they became. A member that was not there is absent from `was`; one that was taken
 * away is absent from `now`.
 */
export interface Kept {
  readonly was: Readonly<Record<string, unknown>>;
  readonly now: Readonly<Record<string, unknown>>;
}

/** The member that holds what was changed. */
export const KEPT = 'formJs';

/** What the importer changed of a component; undefined when it is as it was. */
export function keptOf(part: Part): Kept | undefined {
  const kept = part[KEPT];
  if (!isObject(kept) || !isObject(kept['was']) || !isObject(kept['now'])) return undefined;
  return { was: kept['was'], now: kept['now'] };
}

const defined = (members: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));

/** The component with members changed, or taken away with `undefined`, and a note of what they were. */
export function changing(part: Part, members: Readonly<Record<string, Json | undefined>>): Part {
  const before = keptOf(part) ?? { was: {}, now: {} };
  const names = Object.keys(members);
  const first = names.filter((name) => !(name in before.was) && !(name in before.now));
  const was = { ...before.was, ...defined(Object.fromEntries(first.map((name) => [name, part[name]]))) };
  const now = defined({ ...before.now, ...members });
  return {
    ...defined({ ...part, ...members }),
    id: part.id,
    type: String(members['type'] ?? part.type),
    [KEPT]: { was, now },
  };
}

/** The component as it was before the import, as far as nobody has changed it since; without the note. */
export function restored(part: Part): Part {
  const kept = keptOf(part);
  if (kept === undefined) return part;
  const { [KEPT]: _note, ...own } = part;
  const names = new Set([...Object.keys(kept.was), ...Object.keys(kept.now)]);
  const back = [...names].filter((name) => JSON.stringify(own[name]) === JSON.stringify(kept.now[name]));
  const members = defined({ ...own, ...Object.fromEntries(back.map((name) => [name, kept.was[name]])) });
  return { ...members, id: part.id, type: String(members['type']) };
}

/** The form-js type of a component that cannot be shown here and stands as an empty text; undefined for all others. */
export function hiddenTypeOf(part: Part): string | undefined {
  const kept = keptOf(part);
  const was = kept?.was['type'];
  return part.type === 'text' && typeof was === 'string' && was !== 'text' ? was : undefined;
}
