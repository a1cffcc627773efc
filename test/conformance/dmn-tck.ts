import { join } from 'node:path';
import { decide } from '../../engine/rules/evaluate-decision.ts';
import { readDecisionFiles } from '../../engine/rules/dmn.ts';
import type { Decisions } from '../../engine/rules/dmn.ts';
import { equals } from '../../engine/rules/feel/compare.ts';
import { textOfValue } from '../../engine/rules/feel/text.ts';
import { anyType, baseType } from '../../engine/rules/feel/types.ts';
import { isContext, isList } from '../../engine/rules/feel/value.ts';
import type { FeelRecord, FeelValue } from '../../engine/rules/feel/value.ts';
import { toFeelType } from '../../engine/rules/json.ts';
import { childrenOf, readXmlTree } from './dmn-tck-xml.ts';
import type { XmlElement } from './dmn-tck-xml.ts';
import { readJsonFile, readXmlFile, textOf } from './files.ts';
import type { CaseOutcome, Suite } from './suite.ts';
import { inItalian } from '../support/findings.ts';

interface KitModel {
  readonly id: string;
  readonly level: number;
  readonly folder: string;
  readonly models: readonly string[];
  readonly tests: readonly string[];
}

/** The Technology Compatibility Kit of DMN: the unit is a test case, named `level/model/case`. */
export const dmnTck: Suite = {
  name: 'dmn-tck',
  async *run(dir) {
    const root = join(dir, 'dmn-tck');
    const { cases } = await readJsonFile<{ readonly cases: readonly KitModel[] }>(join(root, 'manifest.json'));
    for (const model of cases) yield* runModel(model, join(root, model.folder));
  },
};

interface LoadedModel {
  readonly decisions: Decisions;
  readonly complaints: readonly string[];
}

async function* runModel(model: KitModel, folder: string): AsyncIterable<CaseOutcome> {
  const loaded = await load(model, folder);
  for (const file of model.tests) {
    const tests = readXmlTree(await readXmlFile(join(folder, file)));
    for (const test of childrenOf(tests, 'testCase')) {
      const id = `${model.level}/${model.id}/${test.attributes['id'] ?? ''}`;
      const reasons = childrenOf(test, 'resultNode').flatMap((node) => mistakeIn(node, test, loaded) ?? []);
      yield reasons.length === 0 ? { id, passed: true } : { id, passed: false, reason: reasons.join('; ') };
    }
  }
}

async function load({ models }: KitModel, folder: string): Promise<LoadedModel> {
  const texts = await Promise.all(models.map(async (file) => ({ file, xml: await readXmlFile(join(folder, file)) })));
  const { decisions, findings } = await readDecisionFiles(texts);
  return { decisions, complaints: inItalian(findings) };
}

function mistakeIn(node: XmlElement, test: XmlElement, { decisions, complaints }: LoadedModel): string | undefined {
  const name = node.attributes['name'] ?? '';
  const decision = Object.values(decisions).find((each) => each.name === name && each.role !== 'knowledge');
  if (decision === undefined) return `${name} manca: ${complaints.join(' ')}`;
  const given = Object.fromEntries(
    childrenOf(test, 'inputNode').map((input) => [input.attributes['name'] ?? '', valueOf(input)]),
  );
  const [expectation] = childrenOf(node, 'expected');
  const expected = expectation === undefined ? null : valueOf(expectation);
  const found = valueAt(decisions, decision.id, given);
  if (typeof found === 'object' && found !== null && 'broken' in found) return `${name}: ${String(found.broken)}`;
  if (matches(found, expected)) return undefined;
  return `${name}: ${textOfValue([found])} invece di ${textOfValue([expected])}`;
}

// A decision that is named as an input is given, not evaluated.
function valueAt(decisions: Decisions, id: string, given: FeelRecord): FeelValue | { readonly broken: string } {
  try {
    return decide(decisions, id, { context: given, decided: given, failures: 'null' }).value;
  } catch (error) {
    return { broken: error instanceof Error ? error.message : String(error) };
  }
}

/** The value of an element of the kit: a `value` with a type, a `list` of `item`, or named `component`. */
function valueOf(element: XmlElement): FeelValue {
  const [value] = childrenOf(element, 'value');
  const [list] = childrenOf(element, 'list');
  if (value !== undefined) return scalarOf(value);
  if (list !== undefined) {
    return list.attributes['xsi:nil'] === 'true' ? null : childrenOf(list, 'item').map(valueOf);
  }
  const components = childrenOf(element, 'component');
  if (components.length === 0) return null;
  return Object.fromEntries(components.map((each) => [each.attributes['name'] ?? '', valueOf(each)]));
}

function scalarOf({ attributes, text }: XmlElement): FeelValue {
  if (attributes['xsi:nil'] === 'true') return null;
  const type = (attributes['xsi:type'] ?? '').replace(/^.*:/, '');
  const content = textOf(text);
  // White space belongs to a text; nothing else in the kit has any.
  if (type === 'string') return content === '' ? text : text.replace(text.trim(), () => content);
  switch (type) {
    case 'boolean':
      return content === 'true';
    case 'decimal':
    case 'double':
    case 'integer':
      return Number(content);
    case 'duration':
      return durationOf(content);
    default:
      return toFeelType(content, baseType(type) ?? anyType);
  }
}

function durationOf(content: string): FeelValue {
  const name = /^-?P(?:\d+Y)?(?:\d+M)?$/.test(content) ? 'yearMonthDuration' : 'dayTimeDuration';
  return toFeelType(content, baseType(name) ?? anyType);
}

function matches(found: FeelValue, expected: FeelValue): boolean {
  if (typeof found === 'number' && typeof expected === 'number') return Math.abs(found - expected) <= 1e-8;
  if (isList(found) && isList(expected)) {
    return found.length === expected.length && found.every((each, index) => matches(each, expected[index] ?? null));
  }
  if (isContext(found) && isContext(expected)) {
    const names = Object.keys(expected);
    if (names.length !== Object.keys(found).length) return false;
    return names.every((name) => name in found && matches(found[name] ?? null, expected[name] ?? null));
  }
  return equals(found, expected) === true;
}
