import { useEffect, useMemo, useState } from 'react';
import { schemaOf } from '../fields/schemas.ts';
import { isList } from '../schema/components.ts';
import type { Answers, FormDocument, Json } from '../schema/document.ts';
import { fieldsOf } from '../schema/pages.ts';
import type { Host } from './host.ts';

/** The texts that stand under one of the keys, at any depth. */
function textsUnder(keys: ReadonlySet<string>, value: Json): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => textsUnder(keys, item));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]: [string, Json]) =>
    keys.has(key) && typeof member === 'string' && member !== '' ? [member] : textsUnder(keys, member),
  );
}

/**
 * The names of the public bodies that the answers hold, for `context.bodyNames` of a summary. Empty at first and where
 * the host cannot look bodies up; the ids are shown meanwhile.
 */
export function useBodyNames(form: FormDocument, answers: Answers, host: Host | undefined): Answers {
  const [names, setNames] = useState<Answers>({});
  const lookUp = host?.lookups?.body;
  const ids = useMemo(() => {
    const fields = fieldsOf(form).flatMap(({ component }) => (isList(component) ? [] : [component]));
    const keys = new Set(fields.filter((field) => schemaOf(field).type === 'body').map(({ key }) => key));
    return [...new Set(textsUnder(keys, answers))].sort().join(' ');
  }, [form, answers]);
  useEffect(() => {
    if (!lookUp || ids === '') return undefined;
    let isCurrent = true;
    const load = async (): Promise<void> => {
      const bodies = await Promise.all(ids.split(' ').map(lookUp));
      const known = bodies.flatMap((body) => (body ? [[body.id, body.label] as const] : []));
      if (isCurrent) setNames(Object.fromEntries(known));
    };
    // Without the names the summary is still right: it shows the ids.
    load().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [ids, lookUp]);
  return names;
}
