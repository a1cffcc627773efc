import { isGroup } from '../../forms/schema/components.ts';
import type { Component, FormDocument } from '../../forms/schema/document.ts';
import type { Finding } from '../kernel/types.ts';
import { conditionsIn, expressionsIn, keyOf, programsOf } from './expressions.ts';
import type { Parts, Placed } from './expressions.ts';
import { error, warning } from './findings.ts';
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
 * other name a warning, because a connector may bring variables of its own.
 */
export function unknownNames(parts: Parts): readonly Finding[] {
  const variables = variablesOf(parts);
  const inDiagram = expressionsIn(parts).flatMap((placed) => {
    const texts = placed.file.startsWith('templates/') ? givenToTexts : [];
    return strangersIn(placed, new Set([...variables, ...given, ...texts]), parts);
  });
  const inForms = Object.values(parts.forms).flatMap((form) =>
    conditionsIn(form).flatMap((placed) =>
      strangersIn(placed, new Set([...variables, ...innerKeys(form), ...given]), parts),
    ),
  );
  return [...inDiagram, ...inForms];
}

function strangersIn(
  { file, place, expression }: Placed,
  known: ReadonlySet<string>,
  { parameters }: Parts,
): readonly Finding[] {
  const where = place === '' ? file : `${file}, ${place}`;
  return namesIn(expression).flatMap((name) => {
    const [root = name, parameter] = name.split('.');
    if (root === 'parameters' && parameter !== undefined && !(parameter in parameters)) {
      const message = `In ${where} l’espressione «${expression}» usa il parametro ${parameter}, che in parameters.json non c’è.`;
      return [error(file, 'parameter.unknown', message)];
    }
    if (known.has(root)) return [];
    const message = `In ${where} l’espressione «${expression}» usa «${root}», che nessun modulo e nessuna attività valorizza.`;
    return [warning(file, 'variable.unknown', message)];
  });
}

function variablesOf(parts: Parts): ReadonlySet<string> {
  const { forms } = parts;
  const nodes = programsOf(parts).flatMap((program) => Object.values(program.nodes));
  const results = nodes.flatMap(({ work, outputs, inputs }) => {
    const result = work?.type === 'script' || work?.type === 'decision' ? work.resultVariable : undefined;
    const mapped = [...outputs, ...inputs].map(({ target }) => target.split('.')[0] ?? target);
    return result === undefined ? mapped : [result, ...mapped];
  });
  return new Set([...results, ...Object.values(forms).flatMap((form) => answerKeys(form.components))]);
}

// The fields of a repeating group are members of its items, not variables.
function answerKeys(components: readonly Component[]): readonly string[] {
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
