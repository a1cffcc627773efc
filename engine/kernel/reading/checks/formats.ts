import { elementOf, textOf } from '../../../rules/moddle.ts';
import type { ModdleElement } from '../../../rules/moddle.ts';
import { activityTypes } from '../../element-types.ts';
import { called, flowsAt, parentOf } from './rule.ts';
import type { Rule } from './rule.ts';

/** The attributes that hold a MIME type, by the type of their element. */
const mimeTypes: Readonly<Record<string, string>> = {
  'bpmn:Documentation': 'textFormat',
  'bpmn:TextAnnotation': 'textFormat',
  'bpmn:ScriptTask': 'scriptFormat',
  'bpmn:GlobalScriptTask': 'scriptLanguage',
};

const mimeType: Rule<'mime.wrong'> = {
  name: 'mime.wrong',
  level: 'warning',
  on: Object.keys(mimeTypes),
  check: (element) => {
    const format = textOf(element, mimeTypes[element.$type] ?? '');
    if (format === undefined || isMimeType(format) || format.toLowerCase() === 'feel') return undefined;
    return { format, holder: called(element.id === undefined ? parentOf(element) : element) };
  },
};

// RFC 6838 names, with parameters.
function isMimeType(text: string): boolean {
  return /^[a-z\d][\w!#$&^.+-]*\/[a-z\d][\w!#$&^.+-]*(?:\s*;\s*[\w-]+=(?:[\w.+-]+|"[^"]*"))*$/i.test(text);
}

const conditionAlone: Rule<'flow.condition-alone'> = {
  name: 'flow.condition-alone',
  level: 'warning',
  on: ['bpmn:SequenceFlow'],
  check: (flow) => {
    const source = elementOf(flow, 'sourceRef');
    if (elementOf(flow, 'conditionExpression') === undefined || source === undefined) return undefined;
    if (source.$type.endsWith('Gateway') || !isAlone(source)) return undefined;
    return { source: called(source) };
  },
};

// Events do not choose at all.
function isAlone(source: ModdleElement): boolean {
  return !activityTypes.includes(source.$type) || flowsAt(source, 'sourceRef').length < 2;
}

/** Whether a text is a URI (RFC 3986, with a scheme) or one of the names that BPMN itself gives, as `##WebService`. */
export function isUri(text: string): boolean {
  return /^##\w+$/.test(text) || /^[a-z][a-z\d+.-]*:(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[\da-f]{2})+$/i.test(text);
}

const expressionLanguage: Rule<'expression.language-wrong'> = {
  name: 'expression.language-wrong',
  on: ['bpmn:FormalExpression', 'bpmn:Definitions'],
  check: (element) => {
    for (const property of ['language', 'expressionLanguage', 'typeLanguage']) {
      const language = textOf(element, property);
      if (language === undefined || isUri(language) || /^[\w-]+$/.test(language)) continue;
      return { language, holder: called(parentOf(element) ?? element) };
    }
    return undefined;
  },
};

// The schema wants all three (BPMN 2.0.2, 8.2.2).
const importIncomplete: Rule<'import.incomplete'> = {
  name: 'import.incomplete',
  level: 'warning',
  on: ['bpmn:Import'],
  check: (element) => {
    const missing = ['importType', 'location', 'namespace'].find((name) => (textOf(element, name) ?? '') === '');
    if (missing !== undefined) return { because: 'missing', missing };
    const type = textOf(element, 'importType') ?? '';
    return isUri(type) ? undefined : { because: 'type', type };
  },
};

const scriptFormat: Rule<'script.format-missing'> = {
  name: 'script.format-missing',
  level: 'warning',
  on: ['bpmn:ScriptTask'],
  check: (task) => {
    if (textOf(task, 'script') === undefined || textOf(task, 'scriptFormat') !== undefined) return undefined;
    return {};
  },
};

/** Rules about the form of texts and conditions (BPMN 2.0.2, 8.2 to 8.4 and 10.3.3). */
export const formatRules: readonly Rule[] = [
  mimeType,
  scriptFormat,
  conditionAlone,
  expressionLanguage,
  importIncomplete,
];
