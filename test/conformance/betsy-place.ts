/** An element of a model, with what is above it. */
interface Element {
  readonly tag: string;
  readonly id: string | undefined;
  readonly attributes: string;
  readonly ancestors: readonly Element[];
}

/**
 * Whether one of some elements is at the spot that the manifest names in words (`adHocSubProcess`, `timerEvent
 * timeCycle`, `incoming seqFlow`): an element of such a kind, what it is part of, or a flow that begins or ends there.
 * Undefined when the words name no kind of element, or none that the model has.
 */
export function isAtNamedSpot(xml: string, what: string, elementIds: readonly string[]): boolean | undefined {
  const words = what.toLowerCase().replace(/[^a-z]/g, '');
  const elements = elementsOf(xml);
  const meant = new Set(elements.filter(({ tag }) => isNamed(tag, words)).flatMap(touched));
  if (meant.size === 0) return undefined;
  const found = elements.filter(({ id }) => id !== undefined && elementIds.includes(id));
  return found.flatMap(touched).some((id) => meant.has(id));
}

function elementsOf(xml: string): readonly Element[] {
  const found: Element[] = [];
  let open: readonly Element[] = [];
  const text = xml.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g, '');
  for (const [, closing, tag = '', attributes = '', single] of text.matchAll(
    /<(\/?)(?:[\w-]+:)?([\w-]+)((?:\s[^<>]*?)?)(\/?)>/g,
  )) {
    if (closing === '/') {
      open = open.slice(0, -1);
      continue;
    }
    const element: Element = { tag, id: attributeOf(attributes, 'id'), attributes, ancestors: open };
    found.push(element);
    if (single !== '/') open = [...open, element];
  }
  return found;
}

// Words that stand for several kinds of element, or for another name of one.
const readings: readonly (readonly [words: RegExp, tags: RegExp])[] = [
  [/seqflow|sequenceflow/, /^sequenceFlow$/],
  [/pool/, /^(participant|messageFlow)$/],
  [/chor/, /^choreography/],
  [/gateway|converging|diverging/, /Gateway$/],
  [/activity|loopmarker/, /[tT]ask$|[sS]ubProcess$|^callActivity$/],
  [/callref|called|eventref/, /^(callActivity|process)$/],
  [/catch|nooutgoing/, /^(intermediateCatchEvent|boundaryEvent)$/],
  [/throw|nosource/, /^intermediateThrowEvent$/],
  [/timerref/, /^eventDefinitionRef$/],
  [/eventdef/, /^(startEvent|subProcess)$/],
  [/itemdef|inputdata|outputdata|structureref/, /^(itemDefinition|data(Input|Output|Object|Store).*|property)$/],
  [/completioncondition/, /^(adHocSubProcess|multiInstanceLoopCharacteristics)$/],
  [/uri/, /^(conditionExpression|transaction|import)$/],
];

function isNamed(tag: string, words: string): boolean {
  if (words === '') return false;
  const name = tag.toLowerCase();
  if (words.includes(name) && name !== 'process') return true;
  const event = /^(\w+)eventdefinition$/.exec(name)?.[1];
  if (event !== undefined && words.includes(event)) return true;
  return readings.some(([wanted, tags]) => wanted.test(words) && tags.test(tag));
}

const containers = ['definitions', 'process', 'collaboration'];

// What an element is told by: itself, what is around it short of the process, and what it connects.
function touched({ id, ancestors, attributes }: Element): readonly string[] {
  const around = ancestors.filter(({ tag }) => !containers.includes(tag)).map((one) => one.id);
  const ends = ['sourceRef', 'targetRef'].map((name) => attributeOf(attributes, name)?.replace(/^[\w-]+:/, ''));
  return [id, ...around, ...ends].filter((each) => each !== undefined);
}

function attributeOf(attributes: string, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1];
}
