import { awaiting, only, side, task, to } from './parts.ts';
import type { StandardCase } from './parts.ts';

/** A gateway `a` with so many flows in and out, which says in which direction it is. */
function directed(enters: number, leaves: number, direction: string): string {
  const into = Array.from(
    { length: enters },
    (_, index) => task(`i${index}`) + to('s', `i${index}`) + to(`i${index}`, 'a'),
  );
  const out = Array.from(
    { length: leaves },
    (_, index) => task(`o${index}`) + to('a', `o${index}`) + to(`o${index}`, 'e'),
  );
  const said = direction === '' ? '' : `gatewayDirection="${direction}"`;
  return only(
    `<bpmn:startEvent id="s"/><bpmn:inclusiveGateway id="a" ${said}/>${into.join('')}${out.join('')}<bpmn:endEvent id="e"/>`,
  );
}

/** Gateways and what stands after them. */
export const gatewayCases: readonly StandardCase[] = [
  {
    ...{
      fact: 'an event gateway that begins in the wrong place',
      rule: 'gateway.start-wrong',
      at: 'a',
      level: 'warning',
    },
    wrong: [
      awaiting('instantiate="true"', '', to('s', 'a') + to('a', 'x') + to('a', 'y')),
      awaiting('eventGatewayType="Parallel"', '', to('s', 'a') + to('a', 'x') + to('a', 'y')),
    ],
    right: [
      awaiting('', '', to('s', 'a') + to('a', 'x') + to('a', 'y')),
      awaiting('instantiate="true" eventGatewayType="Parallel"', '', to('s', 'e') + to('a', 'x') + to('a', 'y')),
    ],
  },
  {
    ...{
      fact: 'two ways of receiving after an event gateway',
      rule: 'gateway.receivers-mixed',
      at: 'a',
      level: 'error',
    },
    wrong: [
      awaiting(
        '',
        `<bpmn:receiveTask id="r" messageRef="m1"/>${to('r', 'e')}`,
        to('s', 'a') + to('a', 'x') + to('a', 'r'),
      ),
    ],
    right: [
      awaiting('', '', to('s', 'a') + to('a', 'x') + to('a', 'y')),
      awaiting(
        '',
        `<bpmn:receiveTask id="r" messageRef="m1"/>${to('r', 'e')}<bpmn:intermediateCatchEvent id="t">${side}</bpmn:intermediateCatchEvent>${to('t', 'e')}`,
        to('s', 'a') + to('a', 't') + to('a', 'r'),
      ),
    ],
  },
  {
    ...{
      fact: 'another way to an event after an event gateway',
      rule: 'gateway.event-shared',
      at: 'a',
      level: 'error',
    },
    wrong: [awaiting('', task('b') + to('b', 'x'), to('s', 'a') + to('a', 'x') + to('a', 'y'))],
    right: [awaiting('', '', to('s', 'a') + to('a', 'x') + to('a', 'y'))],
  },
  {
    ...{ fact: 'one event after an event gateway', rule: 'gateway.events-few', at: 'a', level: 'error' },
    wrong: [awaiting('', '', to('s', 'a') + to('a', 'x'))],
    right: [awaiting('', '', to('s', 'a') + to('a', 'x') + to('a', 'y'))],
  },
  {
    ...{ fact: 'a gateway whose direction is not so', rule: 'gateway.direction-wrong', at: 'a', level: 'error' },
    wrong: [
      ...[
        directed(1, 2, 'Converging'),
        directed(2, 2, 'Converging'),
        directed(2, 1, 'Diverging'),
        directed(2, 2, 'Diverging'),
      ],
      ...[directed(1, 2, 'Mixed'), directed(2, 1, 'Mixed'), directed(1, 1, 'Diverging'), directed(1, 1, 'Converging')],
    ],
    right: [
      ...[directed(2, 1, 'Converging'), directed(1, 2, 'Diverging'), directed(2, 2, 'Mixed')],
      ...[directed(1, 2, 'Unspecified'), directed(2, 1, '')],
    ],
  },
  {
    ...{ fact: 'a gateway that neither joins nor splits', rule: 'gateway.ways-few', at: 'a', level: 'warning' },
    wrong: [directed(1, 1, '')],
    right: [directed(2, 1, ''), directed(1, 2, '')],
  },
  {
    ...{ fact: 'an event gateway without events', rule: 'gateway.events-missing', at: 'a', level: 'error' },
    wrong: [awaiting('', '', to('s', 'a'))],
    right: [awaiting('', '', to('s', 'a') + to('a', 'x') + to('a', 'y'))],
  },
  {
    ...{
      fact: 'something else than an event after an event gateway',
      rule: 'gateway.event-expected',
      at: 'b',
      level: 'error',
    },
    wrong: [awaiting('', task('b') + to('b', 'e'), to('s', 'a') + to('a', 'x') + to('a', 'b'))],
    right: [awaiting('', '', to('s', 'a') + to('a', 'x') + to('a', 'y'))],
  },
];
