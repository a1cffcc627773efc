import { expect, it } from 'vitest';
import { isOneOfMany } from '../../../engine/core/one-of-many.ts';
import { end, forEach, path, process, start, subProcess, userTask } from '../../support/bpmn.ts';
import { aProcedure } from '../../support/builders.ts';

const listed = (xml: string) =>
  xml.replace(
    /<\/bpmn:subProcess>$/,
    '<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="= people" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:subProcess>',
  );

it.each([
  ['alone', false],
  ['each', true],
  ['inside', true],
  ['deeper', true],
  ['nobody-drew-it', false],
])('of the tasks of a diagram %s is one of many: %s', async (task, expected) => {
  const deep = subProcess('deep', {}, userTask('deeper'));
  const many = subProcess('many', {}, userTask('inside'), deep);
  const diagram = process(
    'accesso',
    start('s'),
    userTask('alone'),
    forEach('person', '= people', userTask('each')),
    { ...many, xml: listed(many.xml) },
    end('e'),
    ...path('s', 'alone', 'each', 'many', 'e'),
  );
  expect(isOneOfMany(task, await aProcedure({ diagram }))).toBe(expected);
});
