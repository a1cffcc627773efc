import { BpmnModdle } from 'bpmn-moddle';
import { descriptorOf, typeOf } from '../../../engine/language/descriptor.ts';
import type { Extension } from '../../../engine/language/extension.ts';
import { extensions } from '../../../engine/language/extensions.ts';
import { zeebeDescriptor } from '../../../engine/kernel/reading/zeebe.ts';
import { parseDmn } from '../../../engine/rules/dmn-moddle.ts';
import { idOf, isElement, textOf, type ModdleElement } from '../../../engine/rules/moddle.ts';
import { isObject, type Draft } from '../model/draft.ts';
import { nameOf } from '../model/find.ts';
import { openDraft } from '../model/open.ts';
import { placedParts } from '../model/tree.ts';
import { expressionsOf } from './expressions.ts';
import { standpointOf, type Standpoint } from './rename.ts';

/** The files of a procedure: `procedure.bpmn`, `forms/istanza.json` … to their text. */
export type ProcedureTexts = Readonly<Record<string, string>>;

/** What kind of file uses an answer. */
export type SourceKind = 'diagram' | 'decision' | 'template' | 'form' | 'scenario' | 'service';

/** A text of a procedure that may name answers, with its place as a person knows it. */
export interface SourceText {
  readonly kind: SourceKind;
  readonly file: string;
  /** The element, decision, field or step, by its name; empty where the file says it all. */
  readonly place: string;
  readonly text: string;
  /** One expression, the unary tests of a cell, a text with `{{ }}`, or just the name of a variable or answer. */
  readonly reads: 'expression' | 'tests' | 'placeholders' | 'name';
  readonly standpoint?: Standpoint;
  /** The form that a text belongs to. */
  readonly formId?: string;
}

/**
 * All texts of a procedure that may name an answer, with what is drawn in a dialect, ours unless told. Files that
 * cannot be read give none: other checks report them.
 */
export async function sourceTexts(
  files: ProcedureTexts,
  dialect: readonly Extension[] = extensions,
): Promise<readonly SourceText[]> {
  const texts = await Promise.all(Object.entries(files).map((file) => textsOf(file, dialect)));
  return texts.flat();
}

type File = readonly [file: string, text: string];

async function textsOf([file, text]: File, dialect: readonly Extension[]): Promise<readonly SourceText[]> {
  if (file.endsWith('.bpmn')) return diagramTexts([file, text], dialect);
  if (file.endsWith('.dmn')) return decisionTexts(file, text);
  if (file.startsWith('templates/')) return [{ kind: 'template', file, place: '', text, reads: 'placeholders' }];
  const json = parsed(text);
  if (file.startsWith('forms/')) return formTexts(file, json);
  if (file.startsWith('scenarios/')) return scenarioNames(file, json);
  return file === 'service.json' ? serviceTexts(file, json) : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Attributes of the Zeebe extensions that name the variable they write to, without being an expression. */
const written: readonly string[] = ['target', 'resultVariable', 'outputCollection'];

async function diagramTexts([file, xml]: File, dialect: readonly Extension[]): Promise<readonly SourceText[]> {
  const variables = new Set(dialect.flatMap((extension) => variablesOf(extension)));
  const root = await readBpmn(xml, dialect);
  if (!isElement(root)) return [];
  return walked(root).flatMap(({ element, place }) =>
    ownTexts(element).flatMap(([name, text]): readonly SourceText[] => {
      if (text.trim().startsWith('=')) return [{ kind: 'diagram', file, place, text, reads: 'expression' }];
      const isName = written.includes(name) || variables.has(`${element.$type}.${name}`);
      return isName ? [{ kind: 'diagram', file, place, text, reads: 'name' }] : [];
    }),
  );
}

/** The attributes of an extension that name a variable: `iter:Gathered.in`. */
const variablesOf = (extension: Extension): readonly string[] =>
  extension.attributes.filter(({ kind }) => kind === 'variable').map(({ name }) => `${typeOf(extension)}.${name}`);

async function readBpmn(xml: string, dialect: readonly Extension[]): Promise<unknown> {
  try {
    return (await new BpmnModdle({ zeebe: zeebeDescriptor, iter: descriptorOf(dialect) }).fromXML(xml)).rootElement;
  } catch {
    // Diagrams that cannot be read are refused where they are drawn and published.
    return undefined;
  }
}

/** An element of a file with the name of the nearest named element around it. */
interface Walked {
  readonly element: ModdleElement;
  readonly place: string;
}

const isDrawing = (element: ModdleElement): boolean => /^(bpmndi|dmndi|di|dc):/.test(element.$type);

function walked(root: ModdleElement): readonly Walked[] {
  const found: Walked[] = [];
  const queue: Walked[] = [{ element: root, place: '' }];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const place = textOf(next.element, 'name') ?? (isNamed(next.element) ? idOf(next.element) : next.place);
    found.push({ element: next.element, place });
    queue.push(...childrenOf(next.element).map((element) => ({ element, place })));
  }
  return found;
}

