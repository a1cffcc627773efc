import { valueAt } from './expressions.ts';
import type { FlowNode, Mapping } from './program.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';
import type { Variables } from './types.ts';
import { setVariables, visibleIn, visibleTo, withPath } from './variables.ts';

/** What the input mappings of an element give; each sees the ones before it. Empty without mappings. */
export function mapInputs(run: Run, token: Token, node: FlowNode): Variables {
  if (node.inputs.length === 0) return {};
  const around = visibleIn(run, token.scope);
  return mapAll(node.inputs, (made) => ({ elementId: node.id, variables: { ...around, ...made }, now: run.now }));
}

/**
 * Brings the result of an element into its scope: through the output mappings when there are any; else as it is, the
 * variables that the activity holds for itself staying with it.
 */
export function mapOutputs(run: Run, token: Token, result: { readonly node: FlowNode; readonly payload: Variables }) {
  const { node, payload } = result;
  if (node.outputs.length === 0) return setVariables(run, token.scope, withoutLocals(payload, token.vars));
  const seen = { ...visibleTo(run, token), ...payload };
  const around = visibleIn(run, token.scope);
  const at = (made: Variables) => ({ elementId: node.id, variables: { ...seen, ...made }, now: run.now });
  setVariables(run, token.scope, mapAll(node.outputs, at, around));
}

interface MappingPlace {
  readonly elementId: string;
  readonly variables: Variables;
  readonly now: string;
}

// A path into a context that exists already adds to it; `around` holds those contexts.
function mapAll(mappings: readonly Mapping[], placeOf: (made: Variables) => MappingPlace, around: Variables = {}) {
  let made: Variables = {};
  for (const { source, target } of mappings) {
    const value = valueAt(source, placeOf(made));
    const root = target.split('.')[0] ?? target;
    const known = Object.hasOwn(made, root) ? made : withKnown(made, root, around);
    made = withPath(known, target, value);
  }
  return made;
}

function withKnown(made: Variables, root: string, around: Variables): Variables {
  const value = around[root];
  return value === undefined ? made : { ...made, [root]: value };
}

function withoutLocals(payload: Variables, locals: Variables | undefined): Variables {
  if (locals === undefined) return payload;
  return Object.fromEntries(Object.entries(payload).filter(([name]) => !Object.hasOwn(locals, name)));
}
