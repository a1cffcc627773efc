import { end, flow, gateway, path, process as bpmnProcess, start as startEvent, userTask } from '../../support/bpmn.ts';

/** A process of 20 elements: twelve user tasks, a choice by a condition and a parallel part. */
export const xml = bpmnProcess(
  'p',
  startEvent('s'),
  ...Array.from({ length: 12 }, (_, index) => userTask(`t${index + 1}`)),
  gateway('exclusiveGateway', 'choose', 'choose-t5'),
  gateway('exclusiveGateway', 'merge'),
  gateway('parallelGateway', 'fork'),
  gateway('parallelGateway', 'join'),
  end('e'),
  ...path('s', 't1', 't2', 't3', 'choose'),
  flow('choose', 't4', '= amount > 1000 and kind = "a"'),
  flow('choose', 't5'),
  ...path('t4', 'merge'),
  ...path('t5', 'merge', 't6', 'fork', 't7', 't8', 'join', 't9', 't10', 't11', 't12', 'e'),
  ...path('fork', 'join'),
);

/** What it runs with. */
export const amounts = { amount: 2000, kind: 'a', applicant: { name: 'Ada', vatNumber: null } };

/** The same for bpmn-engine, whose conditions are its own expressions; the choice goes the same way. */
export const engineXml = xml.replace(
  /<bpmn:conditionExpression>[\s\S]*?<\/bpmn:conditionExpression>/,
  () =>
    '<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${environment.variables.amount}</bpmn:conditionExpression>',
);
