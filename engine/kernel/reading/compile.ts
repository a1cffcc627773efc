import type { Decisions } from '../../rules/decision.ts';
import { elementsOf, idOf } from '../../rules/moddle.ts';
import type { ModdleElement } from '../../rules/moddle.ts';
import { readDecisionFiles } from '../../rules/read-decisions.ts';
import { adviseOn, checkDefinitions } from './checks/definitions.ts';
import { checkExpressions } from './checks/program-expressions.ts';
import { checkProgram } from './checks/program.ts';
import { checkText } from './checks/text.ts';
import { asDrawn, asStrict, hasErrors } from '../findings.ts';
import { link } from './link.ts';
import type { Program } from '../program.ts';
import { readProcess } from './read-process.ts';
import { readXml, type ReadXml } from './read-xml.ts';
import { readSurroundings } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';
import { errorAt } from '../../findings/finding.ts';
import type { Finding } from '../../findings/finding.ts';

/** A DMN file beside the diagram. */
export interface DecisionFile {
  readonly file: string;
  readonly xml: string;
}

/** What the diagram needs beside itself. */
export interface CompileOptions {
  readonly decisions: readonly DecisionFile[];
  /** The process to run when the file holds several; else its only, or its first executable, one. */
  readonly processId?: string;
  /**
   * The diagram as an analyst has drawn it so far: what is not filled in yet (jobs, messages, conditions, times) is a
   * warning and something stands for it, so that the diagram can be tried out.
   */
  readonly isDraft?: boolean;
  /**
   * The diagram has to keep to the letter of the standard, as one that is published has to: expressions that are not
   * declared formal, flows that one end does not list, elements without a way in or out and starts without an end are
   * errors. Otherwise they are warnings and the diagram is run, as other engines do.
   */
  readonly isStrict?: boolean;
}

/** The program, unless a finding of level `error` keeps the diagram from being run; and all findings. */
export interface Compiled {
  readonly program?: Program;
  readonly findings: readonly Finding[];
}

/** The programs of all processes of a file, by their order in it; none when any finding is an error. */
export interface CompiledFile {
  readonly programs: readonly Program[];
  readonly findings: readonly Finding[];
}

/**
 * Makes a program of a BPMN diagram (2.0.2) and its decision tables. Never throws for a bad diagram: everything that
 * keeps it from being run is a finding with the element's id.
 */
export async function compile(xml: string, options: CompileOptions): Promise<Compiled> {
  const opened = { ...(await readXml(xml)), xml };
  const { programs, findings } = await compileChosen(opened, options, (processes) => {
    const chosen =
      options.processId === undefined
        ? processes.find(({ isExecutable }) => isExecutable === true)
        : processes.find((process) => idOf(process) === options.processId);
    return chosen === undefined ? [] : [chosen];
  });
  const [program] = programs;
  return program === undefined ? { findings } : { program, findings };
}

/**
 * Makes programs of all executable processes of a file, which call, message or signal each other; of a draft, of all
 * processes that hold anything.
 */
export async function compileFile(xml: string, options: CompileOptions): Promise<CompiledFile> {
  return compileOpened({ ...(await readXml(xml)), xml }, options);
}

/** A file that was read elsewhere, or a model that somebody draws at this moment. */
export interface OpenedFile extends ReadXml {
  /** The text that was read; absent for a model that is drawn. */
  readonly xml?: string;
}

/** Like `compileFile`, of what is open already: nothing is parsed. */
export async function compileOpened(opened: OpenedFile, options: CompileOptions): Promise<CompiledFile> {
  return compileChosen(opened, options, allOf(options));
}

type Choice = (processes: readonly ModdleElement[]) => readonly ModdleElement[];

function allOf({ isDraft }: CompileOptions): Choice {
  return (processes) =>
    processes.filter((process) =>
      isDraft === true ? elementsOf(process, 'flowElements').length > 0 : process.isExecutable === true,
    );
}

async function compileChosen(opened: OpenedFile, options: CompileOptions, choose: Choice): Promise<CompiledFile> {
  const { definitions, findings: reading, xml } = opened;
  if (definitions === undefined) return { programs: [], findings: reading };
  const processes = elementsOf(definitions, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process');
  const chosen = choose(processes);
  const { decisions, findings: deciding } = await readDecisionFiles(options.decisions);
  const around = readSurroundings(definitions);
  const read = chosen.map((process) => compileProcess(process, around, decisions));
  const missing = chosen.length === 0 ? [noProcess(options.processId)] : [];
  const idle = chosen.filter(({ isExecutable }) => isExecutable !== true).map(notMarked);
  const drawn = options.isDraft === true ? idle : [];
  const all = [...reading, ...missing, ...deciding, ...drawn, ...read.flatMap(({ findings }) => findings)];
  const { isStrict = false } = options;
  const written = xml === undefined ? [] : checkText(xml);
  const rest = [...written, ...checkDefinitions(definitions, isStrict)].filter((finding) => !isSaid(finding, all));
  const findings = [
    ...all.map((finding) => weighed(finding, options)),
    ...rest.map((each) => formal(each, options)),
    ...adviseOn(definitions),
  ];
  return { programs: hasErrors(findings) ? [] : read.map(({ program }) => program), findings };
}

function weighed(finding: Finding, { isDraft, isStrict }: CompileOptions): Finding {
  if (isDraft === true) return asDrawn(finding);
  return isStrict === true ? asStrict(finding) : finding;
}

// What has been said of an element once is not said again.
function isSaid({ rule, elementId }: Finding, said: readonly Finding[]): boolean {
  return said.some((other) => other.elementId === elementId && other.rule === rule);
}

// What breaks the letter of the standard is refused when it is published.
function formal(finding: Finding, options: CompileOptions): Finding {
  const { level, ...rest } = weighed(finding, options);
  return options.isDraft === true && level === 'warning'
    ? { ...rest, level, keepsFromPublishing: true }
    : { ...rest, level };
}

function compileProcess(process: ModdleElement, around: Surroundings, decisions: Decisions) {
  const graph = readProcess(process, around);
  const program = link(process, graph, decisions);
  const checks = [...checkProgram(program, graph), ...checkExpressions(program), ...checkDecisions(program)];
  return { program, findings: [...graph.findings, ...checks] };
}

function notMarked(process: ModdleElement): Finding {
  return errorAt(idOf(process), 'process.not-executable');
}

function noProcess(processId: string | undefined): Finding {
  return errorAt(undefined, 'process.missing', processId === undefined ? {} : { process: processId });
}

function checkDecisions(program: Program): readonly Finding[] {
  return Object.values(program.nodes).flatMap(({ id, work }) => {
    if (work?.type !== 'decision' || program.decisions[work.decisionId]) return [];
    return [errorAt(id, 'decision.unknown', { decision: work.decisionId })];
  });
}
