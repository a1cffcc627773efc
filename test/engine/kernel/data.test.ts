import { describe, expect, it } from 'vitest';
import { end, path, process, raw, start, userTask } from '../../support/bpmn.ts';
import { begin, complete, programOf, waitAt } from '../../support/instance.ts';

const reading =
  '<bpmn:ioSpecification><bpmn:dataInput id="in" name="letter"/><bpmn:dataOutput id="out" name="reply"/>' +
  '<bpmn:inputSet><bpmn:dataInputRefs>in</bpmn:dataInputRefs></bpmn:inputSet>' +
  '<bpmn:outputSet><bpmn:dataOutputRefs>out</bpmn:dataOutputRefs></bpmn:outputSet></bpmn:ioSpecification>' +
  '<bpmn:dataInputAssociation id="ia"><bpmn:sourceRef>request</bpmn:sourceRef><bpmn:targetRef>in</bpmn:targetRef></bpmn:dataInputAssociation>' +
  '<bpmn:dataOutputAssociation id="oa"><bpmn:sourceRef>out</bpmn:sourceRef><bpmn:targetRef>answer</bpmn:targetRef></bpmn:dataOutputAssociation>';
const xml = process(
  'p',
  raw('<bpmn:property id="note" name="note"/>'),
  start('s'),
  raw(`<bpmn:userTask id="a">${reading}</bpmn:userTask>`),
  end('e'),
  raw(
    '<bpmn:dataObject id="requestObject" name="request"/><bpmn:dataObjectReference id="request" dataObjectRef="requestObject"/>',
  ),
  raw(
    '<bpmn:dataObject id="answerObject" name="answer"/><bpmn:dataObjectReference id="answer" dataObjectRef="answerObject"/>',
  ),
  ...path('s', 'a', 'e'),
);

describe('data of a process', () => {
  it('is declared by properties and data objects in use', async () => {
    expect(begin(await programOf(xml)).move.variables).toEqual({ note: null, request: null, answer: null });
  });

  it('goes into an activity and out of it', async () => {
    const begun = begin(await programOf(xml), { request: 'please' });
    expect(waitAt(begun, 'a')).toMatchObject({ input: { letter: 'please' } });
    const done = complete(begun, 'a', { reply: 'yes', pages: 2 });
    expect(done.move.variables).toEqual({ note: null, request: 'please', answer: 'yes', pages: 2 });
  });

  it('that is not given is not copied', async () => {
    const done = complete(begin(await programOf(xml), { answer: 'kept' }), 'a');
    expect(done.move.variables).toMatchObject({ answer: 'kept' });
  });

  it('of a sub-process ends with it', async () => {
    const inside = [start('is'), userTask('b'), end('ie'), ...path('is', 'b', 'ie')].map((piece) => piece.xml).join('');
    const program = await programOf(
      process(
        'p',
        start('s'),
        raw(`<bpmn:subProcess id="sub"><bpmn:property id="local" name="local"/>${inside}</bpmn:subProcess>`),
        end('e'),
        ...path('s', 'sub', 'e'),
      ),
    );
    expect(complete(begin(program), 'b', { local: 1, shared: 2 }).move.variables).toEqual({ shared: 2 });
  });
});
