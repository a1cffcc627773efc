import { isParallelInstance } from '../node.ts';
import { putScope, scopeOf } from './run.ts';
import type { Run } from './run.ts';
import { rootScopeId } from './state.ts';
import type { Scope, Token } from './state.ts';
import type { Json, Variables } from '../types.ts';

/** All variables that a scope sees: its own and, where it does not cover them, those around it. */
export function visibleIn(run: Run, scopeId: string): Variables {
  const chain: Variables[] = [];
  for (let scope: Scope | undefined = scopeOf(run, scopeId); scope; scope = parentOf(run, scope)) {
    chain.unshift(scope.vars);
    if (scope.repetition !== undefined) chain.splice(1, 0, countsOf(scope));
  }
  return chain.length === 1 && chain[0] ? chain[0] : Object.assign({}, ...chain);
}

/** All variables that a token sees: those of its scope and what its input mappings gave. */
export function visibleTo(run: Run, token: Token): Variables {
  const visible = visibleIn(run, token.scope);
  return token.vars === undefined ? visible : { ...visible, ...token.vars };
}

/**
 * Sets variables where they are: in the nearest scope, from the given one outwards, that has a variable of that name,
 * else in the scope of the process (the propagation rule of Zeebe), or of the innermost of several instances that run
 * side by side: what is new in one of them is not seen by the others. What a repetition counts with is its own: a
 * called process that was given everything gives that back, too, as it was when it was called.
 */
export function setVariables(run: Run, scopeId: string, variables: Variables): void {
  if (scopeId === rootScopeId) return setOwnVariables(run, scopeId, variables);
  const byOwner = new Map<string, Record<string, Json>>();
  for (const [name, value] of Object.entries(variables)) {
    const owner = ownerOf(run, scopeId, name);
    if (isCounter(run, owner, name)) continue;
    const ownerId = owner.id;
    const own = byOwner.get(ownerId) ?? {};
    own[name] = value;
    byOwner.set(ownerId, own);
  }
  for (const [ownerId, own] of byOwner) setOwnVariables(run, ownerId, own);
}

/** Sets variables in a scope itself, whatever is around it. */
export function setOwnVariables(run: Run, scopeId: string, variables: Variables): void {
  const scope = scopeOf(run, scopeId);
  putScope(run, { ...scope, vars: { ...scope.vars, ...variables } });
  run.hasChanged = true;
}

/** The value at a path such as `applicant.email`; absent when there is none. */
export function valueAtPath(variables: Variables, path: string): Json | undefined {
  let value: Json | undefined = variables;
  for (const name of path.split('.')) value = isContext(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return value;
}

/** The variables with a value set at a path such as `applicant.email`; contexts on the way are kept or made. */
export function withPath(variables: Variables, path: string, value: Json): Variables {
  const [name = path, ...rest] = path.split('.');
  if (rest.length === 0) return { ...variables, [name]: value };
  const inner = variables[name];
  return { ...variables, [name]: withPath(isContext(inner) ? inner : {}, rest.join('.'), value) };
}

/** Whether a value is a JSON object. */
export function isContext(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a variable of this name is known from a scope outwards. */
export function isKnownIn(run: Run, scopeId: string, name: string): boolean {
  return Object.hasOwn(ownerOf(run, scopeId, name).vars, name);
}

function ownerOf(run: Run, scopeId: string, name: string): Scope {
  let instance: Scope | undefined;
  for (let scope: Scope | undefined = scopeOf(run, scopeId); scope; scope = parentOf(run, scope)) {
    if (Object.hasOwn(scope.vars, name) || Object.hasOwn(countsOf(scope), name)) return scope;
    if (isInstance(run, scope)) instance ??= scope;
  }
  return instance ?? scopeOf(run, rootScopeId);
}

// Whether a scope is that of one of several instances of a sub-process that run side by side.
function isInstance(run: Run, { token: tokenId = '' }: Scope): boolean {
  const token = run.tokens.get(tokenId);
  const node = token && run.program.nodes[token.at];
  return node !== undefined && token?.nth !== undefined && isParallelInstance(node);
}

const counters: ReadonlySet<string> = new Set(['nrOfInstances', 'nrOfActiveInstances', 'nrOfCompletedInstances']);

// The counters of a repetition under the names that the standard gives them (BPMN 2.0.2, 10.3.8). Where an instance is
// terminated all are, so that none is seen.
function countsOf({ repetition, vars }: Scope): Variables {
  const { nrOfInstances = null, nrOfActiveInstances = null, nrOfCompletedInstances = null } = vars;
  if (repetition === undefined || nrOfInstances === null) return {};
  return {
    numberOfInstances: nrOfInstances,
    numberOfActiveInstances: nrOfActiveInstances,
    numberOfCompletedInstances: nrOfCompletedInstances,
    numberOfTerminatedInstances: 0,
  };
}

// Whether a variable of a scope belongs to a repetition: its counters, or the number of one of its instances.
function isCounter(run: Run, scope: Scope, name: string): boolean {
  const { repetition, token = '' } = scope;
  if (repetition !== undefined) return counters.has(name) || Object.hasOwn(countsOf(scope), name);
  return name === 'loopCounter' && run.tokens.get(token)?.nth !== undefined;
}

function parentOf(run: Run, scope: Scope): Scope | undefined {
  return scope.parent === undefined ? undefined : scopeOf(run, scope.parent);
}
