import { around, beside, caught, data, items, messages, on, only, side, task, timed, timer, to } from './parts.ts';
import type { StandardCase } from './parts.ts';

const carrying = (kind: string, item: string, top: string): string =>
  around(
    `<bpmn:intermediateCatchEvent id="a">${data('dataOutput', 'd', item)}<bpmn:${kind}EventDefinition ${kind}Ref="x"/></bpmn:intermediateCatchEvent>`,
    items + top,
  );

const throwing = (item: string): string =>
  around(
    `<bpmn:intermediateThrowEvent id="a">${data('dataInput', 'd', item)}<bpmn:escalationEventDefinition escalationRef="x"/></bpmn:intermediateThrowEvent>`,
    `${items}<bpmn:escalation id="x" name="x" escalationCode="x" structureRef="one"/>`,
  );

const link = (type: string, id: string, name: string): string =>
  `<bpmn:${type} id="${id}"><bpmn:linkEventDefinition name="${name}"/></bpmn:${type}>`;

const jump = (from: string, into: string): string =>
  only(
    `<bpmn:startEvent id="s"/>${link('intermediateThrowEvent', 'out', from)}${link('intermediateCatchEvent', 'in', into)}` +
      `<bpmn:endEvent id="e"/>${to('s', 'out')}${to('in', 'e')}`,
  );

const handled = (handler: string, association: string): string =>
  around(
    `${task('a')}<bpmn:boundaryEvent id="b" attachedToRef="a"><bpmn:compensateEventDefinition/></bpmn:boundaryEvent>${handler}${association}`,
  );

