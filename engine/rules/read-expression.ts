import type { BoxedEntry, Expression } from './decision.ts';
import { elementOf, elementsOf, textOf } from './moddle.ts';
import type { ModdleElement } from './moddle.ts';
import { readTable } from './read-table.ts';
import type { TypeReader } from './read-types.ts';

/** Reads a boxed expression with all inside it (DMN 1.5, 7.3 and 10.2); undefined when it cannot be executed. */
export function readExpression(element: ModdleElement | undefined, types: TypeReader): Expression | undefined {
  const read = element === undefined ? undefined : readers[element.$type];
  if (element === undefined || read === undefined) return undefined;
  const expression = read(element, types);
  const resultType = types.find(textOf(element, 'typeRef'));
  return expression && resultType ? { ...expression, resultType } : expression;
}

type Read = (element: ModdleElement, types: TypeReader) => Expression | undefined;

const readers: Readonly<Record<string, Read>> = {
  'dmn:DecisionTable': readTable,
  'dmn:LiteralExpression': readLiteral,
  'dmn:Context': readContext,
  'dmn:Invocation': readInvocation,
  'dmn:Relation': readRelation,
  'dmn:List': (element, types) => {
    const elements = all(elementsOf(element, 'elements').map((each) => readExpression(each, types)));
    return elements && { type: 'list', elements };
  },
  'dmn:FunctionDefinition': readFunction,
  'dmn:Conditional': (element, types) => {
    const parts = all([
      childOf(element, 'if', types),
      childOf(element, 'then', types),
      childOf(element, 'else', types),
    ]);
    const [condition, yes, no] = parts ?? [];
    return condition && yes && no && { type: 'conditional', if: condition, then: yes, else: no };
  },
  'dmn:Filter': (element, types) => {
    const list = childOf(element, 'in', types);
    const match = childOf(element, 'match', types);
    return list && match && { type: 'filter', in: list, match };
  },
  'dmn:For': (element, types) => readIteration(element, types, 'for'),
  'dmn:Some': (element, types) => readIteration(element, types, 'some'),
  'dmn:Every': (element, types) => readIteration(element, types, 'every'),
};

function readLiteral(element: ModdleElement): Expression | undefined {
  const expression = textOf(element, 'text');
  return expression === undefined ? undefined : { type: 'literal', expression };
}

function readContext(element: ModdleElement, types: TypeReader): Expression | undefined {
  const entries = elementsOf(element, 'contextEntry').map((entry): BoxedEntry | undefined => {
    const value = readExpression(elementOf(entry, 'value'), types);
    const variable = types.typedName(elementOf(entry, 'variable'));
    return value && { value, ...(variable && { variable }) };
  });
  const read = all(entries);
  return read && { type: 'context', entries: read };
}

function readInvocation(element: ModdleElement, types: TypeReader): Expression | undefined {
  const called = readExpression(elementOf(element, 'calledFunction'), types);
  const bindings = all(
    elementsOf(element, 'binding').map((binding) => {
      const parameter = textOf(elementOf(binding, 'parameter'), 'name');
      const value = readExpression(elementOf(binding, 'bindingFormula'), types);
      return parameter !== undefined && value ? { parameter, value } : undefined;
    }),
  );
  return called && bindings && { type: 'invocation', called, bindings };
}

function readRelation(element: ModdleElement, types: TypeReader): Expression | undefined {
  const columns = all(elementsOf(element, 'column').map(types.typedName));
  const rows = all(
    elementsOf(element, 'row').map((row) =>
      all(elementsOf(row, 'elements').map((each) => readExpression(each, types))),
    ),
  );
  return columns && rows && { type: 'relation', columns, rows };
}

// Functions in Java or PMML run outside of FEEL, which is not offered here.
function readFunction(element: ModdleElement, types: TypeReader): Expression | undefined {
  const parameters = all(elementsOf(element, 'formalParameter').map(types.typedName));
  const body = readExpression(elementOf(element, 'body'), types);
  if ((textOf(element, 'kind') ?? 'FEEL') !== 'FEEL') return undefined;
  return parameters && body && { type: 'function', parameters, body };
}

function readIteration(element: ModdleElement, types: TypeReader, type: 'for' | 'some' | 'every') {
  const variable = textOf(element, 'iteratorVariable');
  const list = childOf(element, 'in', types);
  const body = childOf(element, type === 'for' ? 'return' : 'satisfies', types);
  return variable !== undefined && list && body ? ({ type, variable, in: list, body } as const) : undefined;
}

function childOf(element: ModdleElement, property: string, types: TypeReader): Expression | undefined {
  return readExpression(elementOf(elementOf(element, property), 'value'), types);
}

function all<T>(parts: readonly (T | undefined)[]): readonly T[] | undefined {
  const found = parts.filter((part) => part !== undefined);
  return found.length === parts.length ? found : undefined;
}