/** Extension elements and expressions are known by the element that carries them. */
const isNamed = (element: ModdleElement): boolean =>
  idOf(element) !== '' &&
  /^(bpmn:(?!FormalExpression|.*EventDefinition)|dmn:(Decision|BusinessKnowledgeModel)$)/.test(element.$type);

function childrenOf(element: ModdleElement): readonly ModdleElement[] {
  // References lead elsewhere in the file; only what an element contains has it as its parent.
  return Object.entries(element).flatMap(([name, value]) => {
    if (name === '$parent') return [];
    const inner: readonly unknown[] = Array.isArray(value) ? value : [value];
    return inner.filter(isElement).filter((each) => each['$parent'] === element && !isDrawing(each));
  });
}

const ownTexts = (element: ModdleElement): readonly (readonly [string, string])[] =>
  Object.entries(element).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));

async function decisionTexts(file: string, xml: string): Promise<readonly SourceText[]> {
  const root = await parseDmn(xml);
  if (!isElement(root)) return [];
  return walked(root).flatMap(({ element, place }): readonly SourceText[] => {
    const text = textOf(element, element.$type === 'dmn:InputData' ? 'name' : 'text');
    if (text === undefined) return [];
    const at = { kind: 'decision', file, place, text } as const;
    if (element.$type === 'dmn:LiteralExpression') return [{ ...at, reads: 'expression' }];
    if (element.$type === 'dmn:UnaryTests') return [{ ...at, reads: 'tests' }];
    return element.$type === 'dmn:InputData' ? [{ ...at, reads: 'name' }] : [];
  });
}

function formTexts(file: string, json: unknown): readonly SourceText[] {
  const opened = openDraft(json);
  return 'draft' in opened ? textsOfDraft(file, opened.draft) : [];
}

/** The expressions of a form, each with the field it stands on. */
export const textsOfDraft = (file: string, draft: Draft): readonly SourceText[] =>
  placedParts(draft).flatMap((placed) =>
    expressionsOf(placed.part).map(({ expression, isText }) => ({
      kind: 'form' as const,
      file,
      place: nameOf(placed.part),
      text: expression,
      reads: isText ? ('placeholders' as const) : ('expression' as const),
      standpoint: standpointOf(placed),
      formId: draft.id,
    })),
  );

function scenarioNames(file: string, json: unknown): readonly SourceText[] {
  const answers = membersNamed(json, 'answers').filter(isObject);
  const names = new Set(answers.flatMap((each) => Object.keys(each)));
  const title = isObject(json) && typeof json['title'] === 'string' ? json['title'] : '';
  return [...names].map((text) => ({ kind: 'scenario', file, place: title, text, reads: 'name' }));
}

function membersNamed(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((each: unknown) => membersNamed(each, name));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => [...(key === name ? [each] : []), ...membersNamed(each, name)]);
}

function serviceTexts(file: string, json: unknown): readonly SourceText[] {
  const card = isObject(json) ? json : {};
  const competence = isObject(card['competence']) ? card['competence'] : {};
  const roles = Object.values(isObject(card['roles']) ? card['roles'] : {}).filter(isObject);
  const offices = roles.map(({ office }) => office).filter((office) => String(office).startsWith('='));
  const from = isObject(competence['from']) ? competence['from'] : {};
  const texts = [competence['bodyKey'], from['place'], competence['officeCode'], card['subject'], ...offices];
  return texts
    .filter((text) => typeof text === 'string')
    .map((text) => ({ kind: 'service', file, place: '', text, reads: text.startsWith('=') ? 'expression' : 'name' }));
}
