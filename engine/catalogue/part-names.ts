import type { Finding } from '../findings/finding.ts';
import { programsOf } from './expressions.ts';
import type { Parts } from './expressions.ts';
import { error } from './findings.ts';

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
    namesOf(part, partId === '' ? undefined : parts).flatMap((name) => {
      const first = seen.get(name);
      if (first === undefined) seen.set(name, partId);
      if (first === undefined) return [];
      const where = first === '' ? 'nel procedimento' : `nella parte «${first}»`;
      const message = `La parte «${partId}» ha ${name}, che c’è già ${where}: serve un altro nome.`;
      return [error('procedure.bpmn', 'part.name-twice', message)];
    }),
  );
}

/** The names of a procedure or a part, each with what it names. */
function namesOf(parts: Parts, caller: Parts | undefined): readonly string[] {
  const tasks = programsOf(parts)
    .flatMap(({ nodes }) => Object.values(nodes))
    .flatMap(({ id, work }) => (work?.type === 'task' ? [id] : []));
  const named = (kind: string, names: readonly string[]) => names.map((each) => `${kind} «${each}»`);
  const own = (files: object, callers: object = {}) => Object.keys(files).filter((id) => !(id in callers));
  return [
    ...named('l’elemento', [...new Set([...Object.keys(parts.facts), ...tasks])]),
    ...named('il termine', Object.keys(parts.terms)),
    ...named('il modulo', own(parts.forms, caller?.forms)),
    ...named('il testo', own(parts.templates, caller?.templates)),
  ];
}
