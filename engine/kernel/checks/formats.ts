import { elementOf, textOf } from '../../rules/moddle.ts';
import type { ModdleElement } from '../../rules/moddle.ts';
import { activityTypes } from '../element-types.ts';
import { called, flowsAt, parentOf } from './rule.ts';
import type { Rule } from './rule.ts';

/** The attributes that hold a MIME type, by the type of their element. */
const mimeTypes: Readonly<Record<string, string>> = {
  'bpmn:Documentation': 'textFormat',
  'bpmn:TextAnnotation': 'textFormat',
  'bpmn:ScriptTask': 'scriptFormat',
  'bpmn:GlobalScriptTask': 'scriptLanguage',
};

const mimeType: Rule = {
  name: 'mime.wrong',
  level: 'warning',
  on: Object.keys(mimeTypes),
  check: (element) => {
    const format = textOf(element, mimeTypes[element.$type] ?? '');
    if (format === undefined || isMimeType(format) || format.toLowerCase() === 'feel') return undefined;
    return `Il formato «${format}» di ${called(element.id === undefined ? parentOf(element) : element)} non è un tipo MIME (per esempio text/plain).`;
  },
};

// RFC 6838 names, with parameters.
function isMimeType(text: string): boolean {
  return /^[a-z\d][\w!#$&^.+-]*\/[a-z\d][\w!#$&^.+-]*(?:\s*;\s*[\w-]+=(?:[\w.+-]+|"[^"]*"))*$/i.test(text);
}

const conditionAlone: Rule = {
  name: 'flow.condition-alone',
  level: 'warning',
  on: ['bpmn:SequenceFlow'],
  check: (flow) => {
    const source = elementOf(flow, 'sourceRef');
    if (elementOf(flow, 'conditionExpression') === undefined || source === undefined) return undefined;
    if (source.$type.endsWith('Gateway') || !isAlone(source)) return undefined;
    return `Il flusso ${called(flow)} ha una condizione, ma da ${called(source)} non c’è altro modo di proseguire.`;
  },
};

// Events do not choose at all.
function isAlone(source: ModdleElement): boolean {
  return !activityTypes.includes(source.$type) || flowsAt(source, 'sourceRef').length < 2;
}

/** Rules about the form of texts and conditions (BPMN 2.0.2, 8.3 and 8.4). */
export const formatRules: readonly Rule[] = [mimeType, conditionAlone];
