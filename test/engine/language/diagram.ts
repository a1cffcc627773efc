import { readXml } from '../../../engine/kernel/reading/read-xml.ts';
import { descriptorOf } from '../../../engine/language/descriptor.ts';
import type { Extension } from '../../../engine/language/extension.ts';
import { extensions } from '../../../engine/language/extensions.ts';
import { readFacts, type DiagramFacts } from '../../../engine/language/read-facts.ts';

/** What a dialect, ours unless told, says in the XML of a diagram. */
export const factsIn = async (xml: string, dialect: readonly Extension[] = extensions): Promise<DiagramFacts> =>
  readFacts(await readXml(xml, { iter: descriptorOf(dialect) }), dialect);

/** A diagram of one process whose parts can be replaced; the extension elements stand where a case needs them. */
export interface Parts {
  readonly process?: string;
  readonly userTask?: string;
  readonly sendTask?: string;
  readonly timer?: string;
  readonly message?: string;
  readonly lane?: string;
}

/** The term that a diagram declares unless told. */
export const term = '<iter:term id="risposta" label="Risposta" days="30" ground="L. 241/1990, art. 2" main="true" />';

const inside = (content: string) => `<bpmn:extensionElements>${content}</bpmn:extensionElements>`;

/** The XML of the diagram. */
export function diagram(parts: Parts): string {
  const { process = term, userTask = '', timer = '', message = '', lane = '' } = parts;
  const sendTask =
    parts.sendTask ?? '<zeebe:taskDefinition type="send-notice" /><iter:notice template="avviso" to="applicant" />';
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:iter="urn:iter:bpmn:1" targetNamespace="urn:test">
  <bpmn:process id="prova" name="Prova" isExecutable="true">
    ${inside(process)}
    <bpmn:laneSet id="lanes"><bpmn:lane id="office">${inside(lane)}</bpmn:lane></bpmn:laneSet>
    <bpmn:startEvent id="start">${inside('<zeebe:formDefinition formId="domanda" />')}</bpmn:startEvent>
    <bpmn:subProcess id="examination">
      <bpmn:userTask id="check">${inside(userTask)}</bpmn:userTask>
    </bpmn:subProcess>
    <bpmn:boundaryEvent id="late" attachedToRef="examination">${inside(timer)}<bpmn:timerEventDefinition><bpmn:timeDuration>P30D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
    <bpmn:boundaryEvent id="withdrawal" attachedToRef="examination">${inside(message)}<bpmn:messageEventDefinition messageRef="m" /></bpmn:boundaryEvent>
    <bpmn:sendTask id="tell">${inside(sendTask)}</bpmn:sendTask>
  </bpmn:process>
  <bpmn:message id="m" name="withdrawal" />
</bpmn:definitions>`;
}
