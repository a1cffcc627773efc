import type { Expression, TypedName } from './decision.ts';
import { parseFeel } from './feel.ts';
import type { Names } from './feel/cache.ts';
import type { FeelType } from './feel/types.ts';

/** The names in a type, nested as its values are; null when it has none. */
export function namesInType(type: FeelType | undefined): unknown {
  switch (type?.type) {
    case 'list':
      return [namesInType(type.of)];
    case 'restricted':
      return namesInType(type.base);
    case 'context':
      return Object.fromEntries(Object.entries(type.entries).map(([name, of]) => [name, namesInType(of)]));
    default:
      return null;
  }
}

/** Typed names as keys, with the names in their types. */
export function namesOfAll(named: readonly TypedName[]): Names {
  return Object.fromEntries(named.map(({ name, type }) => [name, namesInType(type)]));
}

/** The names that an expression makes for the parts inside it: entries of contexts, parameters, iterators. */
export function namesMadeIn(expression: Expression): Names {
  const inner = partsOf(expression).map(namesMadeIn);
  return Object.assign({}, ...inner, namesMadeBy(expression));
}

/** The expressions directly inside an expression. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.type) {
    case 'table':
    case 'literal':
      return [];
    case 'context':
      return expression.entries.map(({ value }) => value);
    case 'invocation':
      return [expression.called, ...expression.bindings.map(({ value }) => value)];
    case 'relation':
      return expression.rows.flat();
    case 'list':
      return expression.elements;
    case 'function':
      return [expression.body];
    case 'conditional':
      return [expression.if, expression.then, expression.else];
    case 'filter':
      return [expression.in, expression.match];
    default:
      return [expression.in, expression.body];
  }
}

function namesMadeBy(expression: Expression): Names {
  switch (expression.type) {
    case 'context':
      return namesOfAll(expression.entries.flatMap(({ variable }) => variable ?? []));
    case 'function':
      return namesOfAll(expression.parameters);
    case 'for':
    case 'some':
    case 'every':
      return { [expression.variable]: null };
    case 'table':
      return headings(expression.inputs.map((input) => input.expression));
    default:
      return {};
  }
}

/** The result of a boxed expression as far as it is declared. */
export function resultTypeOf(variable: TypedName, expression: Expression): FeelType | undefined {
  return variable.type ?? (expression.type === 'function' ? expression.body.resultType : expression.resultType);
}

// A column is often headed by the name of what it examines, also where the model does not declare it: `date of birth`
// is no expression, so it can only be a name.
function headings(expressions: readonly string[]): Names {
  const undeclared = expressions.filter((text) => /^[\p{L}\p{N}_' ]+$/u.test(text) && parseFeel(text).length > 0);
  return Object.fromEntries(undeclared.map((name) => [name, null]));
}
