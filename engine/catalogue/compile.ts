import type { ServiceCard } from '../../forms/contract/procedures.ts';
import { compileOpened } from '../kernel/reading/compile.ts';
import type { OpenedFile } from '../kernel/reading/compile.ts';
import { hasErrors } from '../kernel/findings.ts';
import type { Program } from '../kernel/program.ts';
import { readXml } from '../kernel/reading/read-xml.ts';
import { errorIn } from '../findings/finding.ts';
import type { Finding } from '../findings/finding.ts';
import { connectors as ourConnectors } from '../connect/connectors/connectors.ts';
import type { ConnectorDeclaration } from '../core/connector.ts';
import type { PartInterface, Procedure, ProcedureFiles } from '../core/procedure.ts';
import { descriptorOf } from '../language/descriptor.ts';
import type { Extension } from '../language/extension.ts';
import { extensions } from '../language/extensions.ts';
import { readFacts } from '../language/read-facts.ts';
import type { ModdleElement } from '../rules/moddle.ts';
import { withApplicant } from './applicant.ts';
import { boundFindings } from './bounds.ts';
import { caughtErrors } from './caught-errors.ts';
import { connectorFindings } from './connectors.ts';
import { crossChecks } from './cross-checks.ts';
import type { Read } from './findings.ts';
import { answerKeys } from './known-names.ts';
import { partFiles, pathInPackage, readInterface } from './read-interface.ts';
import { openEndedFindings } from './open-ended.ts';
import { stuckFindings } from './stuck.ts';
import { readApis } from './read-apis.ts';
import { readEnglish } from './read-english.ts';
import { partsIn, readForms, readParameters, readService, readTemplates, withoutPrincipal } from './read-parts.ts';

/** A procedure ready to run, unless a finding of level `error` is in the way; and everything that was found. */
export interface CompiledProcedure {
  readonly procedure?: Procedure;
  readonly findings: readonly Finding[];
}

/** How a procedure is compiled. */
export interface HowToCompile {
  /** Whether it has to be as what is published: to the letter of the standard, and leaving no dossier stuck. */
  readonly isStrict?: boolean;
  /** The extensions that its diagram may carry; those of our dialect unless told. */
  readonly dialect?: readonly Extension[];
  /** The connectors that it may call; all of ours unless told. */
  readonly connectors?: readonly ConnectorDeclaration[];
  /** The diagram as it is being drawn, in place of `procedure.bpmn`; nothing is parsed then. */
  readonly model?: ModdleElement;
}

/**
 * Reads, checks and cross-checks all files of a procedure and makes a version of them that runs on the kernel. Never
 * throws for a bad file: every defect is a finding that names file, place and what was expected, and all are given at
 * once. How files fit together is examined only when each of them could be read; and what is to be published has to
 * keep within the bounds before any of it is.
 */
export async function compileForKernel(
  all: ProcedureFiles,
  version: number,
  how: HowToCompile = {},
): Promise<CompiledProcedure> {
  const beyond = how.isStrict === true ? await boundFindings(all) : [];
  return beyond.length > 0 ? { findings: beyond } : compileWithin(all, version, how);
}

async function compileWithin(
  { procedureId, files }: ProcedureFiles,
  version: number,
  how: HowToCompile,
): Promise<CompiledProcedure> {
  const service = readService(how.isStrict === true ? files : withoutPrincipal(files));
  const compiled = await compileFiles({ id: procedureId, files, version, ...how }, service.value);
  const findings = [...service.findings, ...compiled.findings];
  if (compiled.pieces === undefined || service.value === undefined) return { findings };
  const pieces = withApplicant(compiled.pieces);
  const parts = await compileParts(pieces, { files, ...how });
  const inside = [...findings, ...parts.findings, ...openingFindings(pieces)];
  if (hasErrors(inside)) return { findings: inside };
  const procedure: Procedure = { ...pieces, ...(Object.keys(parts.value).length === 0 ? {} : { parts: parts.value }) };
  const all = [
    ...inside,
    ...crossChecks(procedure),
    ...(how.isStrict === true
      ? [
          ...stuckFindings(procedure),
          ...openEndedFindings(procedure),
          ...connectorFindings(procedure),
          ...caughtErrors(procedure),
        ]
      : []),
  ];
  return hasErrors(all) ? { findings: all } : { procedure, findings: all };
}

/**
 * The parts in a package. Each has the card of the procedure, and its forms and letters where they have the same names.
 */
async function compileParts(
  caller: Procedure,
  { files, ...how }: HowToCompile & Pick<ProcedureFiles, 'files'>,
): Promise<Read<Readonly<Record<string, Procedure>>>> {
  const parts: Record<string, Procedure> = {};
  const findings: Finding[] = [];
  const { model: _model, ...rest } = how;
  for (const [id, own] of partFiles(files)) {
    const { value: taken, findings: wrong } = readInterface(own);
    const lent = Object.keys(taken?.terms ?? {});
    const folder = { id, files: own, version: caller.version, lent, ...rest };
    const compiled: FilesCompiled = taken === undefined ? { findings: [] } : await compileFiles(folder, caller.service);
    const found = [...wrong, ...compiled.findings, ...borrowedAndOwn(compiled, lent)];
    if (compiled.pieces !== undefined && taken !== undefined) {
      const part = { ...inPlaceOf({ ...compiled.pieces, interface: taken }, caller), parts };
      parts[id] = part;
      found.push(
        ...crossChecks(part, caller),
        ...(how.isStrict === true ? [...connectorFindings(part), ...caughtErrors(part)] : []),
      );
    }
    findings.push(
      ...found.map((finding) => ({ ...finding, file: pathInPackage(id, finding.file ?? 'procedure.bpmn') })),
    );
  }
  return { value: parts, findings };
}

