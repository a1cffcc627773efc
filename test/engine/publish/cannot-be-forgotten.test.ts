import { afterAll, beforeAll, expect, it } from 'vitest';
import { blankPackage } from '../../../engine/publish/blank-package.ts';
import { packageOf } from '../../../engine/publish/package-files.ts';
import { findPublished } from '../../../engine/store/tables/procedures.ts';
import { publish } from '../../../engine/publish.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';

/** What would leave a dossier standing is refused at the door; the list is that of the design. */

let iter: RunningIter;
beforeAll(async () => {
  iter = await aRunningIter();
});
afterAll(() => iter.stop());

type Change = (text: string) => string;

/** What the door says of a new procedure of which one file was changed. */
async function refusals(change: Change, path = 'procedure.bpmn'): Promise<readonly string[]> {
  const files = blankPackage('prova', 'Prova');
  const before = files[path] ?? '';
  const after = change(before);
  expect(after).not.toBe(before);
  const { outcome, findings } = await publish(
    iter.deps.db,
    packageOf('prova', { ...files, [path]: after }),
    iter.now(),
  );
  expect(outcome).toBe('refused');
  expect(await findPublished(iter.deps.db, 'prova')).toBeUndefined();
  return findings.filter(({ level }) => level === 'error').map(({ rule }) => rule);
}

const without =
  (mark: RegExp): Change =>
  (text) =>
    text.replaceAll(mark, '');
const instead =
  (before: string, after: string): Change =>
  (text) =>
    text.replace(before, after);

/** What stands in place of the end of the late way, with an end of its own after it. */
const inPlace = (element: string, body: string): string => `<bpmn:${element} id="delay-noted" name="Avvisa">
  ${body}<bpmn:incoming>to-noted</bpmn:incoming><bpmn:outgoing>on</bpmn:outgoing>
</bpmn:${element}>
<bpmn:endEvent id="noted"><bpmn:incoming>on</bpmn:incoming></bpmn:endEvent>
<bpmn:sequenceFlow id="on" sourceRef="delay-noted" targetRef="noted" />`;
const task = (work: string): string =>
  inPlace('serviceTask', `<bpmn:extensionElements>${work}</bpmn:extensionElements>`);
const delayNoted = /<bpmn:endEvent id="delay-noted"[\s\S]*?<\/bpmn:endEvent>/;
const lane = (role: string): string => `<bpmn:laneSet id="lanes"><bpmn:lane id="lane" name="Corsia">
  <bpmn:extensionElements><iter:role role="${role}" /></bpmn:extensionElements>
  <bpmn:flowNodeRef>examine-request</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet><bpmn:startEvent `;
const notice = '<zeebe:taskDefinition type="send-notice" /><iter:notice template="assente" to="applicant" />';
const called = inPlace(
  'callActivity',
  '<bpmn:extensionElements><zeebe:calledElement processId="nessuno" /></bpmn:extensionElements>',
);
/** The outcome waits for both ways, and the second is taken only when the term has passed. */
const join = `<bpmn:parallelGateway id="delay-noted"><bpmn:incoming>to-noted</bpmn:incoming>
  <bpmn:incoming>to-decided</bpmn:incoming><bpmn:outgoing>on</bpmn:outgoing></bpmn:parallelGateway>
  <bpmn:sequenceFlow id="on" sourceRef="delay-noted" targetRef="decided" />`;

const cases: readonly (readonly [string, Change, string])[] = [
  [
    'a job that nobody does',
    (text) => text.replace(delayNoted, task('<zeebe:taskDefinition type="telegrafo" />')),
    'connector.unknown',
  ],
  ['a lane of a role that the card has not', instead('<bpmn:startEvent ', lane('inventato')), 'role.unknown'],
  [
    'an office that no body has',
    instead('candidateGroups="urp"', 'candidateGroups="ufficio-inventato"'),
    'office.unknown',
  ],
  ['a task for nobody', without(/<zeebe:assignmentDefinition [^>]*>/g), 'task.unassigned'],
  ['a form that is not there', instead('formId="esame"', 'formId="assente"'), 'form.missing'],
  ['a letter that is not there', (text) => text.replace(delayNoted, task(notice)), 'template.missing'],
  ['a parameter that is not there', instead('parameters.giorni', 'parameters.anni'), 'parameter.unknown'],
  ['an application without a milestone', without(/<iter:milestone [^>]*>/g), 'milestone.missing'],
  ['an application without an outcome', without(/<iter:outcome [^>]*>/g), 'outcome.missing'],
  [
    'an end that is reached without an outcome',
    instead('cancelActivity="false"', 'cancelActivity="true"'),
    'outcome.missing',
  ],
  [
    'a task before the decision without a milestone',
    (text) =>
      text
        .replace('cancelActivity="false"', 'cancelActivity="true"')
        .replace(
          delayNoted,
          inPlace(
            'userTask',
            '<bpmn:extensionElements><zeebe:userTask /><zeebe:formDefinition formId="esame" /><zeebe:assignmentDefinition candidateGroups="urp" /></bpmn:extensionElements>',
          ),
        ),
    'milestone.missing',
  ],
  ['a main term that nothing watches', without(/<iter:deadline [^>]*>/g), 'term.unwatched'],
  [
    'a diagram in which dossiers get stuck',
    (text) =>
      text
        .replace('targetRef="decided" />', 'targetRef="delay-noted" />')
        .replace('<bpmn:incoming>to-decided<', '<bpmn:incoming>on<')
        .replace(delayNoted, join),
    'soundness.deadlock',
  ],
  ['a process that is published nowhere', (text) => text.replace(delayNoted, called), 'call.process-not-published'],
];
it.each(cases)('%s is refused, and nothing is published', async (_name, change, rule) => {
  expect(await refusals(change)).toContain(rule);
});

it('a card that breaks its rules is refused, and nothing is published', async () => {
  expect(await refusals(instead('"title"', '"titolo"'), 'service.json')).not.toEqual([]);
});
