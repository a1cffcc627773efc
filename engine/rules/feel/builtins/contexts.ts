import { addEntry, entryOf, isContext } from '../value.ts';
import type { FeelRecord, FeelValue } from '../value.ts';
import { any, context, contexts, define, list, rest, text, texts } from './define.ts';
import type { Form } from './define.ts';

/** Functions on contexts (DMN 1.5, 10.3.4.10). */
export const contextual: readonly Form[] = [
  define('get value', [context('m'), text('key')], ([of, key]) => entryOf(of, key) ?? null),
  define('get value', [context('m'), texts('keys')], ([of, keys]) => valueAt(of, keys)),
  define('get entries', [context('m')], ([of]) => Object.entries(of).map(([key, value]) => ({ key, value }))),
  define('context', [contexts('entries')], ([entries]) => contextOf(entries)),
  define('context', [context('first'), rest(context('entry'))], ([first, others]) => contextOf([first, ...others])),
  define('context put', [context('context'), text('key'), any('value')], ([of, key, value]) => put(of, [key], value)),
  define('context put', [context('context'), list('keys'), any('value')], ([of, keys, value]) => put(of, keys, value)),
  define('context merge', [contexts('contexts')], ([all]) => merged(all)),
  define('context merge', [context('first'), rest(context('context'))], ([first, others]) =>
    merged([first, ...others]),
  ),
];

function valueAt(of: FeelRecord, keys: readonly (string | null)[]): FeelValue | undefined {
  let value: FeelValue = of;
  for (const key of keys) {
    if (key === null) return undefined;
    value = isContext(value) ? (entryOf(value, key) ?? null) : null;
  }
  return keys.length === 0 ? undefined : value;
}

function contextOf(entries: readonly FeelRecord[]): FeelRecord | undefined {
  const made: Record<string, FeelValue> = {};
  for (const entry of entries) {
    const { key, value } = entry;
    if (typeof key !== 'string' || value === undefined || Object.hasOwn(made, key)) return undefined;
    addEntry(made, key, value);
  }
  return made;
}

function put(of: FeelRecord, keys: readonly FeelValue[], value: FeelValue): FeelRecord | undefined {
  const [key, ...deeper] = keys;
  if (typeof key !== 'string') return undefined;
  if (deeper.length === 0) return { ...of, [key]: value };
  const inner = entryOf(of, key) ?? null;
  const changed = isContext(inner) ? put(inner, deeper, value) : undefined;
  return changed && { ...of, [key]: changed };
}

function merged(all: readonly FeelRecord[]): FeelRecord {
  const made: Record<string, FeelValue> = {};
  for (const [name, value] of all.flatMap((each) => Object.entries(each))) addEntry(made, name, value);
  return made;
}
