import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readProcedureFolder } from '../publish/read-folder.ts';
import { portabilityOf, type Portability, type ScenarioProof } from '../publish/portability.ts';
import type { Finding } from '../findings/finding.ts';
import { findingInWords } from '../words/findings/words.ts';
import { UsageProblem, type CliCommand } from './command.ts';
import { readParameters } from './parameters.ts';

const procedures = fileURLToPath(new URL('../../procedures', import.meta.url));

/** `portability`: whether a procedure behaves the same on an independent engine. */
export const portability: CliCommand = {
  name: 'portability',
  parameters: '<procedimento o cartella> [--json]',
  summary: 'Dice se un procedimento si comporta nello stesso modo anche su bpmn-engine, e se no per quali elementi.',
  perform: async (args, { print }) => {
    const { dir, asJson } = readAsked(args);
    const report = await portabilityOf(await readProcedureFolder(dir));
    for (const line of asJson ? [JSON.stringify(report)] : linesOf(report)) print(line);
    return report.isPortable ? 0 : 1;
  },
};

function readAsked(args: readonly string[]): { readonly dir: string; readonly asJson: boolean } {
  const { values, positionals } = readParameters(args, { json: { type: 'boolean' } });
  const [name, surplus] = positionals;
  if (name === undefined) throw new UsageProblem('Manca il nome del procedimento.');
  if (surplus !== undefined) throw new UsageProblem(`Un procedimento alla volta: ${surplus} è di troppo.`);
  const dir = [`${procedures}/${name}`, name].find((each) => existsSync(`${each}/procedure.bpmn`));
  if (dir !== undefined) return { dir, asJson: values.json === true };
  throw new UsageProblem(
    `Il procedimento ${name} non c’è: serve il nome di una cartella di procedures, o un percorso.`,
  );
}

function linesOf({ procedureId, isPortable, findings, scenarios }: Portability): readonly string[] {
  return [
    `Il procedimento ${procedureId} ${isPortable ? 'è portabile' : 'non è portabile'} su bpmn-engine.`,
    ...section('Che cosa lo impedisce', findings.filter(isError).map(lineOf)),
    ...section('Da sapere', findings.filter((finding) => !isError(finding)).map(lineOf)),
    ...section(
      'Scenari',
      scenarios.map(
        ({ file, title, outcome }) => `${outcomes[outcome]}: ${title === '' ? file : `${title} (${file})`}`,
      ),
    ),
  ];
}

const outcomes: Readonly<Record<ScenarioProof['outcome'], string>> = {
  same: 'uguale',
  different: 'diverso',
  failed: 'non va come racconta nemmeno sul kernel',
  'not-played': 'non provato',
};

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)];
}

function lineOf(finding: Finding): string {
  return `${finding.elementId ?? finding.file ?? 'procedimento'}: ${findingInWords(finding, 'it')}`;
}

function isError({ level }: Finding): boolean {
  return level === 'error';
}
