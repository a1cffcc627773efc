import { feelFailure } from '../../findings/feel-failure.ts';
import { newRun } from './budget.ts';
import { builtins } from './builtins/index.ts';
import { functionOf } from './function.ts';
import type { Parameter } from './function.ts';
import { inside, lookUp } from './scope.ts';
import type { Evaluate, Scope } from './scope.ts';
import { partAt, partsNamed, partsOf, textAt } from './tree.ts';
import type { Compile, Node, Source } from './tree.ts';
import { compileType } from './type-node.ts';
import { anyType } from './types.ts';
import { fail, isFunction, typeOf } from './value.ts';
import type { Arguments, FeelFunction, FeelValue } from './value.ts';

/** Functions, their calls, and `if`. */
export const calls: Readonly<Record<string, Compile>> = {
  FunctionInvocation: compileCall,
  DateTimeLiteral: compileDateTimeLiteral,
  FunctionDefinition: compileFunction,
  IfExpression: compileIf,
};

type GiveArguments = (scope: Scope) => Arguments;

function compileCall(node: Node, source: Source): Evaluate {
  const called = partAt(node, 0);
  const name = textAt(called, source).replace(/\s+/g, ' ');
  const target = called.name === 'SpecialFunctionName' ? undefined : source.compile(called);
  const giveArguments = compileArguments(node, source);
  const builtin = builtins.get(name);
  // A variable that is no function does not hide the function of the same name: `count` may be both.
  const find = (scope: Scope): FeelValue => {
    const own = called.name === 'VariableName' ? lookUp(scope, name) : target?.(scope);
    return isFunction(own ?? null) ? (own ?? null) : (builtin ?? own ?? null);
  };
  return (scope) => {
    const found = find(scope);
    if (isFunction(found)) return found.call(giveArguments(scope), scope.run);
    return fail(scope.run, feelFailure('function-unknown', { name }));
  };
}

// `date("…")` and its like are functions, but the grammar has them as literals; with a text they are constants.
function compileDateTimeLiteral(node: Node, source: Source): Evaluate {
  const parts = partsOf(node);
  if (parts.length === 1) return source.compile(partAt(node, 0));
  const builtin = builtins.get(textAt(partAt(node, 0), source).replace(/\s+/g, ' '));
  const giveArguments = compileArguments(node, source);
  if (builtin === undefined)
    return ({ run }) => fail(run, feelFailure('function-unknown', { name: textAt(node, source) }));
  const constant = constantValue(builtin, partAt(node, 2), source);
  return constant === undefined ? (scope) => builtin.call(giveArguments(scope), scope.run) : () => constant;
}

function constantValue(builtin: FeelFunction, parameters: Node, source: Source): FeelValue | undefined {
  const nodes = partsOf(parameters);
  const [only] = nodes;
  if (nodes.length !== 1 || only?.name !== 'StringLiteral') return undefined;
  const run = newRun(undefined);
  const value = builtin.call({ placed: [source.compile(only)({ names: {}, outer: undefined, run })] }, run);
  return run.failures.length === 0 ? value : undefined;
}

function compileArguments(node: Node, source: Source): GiveArguments {
  const [named] = partsNamed(node, 'NamedParameters');
  if (named !== undefined) return compileNamed(named, source);
  const [placed] = partsNamed(node, 'PositionalParameters');
  const values = placed === undefined ? [] : partsOf(placed).map(source.compile);
  return (scope) => ({ placed: values.map((value) => value(scope)) });
}

function compileNamed(node: Node, source: Source): GiveArguments {
  const parameters = partsNamed(node, 'NamedParameter').map((each) => ({
    name: textAt(partAt(each, 0), source).replace(/\s+/g, ' '),
    value: source.compile(partAt(each, -1)),
  }));
  return (scope) => ({ named: Object.fromEntries(parameters.map(({ name, value }) => [name, value(scope)])) });
}

function compileIf(node: Node, source: Source): Evaluate {
  const condition = source.compile(partAt(node, 1));
  const yes = source.compile(partAt(node, 3));
  const no = source.compile(partAt(node, 5));
  return (scope) => {
    const value = condition(scope);
    if (value !== null && typeof value !== 'boolean') {
      return fail(scope.run, feelFailure('condition-type', { found: typeOf(value) }));
    }
    return value === true ? yes(scope) : no(scope);
  };
}

function compileFunction(node: Node, source: Source): Evaluate {
  if (partsNamed(node, 'external').length > 0) {
    return ({ run }) => fail(run, feelFailure('function-foreign'));
  }
  const formal = partsNamed(node, 'FormalParameters').flatMap((each) => partsNamed(each, 'FormalParameter'));
  const parameters = formal.map((each): Parameter => {
    const [type] = partsNamed(each, 'Type');
    const name = textAt(partAt(each, 0), source).replace(/\s+/g, ' ');
    return { name, type: (type && compileType(type, source)) ?? anyType };
  });
  const body = source.compile(partAt(partAt(node, -1), 0));
  return (scope) => functionOf(parameters, (names, run) => body({ ...inside(scope, names), run }));
}
