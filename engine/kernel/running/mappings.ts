import { valueAt } from './expressions.ts';
import type { Place } from './expressions.ts';
import { collectedBy, isParallelInstance } from '../node.ts';
import type { FlowNode, Mapping } from '../program.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';
import type { Json, Variables } from '../types.ts';
import { isKnownIn, setVariables, valueAtPath, visibleIn, visibleTo, withPath } from './variables.ts';

/**
 * What an element is given: its data inputs, then what its input mappings make, each seeing the ones before it. Empty
 * without any.
 */
export function mapInputs(run: Run, token: Token, node: FlowNode): Variables {
  if (node.inputs.length === 0 && node.dataIn === undefined) return {};
  const around = visibleTo(run, token);
  const placeOf = (made: Variables) => ({ elementId: node.id, variables: { ...around, ...made }, now: run.now });
  const data = copyData(node.dataIn ?? [], { seen: around, placeOf, around: {} });
  return { ...data, ...mapAll(node.inputs, (made) => placeOf({ ...data, ...made })) };
}

/** An element that is done, and what it gave. */
export interface Result {
  readonly node: FlowNode;
  readonly payload: Variables;
}

/**
 * Brings the result of an element into its scope: through the output mappings when there are any; else as it is, the
 * variables that the activity holds for itself staying with it. Its data outputs are copied to where they are kept.
 * @returns what the mappings have made, also what one of several instances keeps for itself until it is collected
 */
export function mapOutputs(run: Run, token: Token, result: Result): Variables {
  const { node, payload } = result;
  const own = node.outputs.length === 0 ? resultsOf(run, token, result) : mapAllOut(run, token, result);
  const all = node.dataOut === undefined ? own : { ...own, ...dataOut(run, token, result) };
  const kept = token.nth === undefined ? undefined : collectedBy(node);
  const leaving = kept === undefined ? all : Object.fromEntries(Object.entries(all).filter(([name]) => name !== kept));
  if (Object.keys(leaving).length > 0) setVariables(run, token.scope, leaving);
  return payload === all ? {} : all;
}

// One of several instances that run side by side gives to the outside only what is known there.
function resultsOf(run: Run, token: Token, { node, payload }: Result): Variables {
  const own = withoutLocals(payload, token.vars, node.dataOut);
  if (token.nth === undefined || !isParallelInstance(node)) return own;
  return Object.fromEntries(Object.entries(own).filter(([name]) => isKnownIn(run, token.scope, name)));
}

function mapAllOut(run: Run, token: Token, { node, payload }: Result): Variables {
  const seen = { ...visibleTo(run, token), ...payload };
  const around = visibleIn(run, token.scope);
  const placeOf = (made: Variables) => ({ elementId: node.id, variables: { ...seen, ...made }, now: run.now });
  return mapAll(node.outputs, placeOf, around);
}

function dataOut(run: Run, token: Token, { node, payload }: Result): Variables {
  const seen = { ...token.vars, ...payload };
  const around = visibleIn(run, token.scope);
  const placeOf = (made: Variables) => ({
    elementId: node.id,
    variables: { ...around, ...seen, ...made },
    now: run.now,
  });
  return copyData(node.dataOut ?? [], { seen, placeOf, around });
}

interface Copying {
  /** Where the names of the sources are looked up. */
  readonly seen: Variables;
  readonly placeOf: (made: Variables) => Place;
  readonly around: Variables;
}

// Data that is not there is not copied (BPMN 2.0.2, 10.4.2).
function copyData(associations: readonly Mapping[], { seen, placeOf, around }: Copying): Variables {
  let made: Variables = {};
  for (const { source, target } of associations) {
    const value = source.startsWith('=') ? valueAt(source, placeOf(made)) : valueAtPath(seen, source);
    if (value !== undefined) made = put(made, target, { value, around });
  }
  return made;
}

// A path into a context that exists already adds to it; `around` holds those contexts.
function mapAll(mappings: readonly Mapping[], placeOf: (made: Variables) => Place, around: Variables = {}): Variables {
  let made: Variables = {};
  for (const { source, target } of mappings)
    made = put(made, target, { value: valueAt(source, placeOf(made)), around });
  return made;
}

function put(made: Variables, target: string, { value, around }: { readonly value: Json; readonly around: Variables }) {
  const root = target.split('.')[0] ?? target;
  const known = Object.hasOwn(made, root) ? made : withKnown(made, root, around);
  return withPath(known, target, value);
}

function withKnown(made: Variables, root: string, around: Variables): Variables {
  const value = around[root];
  return value === undefined ? made : { ...made, [root]: value };
}

// Data outputs have names of their own, which nobody else sees.
function withoutLocals(payload: Variables, locals: Variables | undefined, data: readonly Mapping[] = []): Variables {
  if (locals === undefined && data.length === 0) return payload;
  const isLocal = (name: string) => Object.hasOwn(locals ?? {}, name) || data.some(({ source }) => source === name);
  return Object.fromEntries(Object.entries(payload).filter(([name]) => !isLocal(name)));
}
