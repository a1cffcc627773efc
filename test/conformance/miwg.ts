import { join } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';
import { compileFile } from '../../engine/kernel/compile.ts';
import { zeebeDescriptor } from '../../engine/kernel/zeebe.ts';
import { readJsonFile, readXmlFile } from './files.ts';
import type { CaseOutcome, Suite } from './suite.ts';

interface InterchangeCase {
  readonly id: string;
  readonly file: string;
  readonly modelElements: Readonly<Record<string, number>>;
  readonly diagram: Readonly<Record<string, number>>;
  readonly elementsWithId: number;
  readonly foreignNamespaces: readonly string[];
}

/** Models drawn with other tools: read and written again they keep everything, and they compile or say what is missing. */
export const miwg: Suite = {
  name: 'miwg',
  async *run(dir) {
    const { cases } = await readJsonFile<{ readonly cases: readonly InterchangeCase[] }>(join(dir, 'miwg/manifest.json'));
    for (const each of cases) yield await runCase(join(dir, 'miwg'), each);
  },
};

async function runCase(dir: string, expected: InterchangeCase): Promise<CaseOutcome> {
  const xml = await readXmlFile(join(dir, expected.file));
  const moddle = new BpmnModdle({ zeebe: zeebeDescriptor });
  const { rootElement, warnings } = await moddle.fromXML(xml);
  const written = (await moddle.toXML(rootElement, { format: true })).xml;
  const { programs, findings } = await compileFile(xml, { decisions: [] });
  const isSilent = programs.length === 0 && findings.every(({ message }) => message === '');
  const reasons = [
    ...warnings.map((warning) => `lettura: ${String(Object(warning).message)}`),
    ...differences(xml, written, expected),
    ...(isSilent ? ['rifiutato senza dire perché'] : []),
  ];
  return reasons.length === 0 ? { id: expected.id, passed: true } : { id: expected.id, passed: false, reason: reasons.join('; ') };
}

function differences(before: string, after: string, expected: InterchangeCase): readonly string[] {
  const counts = Object.entries({ ...expected.modelElements, ...expected.diagram }).flatMap(([name, count]) => {
    const [was, is] = [countOf(before, name), countOf(after, name)];
    return was === is ? [] : [`${name}: ${is} invece di ${count} (nel file ${was})`];
  });
  const kept = new Set(idsOf(after));
  const lost = idsOf(before).filter((id) => !kept.has(id));
  const foreign = expected.foreignNamespaces.filter((uri) => contentIn(before, uri) !== contentIn(after, uri));
  return [
    ...counts,
    ...(lost.length > 0 ? [`identificativi persi: ${lost.slice(0, 5).join(', ')}`] : []),
    ...foreign.map((uri) => `estensioni di ${uri} non conservate`),
  ];
}

function countOf(xml: string, name: string): number {
  return [...xml.matchAll(new RegExp(`<(?:[\\w-]+:)?${name}[\\s/>]`, 'g'))].length;
}

function idsOf(xml: string): readonly string[] {
  return [...xml.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id);
}

// How many elements and attributes of a namespace there are, whatever its prefix.
function contentIn(xml: string, uri: string): number {
  const prefixes = [...xml.matchAll(/xmlns:([\w-]+)="([^"]*)"/g)].filter(([, , each]) => each === uri).map(([, prefix]) => prefix);
  return [...new Set(prefixes)].reduce((sum, prefix) => {
    return sum + [...xml.matchAll(new RegExp(`[<\\s]${prefix}:[\\w-]+[\\s=/>]`, 'g'))].length;
  }, 0);
}
