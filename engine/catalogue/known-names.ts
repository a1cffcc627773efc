import { isGroup } from '../../forms/schema/components.ts';
import type { Component, FormDocument } from '../../forms/schema/document.ts';
import type { FlowNode } from '../kernel/node.ts';
import { errorIn, warningIn } from '../findings/finding.ts';
import type { Finding } from '../findings/finding.ts';
import { correctable } from '../core/sent.ts';
import { correction } from '../language/correction.ts';
import { gathered } from '../language/gathered.ts';
import { expressionsIn, formExpressions, keyOf, programsOf } from './expressions.ts';
import type { Parts, Placed } from './expressions.ts';
import { namesIn } from './names.ts';

/** Variables that every dossier has from its beginning on. */
export const given: readonly string[] = [
  'parameters',
  'applicant',
  'submittedOn',
  'officeCode',
  'bodyId',
  'bodyName',
  'registration',
  'today',
  'now',
];

/** What else a text with placeholders can name. */
const givenToTexts = ['dossier'];

/**
 * Names in expressions that nothing in the procedure gives a value to. A parameter that does not exist is an error; any
 * other name a warning, because a connector may bring variables of its own. A part may name what its caller knows, in
 * whose forms and letters it speaks.
 */
export function unknownNames(parts: Parts, caller?: Parts): readonly Finding[] {
  const variables = [...variablesOf(parts), ...(caller === undefined ? [] : variablesOf(caller))];
  const inDiagram = expressionsIn(parts).flatMap((placed) => {
    const texts = placed.file.startsWith('templates/') ? givenToTexts : [];
    return strangersIn(placed, new Set([...variables, ...given, ...texts]), parts);
  });
  const inForms = Object.values(parts.forms).flatMap((form) =>
    formExpressions(form).flatMap((placed) =>
      strangersIn(placed, new Set([...variables, ...innerKeys(form), ...given, correctable]), parts),
    ),
  );
  return [...inDiagram, ...inForms];
}

function strangersIn(
  { file, place, expression }: Placed,
  known: ReadonlySet<string>,
  { parameters, service }: Parts,
): readonly Finding[] {
  return namesIn(expression).flatMap((name) => {
    const [root = name, parameter] = name.split('.');
    if (
      root === 'parameters' &&
      parameter !== undefined &&
      !(parameter in { ...parameters, ...service.ofBodies?.parameters })
    ) {
      return [errorIn(file, 'parameter.unknown', { place, expression, name: parameter })];
    }
    return known.has(root) ? [] : [warningIn(file, 'variable.unknown', { place, expression, name: root })];
  });
}

/** What forms, connectors and the rest of the diagram give a value to; the output mappings of one element left out. */
export function variablesOf(parts: Parts, exceptOf?: string): ReadonlySet<string> {
  const { forms } = parts;
  const nodes = programsOf(parts).flatMap((program) => Object.values(program.nodes));
  const results = nodes.flatMap(({ id, work, outputs, inputs }) => {
    const result = work?.type === 'script' || work?.type === 'decision' ? work.resultVariable : undefined;
    const mappings = id === exceptOf ? inputs : [...outputs, ...inputs];
    const mapped = mappings.map(({ target }) => target.split('.')[0] ?? target);
    const given = id === exceptOf ? [] : outputNames({ id, work }, parts);
    return [...(result === undefined ? [] : [result]), ...mapped, ...given];
  });
  // What each instance has for itself, and what a task gathers of several people.
  const repeated = nodes.flatMap(({ loop }) =>
    loop?.type === 'multi'
      ? [loop.item, loop.outputCollection, 'loopCounter'].filter((name) => name !== undefined)
      : [],
  );
  const lists = Object.values(parts.facts).flatMap((said) => [
    ...(gathered.of(said)?.into === undefined ? [] : [gathered.of(said)?.into ?? '']),
    ...(correction.of(said)?.into === undefined ? [] : [correction.of(said)?.into ?? '']),
  ]);
  const taken = Object.keys(parts.interface?.inputs ?? {});
  const declared = programsOf(parts).flatMap((program) => Object.values(program.declared).flat());
  return new Set([
    ...results,
    ...repeated,
    ...lists,
    ...taken,
    ...declared,
    ...Object.values(forms).flatMap((form) => answerKeys(form.components)),
  ]);
}

function outputNames({ id, work }: Pick<FlowNode, 'id' | 'work'>, parts: Parts): readonly string[] {
  if (work?.type === 'call') return Object.keys(parts.parts?.[work.processId]?.interface?.outputs ?? {});
  const connector = work?.type === 'job' && parts.connectors.find(({ type }) => type === work.jobType);
  if (!connector) return [];
  const declared = connector.at?.(parts, id) ?? connector;
  return 'output' in declared ? Object.keys(declared.output.shape) : [];
}

/** The keys of answers in components. The fields of a repeating group are members of its items, not variables. */
export function answerKeys(components: readonly Component[]): readonly string[] {
  return components.flatMap((component) => {
    if (isGroup(component)) return answerKeys(component.components);
    return keyOf(component) ?? [];
  });
}

function innerKeys(form: FormDocument): readonly string[] {
  const inside = (components: readonly Component[]): readonly string[] =>
    components.flatMap((component) =>
      'components' in component ? inside(component.components) : (keyOf(component) ?? []),
    );
  return inside(form.components);
}