const associated = '<bpmn:association id="to-u" sourceRef="b" targetRef="u"/>';
/** Events, links and timers. */
export const eventCases: readonly StandardCase[] = [
  {
    ...{
      fact: 'a compensation event without its handler',
      rule: 'boundary.compensation-handler',
      at: 'b',
      level: 'error',
    },
    wrong: [
      handled('', ''),
      handled('<bpmn:userTask id="u"/>', associated),
      handled(
        '<bpmn:userTask id="u" isForCompensation="true"/><bpmn:userTask id="v" isForCompensation="true"/>',
        `${associated}<bpmn:association id="to-v" sourceRef="b" targetRef="v"/>`,
      ),
    ],
    right: [handled('<bpmn:userTask id="u" isForCompensation="true"/>', associated), beside(side)],
  },
  {
    ...{ fact: 'a link to which nothing leads', rule: 'link.source-missing', at: 'in', level: 'error' },
    wrong: [jump('elsewhere', 'here')],
    right: [jump('here', 'here')],
  },
  {
    ...{ fact: 'a link that leads nowhere', rule: 'link.target-missing', at: 'out', level: 'error' },
    // The second has no name, as a message that is caught has none: that makes it no end of the link.
    wrong: [
      jump('elsewhere', 'here'),
      only(`${link('intermediateThrowEvent', 'out', '')}${caught('in', 'm1')}`, messages),
    ],
    right: [jump('here', 'here')],
  },
  {
    ...{ fact: 'a link with a flow that it does not need', rule: 'link.flow-wrong', at: 'out', level: 'warning' },
    wrong: [
      jump('here', 'here').replace(to('in', 'e'), to('in', 'e') + to('out', 'e')),
      jump('here', 'here').replace(to('s', 'out'), to('s', 'e')),
    ],
    right: [jump('here', 'here')],
  },
  {
    ...{ fact: 'a link that a flow enters', rule: 'link.flow-wrong', at: 'in', level: 'warning' },
    wrong: [jump('here', 'here').replace(to('in', 'e'), to('in', 'e') + to('s', 'in'))],
    right: [jump('here', 'here')],
  },
  {
    ...{ fact: 'a timer that says twice when it is', rule: 'timer.time-ambiguous', at: 'a', level: 'error' },
    wrong: [
      timer(timed('timeDate', '2026-03-02T09:00:00Z') + timed('timeDuration', 'P1D')),
      timer(timed('timeDuration', 'P1D') + timed('timeCycle', 'R/P1D')),
    ],
    right: [
      timer(timed('timeDate', '2026-03-02T09:00:00Z')),
      timer(timed('timeDuration', 'P1D')),
      timer(timed('timeCycle', 'R/P1D')),
    ],
  },
  {
    ...{ fact: 'data of an event of another type than it carries', rule: 'event.data-wrong', at: 'a', level: 'error' },
    wrong: [
      carrying('message', 'two', '<bpmn:message id="x" name="x" itemRef="one"/>'),
      carrying('message', 'two', '<bpmn:message id="x" name="x"/>'),
      carrying('signal', 'two', '<bpmn:signal id="x" name="x" structureRef="one"/>'),
      throwing('two'),
    ],
    right: [
      carrying('message', 'one', '<bpmn:message id="x" name="x" itemRef="one"/>'),
      carrying('message', 'same', '<bpmn:message id="x" name="x" itemRef="one"/>'),
      carrying('signal', 'one', '<bpmn:signal id="x" name="x" structureRef="one"/>'),
      throwing('same'),
      around(
        `<bpmn:intermediateCatchEvent id="a">${data('dataOutput', 'd', 'one')}${side}</bpmn:intermediateCatchEvent>`,
        items,
      ),
    ],
  },
  {
    ...{ fact: 'data of an error of another type than it carries', rule: 'event.data-wrong', at: 'b', level: 'error' },
    wrong: [
      beside(`${data('dataOutput', 'd', 'two')}<bpmn:errorEventDefinition errorRef="x"/>`).replace(
        '</bpmn:definitions>',
        `${items}<bpmn:error id="x" errorCode="x" structureRef="one"/></bpmn:definitions>`,
      ),
    ],
    right: [
      beside(`${data('dataOutput', 'd', 'one')}<bpmn:errorEventDefinition errorRef="x"/>`).replace(
        '</bpmn:definitions>',
        `${items}<bpmn:error id="x" errorCode="x" structureRef="one"/></bpmn:definitions>`,
      ),
    ],
  },
  {
    ...{ fact: 'an escalation that does not say which', rule: 'escalation.code-missing', at: 'a', level: 'warning' },
    wrong: [
      around(on('intermediateThrowEvent', 'a', 'escalation')),
      around(
        '<bpmn:intermediateThrowEvent id="a"><bpmn:escalationEventDefinition escalationRef="x"/></bpmn:intermediateThrowEvent>',
        '<bpmn:escalation id="x" name="x"/>',
      ),
    ],
    right: [
      around(
        '<bpmn:intermediateThrowEvent id="a"><bpmn:escalationEventDefinition escalationRef="x"/></bpmn:intermediateThrowEvent>',
        '<bpmn:escalation id="x" name="x" escalationCode="x"/>',
      ),
    ],
  },
  {
    ...{ fact: 'an event that lets go on what it must end', rule: 'event.must-interrupt', at: 'b', level: 'warning' },
    wrong: [
      beside('<bpmn:errorEventDefinition/>', 'cancelActivity="false"'),
      beside('<bpmn:cancelEventDefinition/>', 'cancelActivity="false"'),
    ],
    right: [beside('<bpmn:errorEventDefinition/>'), beside(side, 'cancelActivity="false"')],
  },
  {
    ...{ fact: 'an event on a border without a way on', rule: 'boundary.outgoing-missing', at: 'b', level: 'warning' },
    wrong: [beside(side).replace(to('b', 'e'), '')],
    right: [beside(side), handled('<bpmn:userTask id="u" isForCompensation="true"/>', associated)],
  },
  {
    ...{ fact: 'an error that lets go on', rule: 'boundary.error-must-interrupt', at: 'b', level: 'error' },
    wrong: [beside('<bpmn:errorEventDefinition/>', 'cancelActivity="false"')],
    right: [beside('<bpmn:errorEventDefinition/>'), beside(side, 'cancelActivity="false"')],
  },
  {
    ...{ fact: 'an event on the border of nothing', rule: 'boundary.host-missing', at: 'b', level: 'error' },
    wrong: [beside(side).replace('attachedToRef="a"', '')],
    right: [beside(side)],
  },
  {
    ...{ fact: 'an event on the border of an event', rule: 'boundary.host-wrong', at: 'b', level: 'error' },
    wrong: [beside(side).replace('attachedToRef="a"', 'attachedToRef="s"')],
    right: [beside(side)],
  },
  {
    ...{ fact: 'an event of a kind that is not its own', rule: 'event.definition-wrong', at: 'b', level: 'error' },
    wrong: ['terminate', 'link'].map((kind) => beside(`<bpmn:${kind}EventDefinition/>`)),
    right: [beside(side), beside('<bpmn:errorEventDefinition/>'), beside('<bpmn:escalationEventDefinition/>')],
  },
  {
    ...{
      fact: 'an intermediate event of a kind that is not its own',
      rule: 'event.definition-wrong',
      at: 'a',
      level: 'error',
    },
    wrong: [around(on('intermediateCatchEvent', 'a', 'error')), around(on('intermediateThrowEvent', 'a', 'timer'))],
    right: [timer(timed('timeDuration', 'P1D')), around('<bpmn:intermediateThrowEvent id="a"/>')],
  },
  {
    ...{ fact: 'a condition event without condition', rule: 'condition.missing', at: 'a', level: 'error' },
    wrong: [around(on('intermediateCatchEvent', 'a', 'conditional'))],
    right: [
      around(
        on('intermediateCatchEvent', 'a', 'conditional').replace(
          '<bpmn:conditionalEventDefinition/>',
          '<bpmn:conditionalEventDefinition><bpmn:condition>= x = 1</bpmn:condition></bpmn:conditionalEventDefinition>',
        ),
      ),
    ],
  },
];
