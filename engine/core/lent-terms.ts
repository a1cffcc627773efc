import type { CalledProcess, Dossier, Term } from './dossier.ts';

type Terms = Dossier['terms'];

/*
 * A called process has terms of its own, which belong to this call of it, and terms that its caller has lent it. The dossier
 * knows its own by the id of the call: `w7:integrazione`. Inside, both have the names that its diagram gives them.
 */

const ownPrefix = (executionId: string): string => `${executionId}:`;

/** The terms of a dossier by the names that a called process has for them; what is not its own keeps its id. */
export function namedInside(terms: Terms, executionId: string, { lent = {} }: Pick<CalledProcess, 'lent'>): Terms {
  const prefix = ownPrefix(executionId);
  const own = Object.entries(terms).flatMap(([id, term]) =>
    id.startsWith(prefix) ? [[id.slice(prefix.length), term] as const] : [],
  );
  const borrowed = Object.entries(lent).flatMap(([name, id]) =>
    terms[id] === undefined ? [] : [[name, terms[id]] as const],
  );
  return { ...terms, ...Object.fromEntries(borrowed), ...Object.fromEntries(own) };
}

/** The terms of a dossier after a called process has moved some of them, by the ids of the dossier again. */
export function namedOutside(
  before: Terms,
  inside: Terms,
  at: { readonly executionId: string } & Pick<CalledProcess, 'lent'>,
): Terms {
  const known = namedInside(before, at.executionId, at);
  const moved = Object.entries(inside).filter(([name, term]) => term !== known[name]);
  const renamed = moved.map(([name, term]): readonly [string, Term] => {
    const id = idOf(name, before, at);
    return [id, { ...term, termId: id }];
  });
  return { ...before, ...Object.fromEntries(renamed) };
}

function idOf(
  name: string,
  before: Terms,
  { executionId, lent = {} }: { readonly executionId: string } & Pick<CalledProcess, 'lent'>,
): string {
  const own = `${ownPrefix(executionId)}${name}`;
  if (own in before) return own;
  return lent[name] ?? own;
}

/** The id by which the dossier knows a term that an execution names. */
export function termIdOf(name: string, executionId: string, called: Pick<CalledProcess, 'lent'> | undefined): string {
  return called === undefined ? name : (called.lent?.[name] ?? `${ownPrefix(executionId)}${name}`);
}
