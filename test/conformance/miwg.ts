import { join } from 'node:path';
import { compileFile } from '../../engine/kernel/reading/compile.ts';
import { readForInterchange } from '../../engine/kernel/reading/interchange.ts';
import { readJsonFile, readXmlFile } from './files.ts';
import type { CaseOutcome, Suite } from './suite.ts';
import { inItalian } from '../support/findings.ts';

interface InterchangeCase {
  readonly id: string;
  readonly file: string;
  readonly modelElements: Readonly<Record<string, number>>;
  readonly diagram: Readonly<Record<string, number>>;
  readonly elementsWithId: number;
  readonly foreignNamespaces: readonly string[];
}

/**
 * Models drawn with other tools: read and written again they keep everything, and they compile or say what is missing.
 */
export const miwg: Suite = {
  name: 'miwg',
  async *run(dir) {
    const { cases } = await readJsonFile<{ readonly cases: readonly InterchangeCase[] }>(
      join(dir, 'miwg/manifest.json'),
    );
    for (const each of cases) yield await runCase(join(dir, 'miwg'), each);
  },
};

async function runCase(dir: string, expected: InterchangeCase): Promise<CaseOutcome> {
  const xml = await readXmlFile(join(dir, expected.file));
  const model = await readForInterchange(xml);
  const written = await model.write();
  const { programs, findings } = await compileFile(xml, { decisions: [] });
  const isSilent = programs.length === 0 && inItalian(findings).every((sentence) => sentence === '');
  const reasons = [
    ...model.complaints.map((complaint) => `lettura: ${complaint}`),
    ...differences(xml, written, expected),
    ...(isSilent ? ['rifiutato senza dire perché'] : []),
  ];
  return reasons.length === 0
    ? { id: expected.id, passed: true }
    : { id: expected.id, passed: false, reason: reasons.join('; ') };
}

function differences(before: string, after: string, expected: InterchangeCase): readonly string[] {
  const counts = Object.entries({ ...expected.modelElements, ...expected.diagram }).flatMap(([name, count]) => {
    const [was, is] = [countOf(before, name), countOf(after, name)];
    return was === is ? [] : [`${name}: ${is} invece di ${count} (nel file ${was})`];
  });
  const kept = new Set(idsOf(after));
  const lost = idsOf(before).filter((id) => !kept.has(id));
  const foreign = expected.foreignNamespaces.filter((uri) => !isKept(before, after, uri));
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

// Whether the elements and attributes of a namespace are still there; on its own elements the prefix may go.
function isKept(before: string, after: string, uri: string): boolean {
  const prefixes = [...before.matchAll(/xmlns:([\w-]+)="([^"]*)"/g)].filter(([, , each]) => each === uri);
  return prefixes.every(([, prefix = '']) => {
    const elements = new RegExp(`<${prefix}:[\\w-]+`, 'g');
    const attributes = [...before.matchAll(new RegExp(`\\s${prefix}:([\\w-]+)=`, 'g'))].map(([, name = '']) => name);
    const hasAttribute = (name: string) => new RegExp(`\\s(?:${prefix}:)?${name}=`).test(after);
    return before.match(elements)?.length === after.match(elements)?.length && attributes.every(hasAttribute);
  });
}
