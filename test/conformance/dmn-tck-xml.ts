import { textOf } from './files.ts';

/** An element of an XML file, its name without prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** The elements of the well-formed XML in which the kit's tests are written: no processing, no entities of its own. */
export function readXmlTree(xml: string): XmlElement {
  const root: OpenElement = { name: '', attributes: {}, children: [], text: '' };
  const open: OpenElement[] = [root];
  const pattern =
    /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|[^<]+/g;
  for (const [whole, closing, name, attributes = '', empty] of xml.matchAll(pattern)) {
    const parent = open.at(-1) ?? root;
    if (name === undefined) parent.text += whole.startsWith('<') ? '' : whole;
    else if (closing === '/') open.pop();
    else add(parent, open, { element: begin(name, attributes), isEmpty: empty === '/' });
  }
  const [top] = root.children;
  if (top === undefined) throw new Error('The file holds no element.');
  return top;
}

/** The children of an element with a name. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

function add(parent: OpenElement, open: OpenElement[], added: { element: OpenElement; isEmpty: boolean }): void {
  parent.children.push(added.element);
  if (!added.isEmpty) open.push(added.element);
}

function begin(name: string, attributes: string): OpenElement {
  const pairs = [...attributes.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
    ([, key = '', double, single]) => [key, textOf(double ?? single ?? '')] as const,
  );
  return { name: name.replace(/^.*:/, ''), attributes: Object.fromEntries(pairs), children: [], text: '' };
}
