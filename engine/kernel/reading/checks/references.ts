import { elementOf, isElement, textOf } from '../../../rules/moddle.ts';
import type { ModdleElement } from '../../../rules/moddle.ts';
import type { StandardRules } from '../../../findings/standard.ts';
import { called, parentOf } from './rule.ts';
import type { Rule } from './rule.ts';

/** What the reader knows of a type: its properties, and the types that it is one of. */
interface Description {
  readonly properties: readonly {
    readonly ns: { readonly localName: string };
    readonly type: string;
    readonly isReference?: boolean;
  }[];
  readonly allTypesByName: Readonly<Record<string, unknown>>;
}

// The border: what moddle describes elements by is not part of their data.
function descriptionOf(element: ModdleElement): Description | undefined {
  const description = element.$descriptor;
  return typeof description === 'object' && description !== null ? (description as Description) : undefined;
}

/** References that rules of their own look at, or that files of other tools fill with more than the standard names. */
const lookedAtElsewhere: Readonly<Record<string, readonly string[]>> = {
  'bpmn:SequenceFlow': ['sourceRef', 'targetRef'],
  'bpmn:MessageFlow': ['sourceRef', 'targetRef'],
  'bpmn:BoundaryEvent': ['attachedToRef', 'default'],
  'bpmn:MultiInstanceLoopCharacteristics': ['loopDataInputRef', 'loopDataOutputRef'],
  'bpmn:InputOutputBinding': ['inputDataRef', 'outputDataRef'],
};

const wrongKind: Rule<'reference.kind-wrong'> = {
  name: 'reference.kind-wrong',
  level: 'warning',
  check: (element) => {
    const description = descriptionOf(element);
    const skipped = ['default', ...(lookedAtElsewhere[element.$type] ?? [])];
    const references = (description?.properties ?? []).filter(
      ({ isReference, ns }) => isReference === true && !skipped.includes(ns.localName),
    );
    for (const { ns, type } of references) {
      const wrong = targetsOf(element, ns.localName).find((target) => !isOneOf(target, type));
      if (wrong !== undefined) return complaint(element, ns.localName, { wrong, type });
    }
    return undefined;
  },
};

function targetsOf(element: ModdleElement, property: string): readonly ModdleElement[] {
  const value: unknown = element[property];
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter(isElement);
}

function isOneOf(target: ModdleElement, type: string): boolean {
  const types = descriptionOf(target)?.allTypesByName;
  return type === 'Element' || types === undefined || Object.hasOwn(types, type);
}

function complaint(
  element: ModdleElement,
  property: string,
  { wrong, type }: { readonly wrong: ModdleElement; readonly type: string },
): StandardRules['reference.kind-wrong'] {
  const kind = (name: string) => name.replace('bpmn:', '');
  const place = element.id === undefined ? parentOf(element) : element;
  const [holder, target] = [called(place), called(wrong)];
  return { holder, property, target, kind: kind(wrong.$type), expected: kind(type) };
}

const associationEnds: Rule<'association.end-missing'> = {
  name: 'association.end-missing',
  level: 'warning',
  on: ['bpmn:Association'],
  check: (association) => {
    if (elementOf(association, 'sourceRef') && elementOf(association, 'targetRef')) return undefined;
    return {};
  },
};

/** The values of attributes that are words of a list, by their type. */
const listed: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'bpmn:AdHocSubProcess': { ordering: ['Parallel', 'Sequential'] },
  'bpmn:EventBasedGateway': { eventGatewayType: ['Exclusive', 'Parallel'] },
  'bpmn:MultiInstanceLoopCharacteristics': { behavior: ['None', 'One', 'All', 'Complex'] },
  'bpmn:Process': { processType: ['None', 'Public', 'Private'] },
  'bpmn:Association': { associationDirection: ['None', 'One', 'Both'] },
  'bpmn:ItemDefinition': { itemKind: ['Physical', 'Information'] },
};

const attributeValues: Rule<'attribute.value-wrong'> = {
  name: 'attribute.value-wrong',
  level: 'warning',
  on: Object.keys(listed),
  check: (element) => {
    for (const [attribute, values] of Object.entries(listed[element.$type] ?? {})) {
      const value = textOf(element, attribute);
      if (value === undefined || values.includes(value)) continue;
      const place = element.id === undefined ? parentOf(element) : element;
      return { holder: called(place), attribute, value, values };
    }
    return undefined;
  },
};

/** Rules about what elements refer to and which words their attributes take (BPMN 2.0.2, 8.2 and the XML schemas). */
export const referenceRules: readonly Rule[] = [wrongKind, associationEnds, attributeValues];
