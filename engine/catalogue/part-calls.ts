import { definitionsOf } from '../kernel/event-definition.ts';
import type { FlowNode, Work } from '../kernel/node.ts';
import { errorIn } from '../findings/finding.ts';
import type { Finding } from '../findings/finding.ts';
import { isPartyRole } from '../core/dossier.ts';
import type { PartInterface } from '../core/procedure.ts';
import { lends } from '../language/lends.ts';
import { programsOf } from './expressions.ts';
import type { Parts } from './expressions.ts';
import { given, variablesOf } from './known-names.ts';
import { samePartNames } from './part-names.ts';

/**
 * What is wrong with the calls of parts: what is not given, not taken, not lent or not caught; and a part that calls
 * itself.
 */
export function checkPartCalls(parts: Parts): readonly Finding[] {
  const calls = callsOf(parts);
  return [...calls.flatMap((call) => checkCall(call, parts)), ...circles(parts), ...samePartNames(parts)];
}

interface Call {
  readonly node: FlowNode;
  readonly partId: string;
  readonly part: PartInterface;
}

function callsOf(parts: Parts): readonly Call[] {
  const nodes = programsOf(parts).flatMap((program) => Object.values(program.nodes));
  return nodes.flatMap((node) => {
    const partId = calledBy(node.work);
    const part = parts.parts?.[partId]?.interface;
    return part === undefined ? [] : [{ node, partId, part }];
  });
}

const calledBy = (work: Work | undefined): string => (work?.type === 'call' ? work.processId : '');

function checkCall({ node, partId, part }: Call, parts: Parts): readonly Finding[] {
  const known = new Set([...variablesOf(parts), ...given, ...node.inputs.map(({ target }) => target)]);
  const marks = lends.allOf(parts.facts[node.id]);
  const lent = new Set([
    ...Object.keys(parts.terms),
    ...Object.keys(parts.interface?.terms ?? {}),
    ...marks.map(({ as }) => as),
    'main',
  ]);
  const caught = caughtAt(node.id, parts);
  const roles = Object.keys(parts.service.roles ?? {});
  const found = [
    ...Object.entries(part.inputs)
      .filter(([name, input]) => input.default === undefined && !known.has(name))
      .map(([input, { label }]) => errorIn(diagram, 'part.input-missing', { part: partId, input, label })),
    ...node.inputs
      .filter(({ target }) => !(target in part.inputs))
      .map(({ target }) => {
        const params = { part: partId, input: target, known: Object.keys(part.inputs) };
        return errorIn(diagram, 'part.input-unknown', params);
      }),
    ...Object.entries(part.terms)
      .filter(([name]) => !lent.has(name))
      .map(([term, label]) => errorIn(diagram, 'part.term-missing', { part: partId, term, label })),
    ...marks
      .filter(({ as }) => !(as in part.terms))
      .map(({ as }) => {
        const params = { part: partId, term: as, known: Object.keys(part.terms) };
        return errorIn(diagram, 'part.term-unknown', params);
      }),
    ...Object.entries(part.errors)
      .filter(([code]) => !caught.includes(code) && !caught.includes(''))
      .map(([error, label]) => errorIn(diagram, 'part.error-uncaught', { part: partId, error, label })),
    ...part.roles
      .filter((role) => !isPartyRole(role) && !roles.includes(role))
      .map((role) => errorIn(diagram, 'part.role-missing', { part: partId, role })),
  ];
  return found.map((finding) => ({ ...finding, elementId: node.id }));
}

const diagram = 'procedure.bpmn';

/** The codes of the errors that are caught on the edge of an element; the empty one catches all. */
function caughtAt(elementId: string, parts: Parts): readonly string[] {
  const nodes = programsOf(parts).flatMap((program) => Object.values(program.nodes));
  return nodes
    .filter(({ attachedTo }) => attachedTo === elementId)
    .flatMap(({ event }) => definitionsOf(event))
    .flatMap((event) => (event.type === 'error' ? [event.code ?? ''] : []));
}

/** A part that comes back to itself by what it calls would never end. */
function circles(parts: Parts): readonly Finding[] {
  const { parts: all = {}, interface: own } = parts;
  if (own === undefined) return [];
  const start = parts.program.processId;
  const seen = new Set<string>();
  const next = [...calledIn(parts)];
  for (let id = next.shift(); id !== undefined; id = next.shift()) {
    if (id === start) return [errorIn(diagram, 'part.calls-itself', { part: start })];
    const part = all[id];
    if (part === undefined || seen.has(id)) continue;
    seen.add(id);
    next.push(...calledIn(part));
  }
  return [];
}

const calledIn = (parts: Parts): readonly string[] =>
  programsOf(parts).flatMap((program) => Object.values(program.nodes).map(({ work }) => calledBy(work)));
