import { isObject } from '../model/draft.ts';

/** How much of a form is opened. The largest of ours has some tens of kilobytes and a hundred parts. */
export const formBounds = {
  /** Components, at any depth: the canvas draws each of them. */
  parts: 2000,
  /** Lists and objects inside one another; as for every file, `engine/files/bounds.ts`. */
  depth: 200,
};

/** Why a form is not opened although it may be one. */
export type BoundFault = 'too-deep' | 'too-many';

/** What in a document is beyond the bounds. Looks at every value once and calls nothing for what lies inside. */
export function boundFault(json: unknown): BoundFault | undefined {
  const open = [{ value: json, depth: 1 }];
  let parts = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > formBounds.depth) return 'too-deep';
    if (isObject(value) && typeof value['type'] === 'string') parts += 1;
    if (parts > formBounds.parts) return 'too-many';
    const inside: readonly unknown[] = Object.values(value);
    for (const each of inside) open.push({ value: each, depth: depth + 1 });
  }
  return undefined;
}
