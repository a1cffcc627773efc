import type { ProcedureFiles } from '../../engine/core/procedure.ts';
import { smallProcedure } from './between.ts';
import { boundary, end, flow, path, process, raw, start, userTask } from './bpmn.ts';
import type { Piece } from './bpmn.ts';

/** A piece with marks of the dialect inside. */
export const marked = ({ xml, ...rest }: Piece, marks: string): Piece => {
  const [, opening = ''] = /^(<bpmn:\w+[^>]*?)\/?>/.exec(xml) ?? [];
  const inner = xml.startsWith(`${opening}/>`) ? '' : xml.slice(opening.length + 1, xml.lastIndexOf('</'));
  const tag = /^<(bpmn:\w+)/.exec(xml)?.[1] ?? '';
  const body = inner.includes('<bpmn:extensionElements>')
    ? inner.replace('<bpmn:extensionElements>', `<bpmn:extensionElements>${marks}`)
    : `<bpmn:extensionElements>${marks}</bpmn:extensionElements>${inner}`;
  return { ...rest, xml: `${opening}>${body}</${tag}>` };
};

/** An end event that raises an error. */
const errorEnd = (id: string, code: string): Piece =>
  raw(
    `<bpmn:endEvent id="${id}"><bpmn:errorEventDefinition errorRef="error_${code}"/></bpmn:endEvent>`,
    `<bpmn:error id="error_${code}" name="${code}" errorCode="${code}"/>`,
  );

/** The part: the applicant completes the request, in ten days, while the main term of the caller stands still. */
const partDiagram = process(
  'completion',
  start('part-started'),
  marked(
    userTask('complete-request', { name: 'Integra', form: 'integrazione', groups: 'applicant' }),
    '<iter:term id="integrazione" label="Integrazione" days="= days" ground="L. 241/1990, art. 2 c. 7" expiry="default"/>' +
      '<iter:hold term="main" effect="suspend" ground="L. 241/1990, art. 2 c. 7"/>' +
      '<iter:milestone code="attesa-integrazioni"/>',
  ),
  marked(boundary('too-late', 'complete-request', { duration: 'P10D' }), '<iter:deadline term="integrazione"/>'),
  end('given'),
  errorEnd('not-given', 'not-given'),
  ...path('part-started', 'complete-request', 'given'),
  flow('too-late', 'not-given'),
);

const partInterface = {
  title: 'Integrazione',
  ground: 'L. 241/1990, art. 2 c. 7',
  inputs: { days: { label: 'Quanti giorni', default: 10 }, reason: { label: 'Perché' } },
  outputs: { integrazione: { label: 'Che cosa ha scritto' } },
  errors: { 'not-given': 'Non integrata' },
  terms: { main: 'Il termine che si ferma' },
  roles: ['applicant'],
};

const field = (key: string) => ({ type: 'textfield', key, label: key });
const form = (id: string, ...keys: readonly string[]): string =>
  JSON.stringify({ type: 'default', id, schemaVersion: 18, components: keys.map(field) });

/** The files of the part, as they lie in its folder. */
export const completionPart: Readonly<Record<string, string>> = {
  'procedure.bpmn': partDiagram,
  'part.json': JSON.stringify(partInterface),
  'parameters.json': '{}',
  'forms/integrazione.json': form('integrazione', 'integrazione', 'appunto'),
};

/** The call of the part, with what stands in it. */
export const callOf = (id: string, partId: string, inside = ''): Piece =>
  raw(
    `<bpmn:callActivity id="${id}"><bpmn:extensionElements><zeebe:calledElement processId="${partId}"/>${inside}` +
      `</bpmn:extensionElements></bpmn:callActivity>`,
  );

/** An error that is caught on the edge of an activity. */
export const onError = (id: string, host: string, code: string): Piece =>
  raw(
    `<bpmn:boundaryEvent id="${id}" attachedToRef="${host}"><bpmn:errorEventDefinition errorRef="error_${code}"/></bpmn:boundaryEvent>`,
    `<bpmn:error id="error_${code}" name="${code}" errorCode="${code}"/>`,
  );

const givesReason = '<zeebe:ioMapping><zeebe:input source="= oggetto" target="reason"/></zeebe:ioMapping>';

/** A procedure that asks to complete every request by calling the part, and then looks at it. */
export function callingProcedure(
  changes: { readonly call?: string; readonly part?: Readonly<Record<string, string>>; readonly uncaught?: true } = {},
): ProcedureFiles {
  const term =
    '<bpmn:extensionElements><iter:term id="risposta" label="Risposta" days="30" ground="L. 241/1990, art. 2" main="true" expiry="default"/>' +
    '<iter:milestone code="in-verifica"/></bpmn:extensionElements>';
  const diagram = process(
    'chiamante',
    raw(
      '<bpmn:startEvent id="submitted"><bpmn:extensionElements><zeebe:formDefinition formId="domanda"/></bpmn:extensionElements></bpmn:startEvent>',
    ),
    callOf('ask', 'completion', changes.call ?? givesReason),
    ...(changes.uncaught ? [] : [onError('never-given', 'ask', 'not-given')]),
    userTask('look', { name: 'Guarda', form: 'nota', groups: 'urp' }),
    marked(boundary('overdue', 'look', { duration: 'P30D' }), '<iter:deadline term="risposta"/>'),
    ...(changes.uncaught ? [] : [marked(end('archived'), '<iter:outcome code="archiviata"/>')]),
    marked(end('silent'), '<iter:outcome code="diniego-tacito"/>'),
    end('granted'),
    ...path('submitted', 'ask', 'look', 'granted'),
    ...(changes.uncaught ? [] : [flow('never-given', 'archived')]),
    flow('overdue', 'silent'),
  ).replace(/(<bpmn:process [^>]*>)/, `$1${term}`);
  const small = smallProcedure('chiamante', diagram);
  const part = { ...completionPart, ...changes.part };
  const inPackage = Object.entries(part).map(([path, text]) => [`_parts/completion/${path}`, text] as const);
  return { ...small, files: { ...small.files, ...Object.fromEntries(inPackage) } };
}
