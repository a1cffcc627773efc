import type { Finding } from '../kernel/types.ts';
import { parseFeel } from '../rules/feel.ts';
import { elementsOf, extensionOf, idOf, textOf } from '../rules/moddle.ts';
import type { ModdleElement } from '../rules/moddle.ts';
import type { Bearer } from './extension.ts';

/** The XML name of an extension element: `iter:personalAct` for the moddle name `iter:PersonalAct`. */
export function tagOf(type: string): string {
  return type.replace(/^(iter:)(.)/, (_whole, prefix: string, letter: string) => prefix + letter.toLowerCase());
}

/** An error on the element that carries the extension. */
export function refuse(bearer: Bearer, rule: string, message: string): Finding {
  return { rule, level: 'error', elementId: idOf(bearer.element), message };
}

/** One finding for each attribute that is missing or blank. */
export function required(found: ModdleElement, attributes: readonly string[], bearer: Bearer): readonly Finding[] {
  return attributes
    .filter((attribute) => textOf(found, attribute) === undefined)
    .map((attribute) => {
      const message = `In ${idOf(bearer.element)} l’elemento ${tagOf(found.$type)} non ha l’attributo ${attribute}, che è obbligatorio.`;
      return refuse(bearer, 'language.attribute-missing', message);
    });
}

/** A finding when an attribute has a value outside a list; an absent one is left to {@link required}. */
export function oneOf(found: ModdleElement, attribute: string, options: OneOf): readonly Finding[] {
  const value = textOf(found, attribute);
  if (value === undefined || options.values.includes(value)) return [];
  const place = `${tagOf(found.$type)} in ${idOf(options.bearer.element)}`;
  const message = `${place}: «${value}» non va bene per ${attribute}; i valori ammessi sono ${options.values.join(', ')}.`;
  return [refuse(options.bearer, options.rule ?? 'language.attribute-value', message)];
}

/** What {@link oneOf} accepts. */
export interface OneOf {
  readonly values: readonly string[];
  readonly bearer: Bearer;
  readonly rule?: string;
}

/** A finding when an attribute starts with `=` and is not FEEL. */
export function feel(found: ModdleElement, attribute: string, bearer: Bearer): readonly Finding[] {
  const value = textOf(found, attribute);
  if (value === undefined || !value.startsWith('=')) return [];
  const place = `${tagOf(found.$type)} in ${idOf(bearer.element)}, attributo ${attribute}`;
  return parseFeel(value).map(({ message }) => refuse(bearer, 'feel.syntax', `${place}: ${message}`));
}

/** A finding when an attribute does not start with `=`: there only an expression makes sense. */
export function expression(found: ModdleElement, attribute: string, bearer: Bearer): readonly Finding[] {
  const value = textOf(found, attribute);
  if (value === undefined) return [];
  if (value.startsWith('=')) return feel(found, attribute, bearer);
  const place = `${tagOf(found.$type)} in ${idOf(bearer.element)}`;
  const message = `${place}: «${value}» in ${attribute} deve essere un’espressione che comincia con «=».`;
  return [refuse(bearer, 'language.expression-expected', message)];
}

/** A finding when an attribute names a term that the process does not declare. */
export function knownTerm(found: ModdleElement, bearer: Bearer): readonly Finding[] {
  const term = textOf(found, 'term');
  if (term === undefined || bearer.termIds.has(term)) return [];
  const known = [...bearer.termIds].join(', ') || 'nessuno';
  const place = `${tagOf(found.$type)} in ${idOf(bearer.element)}`;
  return [
    refuse(
      bearer,
      'term.unknown',
      `${place}: il termine «${term}» non è dichiarato; quelli del processo sono: ${known}.`,
    ),
  ];
}

/** Whether the element has an event definition of a type such as `bpmn:TimerEventDefinition`. */
export function hasEvent(element: ModdleElement, type: string): boolean {
  return elementsOf(element, 'eventDefinitions').some(({ $type }) => $type === type);
}

/** The job type of the element, if it has one. */
export function jobTypeOf(element: ModdleElement): string | undefined {
  return textOf(extensionOf(element, 'zeebe:TaskDefinition'), 'type');
}
