import type { PartInterface, ProcedureFiles } from '../../engine/core/procedure.ts';
import { isPartyRole } from '../../engine/core/dossier.ts';
import type { Scenario } from '../../engine/core/scenario/scenario.ts';
import { applied, smallProcedure } from './between.ts';
import { boundary, end, flow, path, process, raw } from './bpmn.ts';
import { callOf, marked, onError } from './part.ts';

/** A part as it lies in its folder. */
export interface PartFolder {
  readonly partId: string;
  readonly files: Readonly<Record<string, string>>;
  readonly taken: PartInterface;
}

/**
 * A procedure that does nothing but call a part, with what a scenario gives it. Its main term has 365 days, every other
 * term that it lends 30 from the call on; each role is played by the office `rpct`. The dossier is decided as `accolta`
 * when the part returns, and where it ends by an error as `archiviata`, if the part has not decided it itself. While
 * the main term is lent, the applicant may withdraw (`withdrawn`).
 */
export function callerOf({ partId, files, taken }: PartFolder, given: Scenario['given'] = {}): ProcedureFiles {
  const inputs = Object.entries(given).map(
    ([name, value]) => `<zeebe:input source="${inXml(`= ${JSON.stringify(value)}`)}" target="${name}"/>`,
  );
  const lent = Object.keys(taken.terms).filter((name) => name !== 'main');
  const clocks = lent.map((name) => `<iter:clock term="${name}" act="start" on="entered" ground="prova"/>`);
  const errors = Object.keys(taken.errors);
  const byError = files['procedure.bpmn']?.includes('<iter:outcome') ? '' : '<iter:outcome code="archiviata"/>';
  const isUndecided = 'main' in taken.terms;
  const diagram = process(
    'chiamante',
    applied('submitted'),
    callOf('call', partId, `<zeebe:ioMapping>${inputs.join('')}</zeebe:ioMapping>${clocks.join('')}`),
    marked(boundary('overdue', 'call', { duration: 'P365D' }), '<iter:deadline term="risposta"/>'),
    marked(end('silent'), '<iter:outcome code="diniego-tacito"/>'),
    ...errors.flatMap((code) => [onError(`caught-${code}`, 'call', code), marked(end(`by-${code}`), byError)]),
    ...(isUndecided ? withdrawal : []),
    end('done'),
    ...path('submitted', 'call', 'done'),
    ...errors.map((code) => flow(`caught-${code}`, `by-${code}`)),
    flow('overdue', 'silent'),
  ).replace(/(<bpmn:process [^>]*>)/, `$1<bpmn:extensionElements>${terms(lent)}</bpmn:extensionElements>`);
  const roles = taken.roles.filter((role) => !isPartyRole(role));
  const service = {
    roles: Object.fromEntries(roles.map((role) => [role, { label: role, office: 'rpct', member: 'manager' }])),
  };
  const small = smallProcedure('chiamante', diagram, { service });
  const inPackage = Object.entries(files).map(([file, text]) => [`_parts/${partId}/${file}`, text] as const);
  return { ...small, files: { ...small.files, ...Object.fromEntries(inPackage) } };
}

const withdrawal = [
  marked(
    raw(
      '<bpmn:boundaryEvent id="withdrawn" attachedToRef="call"><bpmn:messageEventDefinition messageRef="message_withdrawn"/></bpmn:boundaryEvent>',
      '<bpmn:message id="message_withdrawn" name="withdrawn"/>',
    ),
    '<iter:personalAct by="applicant" label="Ritira la domanda"/>',
  ),
  marked(end('by-withdrawal'), '<iter:outcome code="ritirata"/>'),
  flow('withdrawn', 'by-withdrawal'),
];

const terms = (lent: readonly string[]): string =>
  '<iter:milestone code="in-verifica"/>' +
  '<iter:term id="risposta" label="Risposta" days="365" ground="L. 241/1990, art. 2" main="true" expiry="default"/>' +
  lent.map((name) => `<iter:term id="${name}" label="${name}" days="30" ground="prova" expiry="default"/>`).join('');

const inXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