/**
 * A part under the id and version of its caller, whose forms and letters stand in for its own of the same name. What is
 * answered in a form of the caller is the caller's: the part gives it back.
 */
function inPlaceOf(part: Drawn, { procedureId, version, forms, templates }: Procedure): Procedure {
  const answered = Object.keys(part.forms).flatMap((id) => answerKeys(forms[id]?.components ?? []));
  const outputs = Object.fromEntries(answered.map((key) => [key, { label: key }]));
  return {
    ...part,
    procedureId,
    version,
    interface: { ...part.interface, outputs: { ...outputs, ...part.interface.outputs } },
    forms: overlaid(part.forms, forms),
    templates: overlaid(part.templates, templates),
  };
}

function overlaid<Piece>(own: Readonly<Record<string, Piece>>, over: Readonly<Record<string, Piece>>) {
  return Object.fromEntries(Object.entries(own).map(([id, piece]) => [id, over[id] ?? piece]));
}

/** A part has a name for one term only: its own, or the one that it is lent. */
function borrowedAndOwn({ pieces }: FilesCompiled, lent: readonly string[]): readonly Finding[] {
  const both = lent.filter((name) => pieces !== undefined && name in pieces.terms);
  return both.map((name) => errorIn('procedure.bpmn', 'term.twice', { term: name }));
}

type Drawn = Procedure & { readonly interface: PartInterface };

interface FilesCompiled {
  readonly pieces?: Procedure;
  readonly findings: readonly Finding[];
}

interface Folder extends HowToCompile {
  readonly id: string;
  readonly files: ProcedureFiles['files'];
  readonly version: number;
  /** Of a part: the terms that its caller lends. */
  readonly lent?: readonly string[];
}

/** What is read of a folder with a diagram, without how its files fit together. */
async function compileFiles(
  { id: procedureId, files, version, lent, ...how }: Folder,
  service: ServiceCard | undefined,
): Promise<FilesCompiled> {
  const { isStrict = false, dialect = extensions, connectors = ourConnectors } = how;
  const opened = await openDiagram(files, { ...how, dialect });
  if (opened === undefined) {
    return { findings: [errorIn('procedure.bpmn', 'file.missing')] };
  }
  const diagram = opened.xml ?? '';
  const decisions = partsIn(files, 'decisions').map(({ file, text }) => ({ file, xml: text }));
  const compiled = await compileOpened(opened, { decisions, isStrict });
  const drawn = readFacts(opened, dialect, lent);
  const [program, ...others] = compiled.programs;
  const [forms, templates, apis] = [readForms(files), readTemplates(files), readApis(files)];
  const [parameters, english] = [readParameters(files), readEnglish(files)];
  const findings = [
    ...inDiagram(compiled.findings),
    ...inDiagram(isStrict ? drawn.findings : drawn.findings.map(stillRun)),
    ...[forms, templates, parameters, english, apis].flatMap((part) => part.findings),
    ...(program === undefined ? [] : identityFindings(program, procedureId)),
  ];
  if (hasErrors(findings) || !program || !service) return { findings };
  const pieces: Procedure = {
    procedureId,
    version,
    program,
    ...(others.length === 0 ? {} : { companions: Object.fromEntries(others.map((each) => [each.processId, each])) }),
    diagram,
    service,
    forms: forms.value,
    facts: drawn.facts,
    lanes: drawn.lanes,
    dialect,
    connectors,
    terms: drawn.terms,
    templates: templates.value,
    parameters: parameters.value,
    ...(english.value === undefined ? {} : { english: english.value }),
    ...(Object.keys(apis.value).length === 0 ? {} : { apis: apis.value }),
    startFormId: drawn.startFormId ?? '',
  };
  return { pieces, findings };
}

/** The diagram, parsed once for the kernel and for the dialect; undefined where there is none. */
async function openDiagram(
  files: ProcedureFiles['files'],
  { model, dialect }: Pick<HowToCompile, 'model'> & { readonly dialect: readonly Extension[] },
): Promise<OpenedFile | undefined> {
  if (model !== undefined) return { definitions: model, findings: [], complaints: [] };
  const xml = files['procedure.bpmn'];
  if (xml === undefined) return undefined;
  return { ...(await readXml(xml, { iter: descriptorOf(dialect) })), xml };
}

/**
 * Marks that stood right in an earlier dialect: a version that was published with them still runs, and they do nothing.
 */
const outOfUse: readonly string[] = ['language.misplaced', 'language.attribute-value'];

const stillRun = (finding: Finding): Finding =>
  outOfUse.includes(finding.rule) ? { ...finding, level: 'warning' } : finding;

/** Findings about the diagram, with its file. */
export function inDiagram(findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) => ({ file: 'procedure.bpmn', ...finding }));
}

function identityFindings({ processId }: Program, procedureId: string): readonly Finding[] {
  if (processId === procedureId) return [];
  return [errorIn('procedure.bpmn', 'process.id', { process: processId, folder: procedureId })];
}

// Whoever forgets the form would publish a procedure that nobody can apply for: it has to be said on purpose.
function openingFindings({ startFormId, service }: Procedure): readonly Finding[] {
  if (startFormId !== '' || service.opening === 'events') return [];
  return [errorIn('procedure.bpmn', 'start.form-missing')];
}
