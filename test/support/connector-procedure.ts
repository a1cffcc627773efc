import type { ProcedureFiles } from '../../engine/core/procedure.ts';
import { aPortableProcedure, onKernel } from './portable-procedure.ts';

/** A task that calls a connector, as XML inside its element. */
export interface CallingTask {
  readonly type: string;
  /** `<zeebe:input … />` and `<zeebe:output … />`. */
  readonly mappings?: string;
  /** Further extension elements. */
  readonly extensions?: string;
  /** The code of the error that a boundary event `caught` catches; the way goes on behind it. */
  readonly catches?: string;
}

/** The small procedure with a task `call` between the notice of start and the examination. */
export async function procedureCalling(task: CallingTask): Promise<ProcedureFiles> {
  const files = onKernel(await aPortableProcedure());
  const drawn = files.files['procedure.bpmn'] ?? '';
  const diagram = drawn
    .replace('sourceRef="notify-start" targetRef="examination" />', 'sourceRef="notify-start" targetRef="call" />')
    .replace('<bpmn:incoming>notice-to-examination</bpmn:incoming>', incomings(task))
    .replace('<bpmn:subProcess id="examination"', `${elements(task)}<bpmn:subProcess id="examination"`)
    .replace('<bpmn:message id=', `${errorOf(task)}<bpmn:message id=`);
  return { ...files, files: { ...files.files, 'procedure.bpmn': diagram } };
}

const incomings = ({ catches }: CallingTask): string =>
  ['call-to-examination', ...(catches === undefined ? [] : ['caught-to-examination'])]
    .map((flow) => `<bpmn:incoming>${flow}</bpmn:incoming>`)
    .join('');

const errorOf = ({ catches }: CallingTask): string =>
  catches === undefined ? '' : `<bpmn:error id="foreseen" name="${catches}" errorCode="${catches}" />`;

function elements({ type, mappings = '', extensions = '', catches }: CallingTask): string {
  const boundary = `<bpmn:boundaryEvent id="caught" attachedToRef="call">
      <bpmn:outgoing>caught-to-examination</bpmn:outgoing><bpmn:errorEventDefinition errorRef="foreseen" />
    </bpmn:boundaryEvent>
    <bpmn:sequenceFlow id="caught-to-examination" sourceRef="caught" targetRef="examination" />`;
  return `<bpmn:serviceTask id="call" name="Chiedi">
      <bpmn:extensionElements>
        <zeebe:taskDefinition type="${type}" />
        ${mappings === '' ? '' : `<zeebe:ioMapping>${mappings}</zeebe:ioMapping>`}
        ${extensions}
      </bpmn:extensionElements>
      <bpmn:incoming>notice-to-examination</bpmn:incoming><bpmn:outgoing>call-to-examination</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:sequenceFlow id="call-to-examination" sourceRef="call" targetRef="examination" />
    ${catches === undefined ? '' : boundary}`;
}
