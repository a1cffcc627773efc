import { namesUsed } from '../rules/feel.ts';

/**
 * The variables that an expression names from outside: not functions, not what it binds itself (`some o in …`), not
 * members of a context, nor what between the brackets of a filter may be a member of the elements. `parameters.a` gives
 * `parameters.a`, so that parameters can be checked one by one; of every other path only the first name is given.
 */
export function namesIn(expression: string): readonly string[] {
  const names = namesUsed(expression)
    .filter(({ isInFilter }) => !isInFilter)
    .map(({ path: [root = '', ...members] }) => (root === 'parameters' ? [root, ...members].join('.') : root));
  return [...new Set(names)];
}
