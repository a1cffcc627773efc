import { parseExpression } from 'feelin';
import { feelText } from '../rules/feel.ts';

/**
 * The variables that an expression names from outside: not functions, not what it binds itself (`some o in …`), not
 * members of a context. Names with spaces are not recognised. `parameters.a` gives `parameters.a`, so that parameters
 * can be checked one by one; of every other path only the first name is given.
 */
export function namesIn(expression: string): readonly string[] {
  const text = feelText(expression);
  const found: string[] = [];
  // Inside a filter the element is called item.
  const bound = new Set(['item']);
  parseExpression(text, {}, undefined).iterate({
    enter: ({ type, node, from, to }) => {
      const parent = node.parent;
      if (type.name === 'Name' && parent && binders.has(parent.type.name)) bound.add(text.slice(from, to));
      if (type.name !== 'VariableName') return;
      const isFunction = parent?.type.name === 'FunctionInvocation' && parent.from === from;
      const path =
        parent?.type.name === 'PathExpression' && parent.from === from ? text.slice(from, parent.to) : undefined;
      const name = text.slice(from, to);
      if (!isFunction) found.push(name === 'parameters' && path !== undefined ? path : name);
    },
  });
  return [...new Set(found)].filter((name) => !bound.has(name));
}

const binders = new Set(['InExpression', 'ParameterName']);
