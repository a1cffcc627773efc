import { chained } from './term.ts';
import type { CalledProcess, Dossier, Term } from './dossier.ts';

/*
 * A part has terms of its own, which belong to this call of it, and terms that its caller has lent it. The dossier
 * knows its own by the id of the call: `w7:integrazione`. Inside, both have the names that its diagram gives them. Any
 * other called process knows the terms by the ids that the dossier has for them.
 */

type Terms = Dossier['terms'];

/** A called process, by the id of the call. */
interface Call extends Pick<CalledProcess, 'lent'> {
  readonly executionId: string;
}

/** The id by which the dossier knows a term that a called process names. */
export function termIdOf(name: string, { executionId, lent }: Call): string {
  return lent === undefined ? name : (lent[name] ?? `${executionId}:${name}`);
}

/** The terms of a dossier by the names that a called process has for them; what is not its own keeps its id. */
export function namedInside(terms: Terms, { executionId, lent }: Call): Terms {
  if (lent === undefined) return terms;
  const prefix = `${executionId}:`;
  const own = Object.entries(terms).flatMap(([id, term]) =>
    id.startsWith(prefix) ? [[id.slice(prefix.length), term] as const] : [],
  );
  const borrowed = Object.entries(lent).flatMap(([name, id]) =>
    terms[id] === undefined ? [] : [[name, terms[id]] as const],
  );
  return { ...terms, ...Object.fromEntries(own), ...Object.fromEntries(borrowed) };
}

/** The terms of a dossier after a called process has moved some of them, by the ids of the dossier again. */
export function namedOutside(before: Terms, inside: Terms, call: Call): Terms {
  if (call.lent === undefined) return inside;
  const known = namedInside(before, call);
  const moved = Object.entries(inside).filter(([name, term]) => term !== known[name]);
  const renamed = moved.map(([name, term]): readonly [string, Term] => {
    const termId = isOfDossier(name, { before, call }) ? name : termIdOf(name, call);
    return [termId, { ...term, termId }];
  });
  return chained({ ...before, ...Object.fromEntries(renamed) });
}

/**
 * Whether a name is that of a term of the dossier which the part does not have: it moves with one of its chain that the
 * part is lent. One that is over does not move; by its name the part has begun one of its own.
 */
function isOfDossier(name: string, { before, call }: { readonly before: Terms; readonly call: Call }): boolean {
  if (call.lent?.[name] !== undefined || before[`${call.executionId}:${name}`] !== undefined) return false;
  return before[name] !== undefined && before[name].state !== 'ended';
}
