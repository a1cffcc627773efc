import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { compile } from '../../engine/kernel/reading/compile.ts';
import { isAtNamedSpot } from './betsy-place.ts';
import { adaptBetsy } from './betsy-model.ts';
import { readJsonFile, readXmlFile } from './files.ts';
import type { CaseOutcome, Suite } from './suite.ts';

interface InvalidCase {
  readonly id: string;
  readonly file: string;
  readonly what: string;
}

/**
 * Models that each break one rule of the standard: they have to be refused, as when they were to be published, and at
 * the spot that the manifest names, where it does.
 */
export const betsyInvalid: Suite = {
  name: 'betsy-invalid',
  async *run(dir) {
    const manifest = join(dir, 'betsy/constraints-manifest.json');
    const { cases } = await readJsonFile<{ readonly cases: readonly InvalidCase[] }>(manifest);
    for (const each of [...cases, ...(await unlisted(join(dir, 'betsy'), cases))])
      yield await runCase(join(dir, 'betsy'), each);
  },
};

// Models that lie beside those of the manifest, from the same publication: their names say what is wrong with them.
async function unlisted(dir: string, listed: readonly InvalidCase[]): Promise<readonly InvalidCase[]> {
  const known = new Set(listed.map(({ file }) => file));
  const names = await readdir(join(dir, 'files/constraints'), { recursive: true });
  return names
    .filter((name) => name.endsWith('.bpmn'))
    .map((name) => `files/constraints/${name.replaceAll('\\', '/')}`)
    .filter((file) => !known.has(file))
    .sort()
    .map((file) => ({ id: basename(file, '.bpmn'), file, what: '' }));
}

async function runCase(dir: string, { id, file, what }: InvalidCase): Promise<CaseOutcome> {
  const xml = adaptBetsy(await readXmlFile(join(dir, file)));
  const { findings } = await compile(xml, { decisions: [], isStrict: true });
  const refusals = findings.filter(({ level, rule }) => level === 'error' && !lackOfContent.has(rule));
  if (refusals.length === 0) return { id, passed: false, reason: `accettato: ${what === '' ? file : what}` };
  // Choreographies may be refused as a whole, says the readme.
  if (/<(?:[\w-]+:)?choreography/.test(xml)) return { id, passed: true };
  const elementIds = refusals.flatMap(({ elementId }) => elementId ?? []);
  const isAtSpot = isAtNamedSpot(xml, what, elementIds);
  if (isAtSpot === undefined) return { id, passed: true };
  const reason = `rifiutato in ${elementIds.join(', ') || 'nessun elemento'}, che non è «${what}»`;
  return isAtSpot ? { id, passed: true, isAtSpot } : { id, passed: false, isAtSpot, reason };
}

// These models hold nothing but their one mistake: that they say too little to be run does not count as finding it.
const lackOfContent: ReadonlySet<string> = new Set([
  'process.missing',
  'task.job-missing',
  'script.missing',
  'script.format-missing',
  'message.missing',
]);
