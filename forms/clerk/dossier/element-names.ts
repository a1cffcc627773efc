const bpmn = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const zeebe = 'http://camunda.org/schema/zeebe/1.0';
const step = /(^task|Task|Event|callActivity|[sS]ubProcess)$/;

/**
 * Gives the names of the steps of a BPMN diagram by element id, in the order of the document; unnamed ones are left
 * out.
 */
export function elementNames(xml: string): Readonly<Record<string, string>> {
  const elements = elementsOf(xml, bpmn, '*');
  return Object.fromEntries(
    elements
      .filter(({ localName }) => step.test(localName))
      .map((element) => [element.getAttribute('id') ?? '', element.getAttribute('name') ?? ''] as const)
      .filter(([id, name]) => id !== '' && name !== ''),
  );
}

/** Gives the process that each call activity of a BPMN diagram calls, by element id. */
export function calledProcesses(xml: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    elementsOf(xml, zeebe, 'calledElement').map((called) => [
      called.closest('callActivity')?.getAttribute('id') ?? '',
      called.getAttribute('processId') ?? '',
    ]),
  );
}

const elementsOf = (xml: string, namespace: string, name: string): readonly Element[] => [
  ...new DOMParser().parseFromString(xml, 'text/xml').getElementsByTagNameNS(namespace, name),
];
