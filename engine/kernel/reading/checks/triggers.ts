import { elementOf, elementsOf, textOf } from '../../../rules/moddle.ts';
import type { ModdleElement } from '../../../rules/moddle.ts';
import { called, definitionsAt, flowsAt, isDefinedBy, parentOf, processOf } from './rule.ts';
import type { Rule } from './rule.ts';

const escalationCode: Rule<'escalation.code-missing'> = {
  name: 'escalation.code-missing',
  level: 'warning',
  on: ['bpmn:IntermediateThrowEvent', 'bpmn:EndEvent'],
  check: (event) => {
    if (processOf(event)?.isExecutable !== true) return undefined;
    const escalations = definitionsAt(event).filter(({ $type }) => $type === 'bpmn:EscalationEventDefinition');
    const hasCode = (each: ModdleElement) => textOf(elementOf(each, 'escalationRef'), 'escalationCode') !== undefined;
    if (escalations.every(hasCode)) return undefined;
    return {};
  },
};

const mustInterrupt: Rule<'event.must-interrupt'> = {
  name: 'event.must-interrupt',
  level: 'warning',
  on: ['bpmn:StartEvent', 'bpmn:BoundaryEvent'],
  check: (event) => {
    if (event.isInterrupting !== false && event.cancelActivity !== false) return undefined;
    const kinds = ['Error', 'Cancel', 'Compensate'].filter((kind) => isDefinedBy(event, kind));
    if (kinds.length === 0) return undefined;
    return { kinds };
  },
};

const boundaryOutgoing: Rule<'boundary.outgoing-missing'> = {
  name: 'boundary.outgoing-missing',
  level: 'warning',
  on: ['bpmn:BoundaryEvent'],
  check: (event) => {
    if (isDefinedBy(event, 'Compensate') || flowsAt(event, 'sourceRef').length > 0) return undefined;
    return {};
  },
};

const linkFlows: Rule<'link.flow-wrong'> = {
  name: 'link.flow-wrong',
  level: 'warning',
  on: ['bpmn:IntermediateThrowEvent', 'bpmn:IntermediateCatchEvent'],
  check: (event) => {
    if (!isDefinedBy(event, 'Link')) return undefined;
    const isSource = event.$type === 'bpmn:IntermediateThrowEvent';
    const [flow] = flowsAt(event, isSource ? 'sourceRef' : 'targetRef');
    if (flow !== undefined) return { because: 'jumped', flow: called(flow) };
    if (!isSource || flowsAt(event, 'targetRef').length > 0) return undefined;
    return { because: 'not-entered' };
  },
};

const linkEnds: Rule<'link.end-wrong'> = {
  name: 'link.end-wrong',
  level: 'warning',
  on: ['bpmn:LinkEventDefinition'],
  check: (link) => {
    const target = elementOf(link, 'target');
    const isKnown = target === undefined || elementsOf(target, 'source').includes(link);
    const stray = elementsOf(link, 'source').find((source) => {
      const end = elementOf(source, 'target');
      return source.$type !== 'bpmn:LinkEventDefinition' || (end !== undefined && end !== link);
    });
    if (isKnown && stray === undefined) return undefined;
    return { link: called(parentOf(link)) };
  },
};

/** Rules about what sets events off and where they lead (BPMN 2.0.2, 10.5). */
export const triggerRules: readonly Rule[] = [escalationCode, mustInterrupt, boundaryOutgoing, linkFlows, linkEnds];
