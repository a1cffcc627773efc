import { errorIn } from '../findings/finding.ts';
import type { Finding, FindingParams } from '../findings/finding.ts';
import { programsOf } from './expressions.ts';
import type { Parts } from './expressions.ts';

/**
 * Names that two of a procedure and its parts both have. Whoever shows a dossier knows a task, an act, a term, a form
 * and a letter by its name alone, wherever it is drawn (`core/with-parts.ts`). So a name means one thing in a package;
 * only a form or letter of the procedure may stand in for that of a part.
 */
export function samePartNames(parts: Parts): readonly Finding[] {
  if (parts.interface !== undefined) return [];
  const all = [['', parts] as const, ...Object.entries(parts.parts ?? {})];
  const seen = new Map<string, string>();
  return all.flatMap(([partId, part]) =>
    namesOf(part, partId === '' ? undefined : parts).flatMap(({ kind, name }) => {
      const first = seen.get(`${kind} ${name}`);
      if (first === undefined) seen.set(`${kind} ${name}`, partId);
      if (first === undefined) return [];
      const params = { part: partId, kind, name, ...(first !== '' && { first }) };
      return [errorIn('procedure.bpmn', 'part.name-twice', params)];
    }),
  );
}

type Named = Pick<FindingParams['part.name-twice'], 'kind' | 'name'>;

/** The names of a procedure or a part, each with what it names. */
function namesOf(parts: Parts, caller: Parts | undefined): readonly Named[] {
  const tasks = programsOf(parts)
    .flatMap(({ nodes }) => Object.values(nodes))
    .flatMap(({ id, work }) => (work?.type === 'task' ? [id] : []));
  const named = (kind: Named['kind'], names: readonly string[]) => names.map((name) => ({ kind, name }));
  const own = (files: object, callers: object = {}) => Object.keys(files).filter((id) => !(id in callers));
  return [
    ...named('element', [...new Set([...Object.keys(parts.facts), ...tasks])]),
    ...named('term', Object.keys(parts.terms)),
    ...named('form', own(parts.forms, caller?.forms)),
    ...named('letter', own(parts.templates, caller?.templates)),
  ];
}
