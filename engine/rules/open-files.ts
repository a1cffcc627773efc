import { errorIn } from '../findings/finding.ts';
import type { Finding } from '../findings/finding.ts';
import { parseDmn } from './dmn-moddle.ts';
import { elementsOf, isElement, readXmlComplaint, textOf } from './moddle.ts';
import type { ModdleElement } from './moddle.ts';
import { readTypes } from './read-types.ts';
import type { TypeReader } from './read-types.ts';

/** A DMN file by its name, as text. */
export interface DmnText {
  readonly file: string;
  readonly xml: string;
}

/** A DMN file taken apart, with the files that it imports. */
export interface DmnFile {
  readonly file: string;
  /** The namespace of the file's own elements, which references may name. */
  readonly namespace: string;
  readonly elements: readonly ModdleElement[];
  readonly types: TypeReader;
  readonly imports: readonly DmnImport[];
}

/** An imported file. What it holds is called `name.…` in expressions; with an empty name, as in its own file. */
export interface DmnImport {
  readonly name: string;
  readonly from: DmnFile;
}

/** An element that a reference means, with the file that holds it and what it is imported as, when it is. */
export interface Referenced {
  readonly element: ModdleElement;
  readonly dmn: DmnFile;
  readonly importedAs?: string;
}

interface Parsed {
  readonly file: string;
  readonly root: ModdleElement;
  readonly namespace: string;
  readonly imports: readonly { readonly name: string; readonly namespace: string }[];
}

/**
 * Opens DMN files that may import each other (DMN 1.5, 6.3.3): which is which is told by their namespaces. A file that
 * cannot be read, an import of what no file holds, and files that import each other in a circle are findings; such
 * imports are left out.
 */
export async function openFiles(
  texts: readonly DmnText[],
): Promise<{ readonly files: readonly DmnFile[]; readonly findings: readonly Finding[] }> {
  const read = await Promise.all(texts.map(parse));
  const parsed = read.flatMap((each) => ('root' in each ? [each] : []));
  const opened = new Map<Parsed, DmnFile>();
  const findings: Finding[] = read.flatMap((each) => ('root' in each ? [] : [each]));

  function open(one: Parsed, path: readonly Parsed[]): DmnFile {
    const known = opened.get(one);
    if (known !== undefined) return known;
    const imports = one.imports.flatMap(({ name, namespace }): readonly DmnImport[] => {
      const other = parsed.find((each) => each !== one && each.namespace === namespace);
      if (other !== undefined && !path.includes(other)) return [{ name, from: open(other, [...path, one]) }];
      findings.push(
        other === undefined
          ? errorIn(one.file, 'dmn.import-missing', { namespace })
          : errorIn(one.file, 'dmn.import-circular', { other: other.file }),
      );
      return [];
    });
    const { file, root, namespace } = one;
    const elements = elementsOf(root, 'drgElement');
    const dmn: DmnFile = { file, namespace, elements, imports, types: readTypes(root, typesOf(imports)) };
    opened.set(one, dmn);
    return dmn;
  }

  const files = parsed.map((one) => open(one, []));
  return { files, findings };
}

async function parse({ file, xml }: DmnText): Promise<Parsed | Finding> {
  const root = await parseDmn(xml);
  if (!isElement(root)) return errorIn(file, 'dmn.parse', readXmlComplaint(root));
  // Schemas and PMML models may be imported too; only their types and functions would be of use, which are not
  // executed.
  const models = elementsOf(root, 'import').filter((each) => /\/DMN\//i.test(textOf(each, 'importType') ?? ''));
  const imports = models.map((each) => ({
    name: textOf(each, 'name') ?? '',
    namespace: textOf(each, 'namespace') ?? '',
  }));
  return { file, root, namespace: textOf(root, 'namespace') ?? '', imports };
}

function typesOf(imports: readonly DmnImport[]): Readonly<Record<string, TypeReader>> {
  return Object.fromEntries(imports.map(({ name, from }) => [name, from.types]));
}

/** What a reference such as `#fee` or `urn:shared#fee` means in a file; undefined when there is no such element. */
export function referenced(href: string, dmn: DmnFile): Referenced | undefined {
  const [namespace = '', id = ''] = href.includes('#') ? href.split('#') : ['', href];
  if (namespace === '' || namespace === dmn.namespace) return found(id, dmn);
  const imported = dmn.imports.find(({ from }) => from.namespace === namespace);
  const there = imported && found(id, imported.from);
  return there && (imported.name === '' ? there : { ...there, importedAs: imported.name });
}

function found(id: string, dmn: DmnFile): Referenced | undefined {
  const element = dmn.elements.find((each) => textOf(each, 'id') === id);
  return element && { element, dmn };
}
