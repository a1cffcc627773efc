import { elementOf, elementsOf } from '../../../rules/moddle.ts';
import type { ModdleElement } from '../../../rules/moddle.ts';
import { called, isDefinedBy, parentOf } from './rule.ts';
import type { Rule } from './rule.ts';

// A cancelled transaction without an event that catches it goes on as if it had succeeded.
const cancelUncaught: Rule<'transaction.cancel-uncaught'> = {
  name: 'transaction.cancel-uncaught',
  level: 'warning',
  on: ['bpmn:Transaction'],
  check: (block) => {
    const cancel = cancelsIn(block)[0];
    const border = elementsOf(parentOf(block), 'flowElements').filter(
      (each) => each.$type === 'bpmn:BoundaryEvent' && elementOf(each, 'attachedToRef') === block,
    );
    if (cancel === undefined || border.some((event) => isDefinedBy(event, 'Cancel'))) return undefined;
    return { event: called(cancel) };
  },
};

// A transaction inside cancels itself, not the one around it.
function cancelsIn(block: ModdleElement): readonly ModdleElement[] {
  return elementsOf(block, 'flowElements').flatMap((each) => {
    if (each.$type === 'bpmn:EndEvent') return isDefinedBy(each, 'Cancel') ? [each] : [];
    return each.$type === 'bpmn:Transaction' ? [] : cancelsIn(each);
  });
}

/** Gateways that send a token by one of their flows only. */
const choosing = ['bpmn:ExclusiveGateway', 'bpmn:EventBasedGateway'];

const flowTwice: Rule<'flow.twice'> = {
  name: 'flow.twice',
  level: 'warning',
  on: ['bpmn:SequenceFlow'],
  check: (flow, { leaving }) => {
    const [source, target] = [elementOf(flow, 'sourceRef'), elementOf(flow, 'targetRef')];
    if (source === undefined || target === undefined || choosing.includes(source.$type)) return undefined;
    const first = leaving.get(source)?.find((each) => elementOf(each, 'targetRef') === target);
    if (first === undefined || first === flow) return undefined;
    return { source: called(source), target: called(target), first: called(first) };
  },
};

/** Types of document that the standard names for an import (BPMN 2.0.2, table 8.1). */
const importTypes = [
  'http://www.w3.org/2001/XMLSchema',
  'http://www.w3.org/TR/wsdl20/',
  'http://www.omg.org/spec/BPMN/20100524/MODEL',
];

const importUnread: Rule<'import.unread'> = {
  name: 'import.unread',
  level: 'warning',
  on: ['bpmn:Import'],
  check: ({ importType, location }) => {
    const type = String(importType);
    return { location: String(location), ...(importTypes.includes(type) ? {} : { unknownType: type }) };
  },
};

/**
 * What the standard allows and hardly anybody means: it stays a warning also where a diagram has to keep to the letter
 * of the standard.
 */
export const advice: readonly Rule[] = [cancelUncaught, flowTwice, importUnread];
