import { isGroup, isList, isText } from '../../forms/schema/components.ts';
import type { Component, FormDocument } from '../../forms/schema/document.ts';
import { placeholdersOf } from '../core/template.ts';
import type { Procedure } from '../core/procedure.ts';
import { expressionsOf } from '../kernel/program.ts';
import type { Program } from '../kernel/program.ts';
import { expressionsOf as drawnExpressions } from '../language/uses.ts';

/** An expression of a procedure with the file and the element where it stands. */
export interface Placed {
  readonly file: string;
  /** The element, field or decision; empty when the file says it all. */
  readonly place: string;
  readonly expression: string;
}

/** What the parts of a procedure are before they are known to fit together. */
export type Parts = Pick<
  Procedure,
  | 'program'
  | 'companions'
  | 'service'
  | 'forms'
  | 'facts'
  | 'lanes'
  | 'dialect'
  | 'connectors'
  | 'apis'
  | 'terms'
  | 'templates'
  | 'parameters'
  | 'english'
  | 'startFormId'
  | 'parts'
  | 'interface'
>;

/** All executable processes of the diagram, the one that is named as the procedure first. */
export function programsOf({ program, companions = {} }: Pick<Parts, 'program' | 'companions'>): readonly Program[] {
  return [program, ...Object.values(companions)];
}

const textsOf = ({ competence, subject, roles = {}, register }: Parts['service']): readonly string[] => [
  competence.officeCode,
  subject,
  ...Object.values(roles).map(({ office = '' }) => office),
  ...(register?.columns ?? []).map(({ value }) => value),
];

/** Every FEEL expression that is evaluated over the variables of a dossier. */
export function expressionsIn(parts: Parts): readonly Placed[] {
  const { facts, dialect, templates, service } = parts;
  const diagram = (place: string, expression: string): Placed => ({ file: 'procedure.bpmn', place, expression });
  // The card of a part is that of its caller, over whose variables it is evaluated.
  const card = (parts.interface === undefined ? textsOf(service) : []).filter((text) => text.startsWith('='));
  return [
    ...programsOf(parts)
      .flatMap(expressionsOf)
      .map(({ elementId, expression }) => diagram(elementId, expression)),
    ...drawnExpressions(facts, dialect).map(({ elementId, value }) => diagram(elementId, value)),
    ...decisionExpressions(parts),
    ...Object.values(templates).flatMap(({ templateId, subject, body }) =>
      [...placeholdersOf(subject), ...placeholdersOf(body)].map((expression) => ({
        file: `templates/${templateId}.md`,
        place: '',
        expression,
      })),
    ),
    ...card.map((expression) => ({ file: 'service.json', place: '', expression })),
  ];
}

function decisionExpressions({ program }: Parts): readonly Placed[] {
  return Object.values(program.decisions).flatMap(({ id, file, logic, requires }) => {
    // A decision that requires others also sees their results, under names that need not be FEEL names.
    if (logic.type !== 'table' || requires.length > 0) return [];
    return logic.inputs.map(({ expression }) => ({ file, place: id, expression }));
  });
}

/** The conditions by which the components of a form are hidden, and what their texts show. */
export function formExpressions(form: FormDocument): readonly Placed[] {
  return componentsIn(form.components).flatMap((component) => {
    const place = keyOf(component) ?? component.id ?? component.label ?? component.type;
    return [component.conditional?.hide ?? '', ...(isText(component) ? shownBy(component.text) : [])]
      .filter((expression) => expression !== '')
      .map((expression) => ({ file: `forms/${form.id}.json`, place, expression }));
  });
}

const shownBy = (text: string): readonly string[] => (text.startsWith('=') ? [text] : placeholdersOf(text));

/** All components of a form, inner ones after their group. */
export function componentsIn(components: readonly Component[]): readonly Component[] {
  return components.flatMap((component) =>
    isGroup(component) || isList(component) ? [component, ...componentsIn(component.components)] : [component],
  );
}

/** The key of the answer that a component holds; absent for pages and texts. */
export function keyOf(component: Component): string | undefined {
  if (isText(component) || isGroup(component)) return undefined;
  return isList(component) ? component.path : component.key;
}
