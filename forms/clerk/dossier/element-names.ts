const bpmn = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const step = /(^task|Task|Event|callActivity|[sS]ubProcess)$/;

/**
 * Gives the names of the steps of a BPMN diagram by element id, in the order of the document; unnamed ones are left
 * out.
 */
export function elementNames(xml: string): Readonly<Record<string, string>> {
  const elements = [...new DOMParser().parseFromString(xml, 'text/xml').getElementsByTagNameNS(bpmn, '*')];
  return Object.fromEntries(
    elements
      .filter(({ localName }) => step.test(localName))
      .map((element) => [element.getAttribute('id') ?? '', element.getAttribute('name') ?? ''] as const)
      .filter(([id, name]) => id !== '' && name !== ''),
  );
}
