import { around, exchanged, from, items, task } from './parts.ts';
import type { StandardCase } from './parts.ts';

const reference = (name: string): string =>
  around(
    `${task('a')}<bpmn:dataObject id="d" name="Pianta"/><bpmn:dataObjectReference id="r" name="${name}" dataObjectRef="d"><bpmn:dataState name="bozza"/></bpmn:dataObjectReference>`,
  );

const copied = (inside: string): string =>
  around(
    `<bpmn:property id="q1" itemSubjectRef="one"/><bpmn:property id="q2" itemSubjectRef="same"/><bpmn:property id="q3" itemSubjectRef="two"/>` +
      `<bpmn:task id="a">${exchanged(['one'])}<bpmn:dataInputAssociation id="da">${inside}<bpmn:targetRef>Input0</bpmn:targetRef></bpmn:dataInputAssociation></bpmn:task>`,
    items,
  );

/** Data and how it is copied. */
export const dataCases: readonly StandardCase[] = [
  {
    ...{ fact: 'a list of a type that is none', rule: 'data.collection-wrong', at: 'd', level: 'error' },
    wrong: [
      around(`${task('a')}<bpmn:dataObject id="d" isCollection="true" itemSubjectRef="one"/>`, items),
      around(
        `${task('a')}<bpmn:dataObject id="d" itemSubjectRef="list"/>`,
        '<bpmn:itemDefinition id="list" isCollection="true"/>',
      ),
    ],
    right: [
      around(
        `${task('a')}<bpmn:dataObject id="d" isCollection="true" itemSubjectRef="list"/>`,
        '<bpmn:itemDefinition id="list" isCollection="true"/>',
      ),
      around(`${task('a')}<bpmn:dataObject id="d" itemSubjectRef="one"/>`, items),
      around(`${task('a')}<bpmn:dataObject id="d" isCollection="true"/>`),
    ],
  },
  {
    ...{ fact: 'a piece of data by another name', rule: 'data.reference-name', at: 'r', level: 'error' },
    wrong: [reference('Altro')],
    right: [reference('Pianta [bozza]')],
  },
  {
    ...{ fact: 'a piece of data in no set', rule: 'data.set-missing', at: 'a', level: 'error' },
    wrong: [
      around(task('a', exchanged(['one']).replace('<bpmn:dataInputRefs>Input0</bpmn:dataInputRefs>', '')), items),
      around(
        task('a', exchanged([], ['one']).replace('<bpmn:dataOutputRefs>Output0</bpmn:dataOutputRefs>', '')),
        items,
      ),
    ],
    right: [around(task('a', exchanged(['one'], ['one'])), items)],
  },
  {
    ...{ fact: 'a piece of data optional in a set without it', rule: 'data.set-wrong', at: 'a', level: 'error' },
    wrong: [
      around(
        task(
          'a',
          exchanged(['one', 'two']).replace(
            '<bpmn:dataInputRefs>Input1</bpmn:dataInputRefs>',
            '<bpmn:optionalInputRefs>Input1</bpmn:optionalInputRefs>',
          ),
        ),
        items,
      ),
      around(
        task(
          'a',
          exchanged([], ['one', 'two']).replace(
            '<bpmn:dataOutputRefs>Output1</bpmn:dataOutputRefs>',
            '<bpmn:whileExecutingOutputRefs>Output1</bpmn:whileExecutingOutputRefs>',
          ),
        ),
        items,
      ),
    ],
    right: [
      around(
        task(
          'a',
          exchanged(['one', 'two']).replace(
            '</bpmn:inputSet>',
            '<bpmn:optionalInputRefs>Input1</bpmn:optionalInputRefs></bpmn:inputSet>',
          ),
        ),
        items,
      ),
    ],
  },
  {
    ...{ fact: 'data copied into data of another type', rule: 'data.association-wrong', at: 'da', level: 'error' },
    wrong: [copied(from('q3')), copied(from('q1') + from('q2'))],
    right: [
      copied(from('q1')),
      copied(from('q2')),
      copied(`${from('q3')}<bpmn:assignment><bpmn:from>q3</bpmn:from><bpmn:to>Input0</bpmn:to></bpmn:assignment>`),
    ],
  },
];
