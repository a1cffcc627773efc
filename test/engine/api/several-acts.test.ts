import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { publish } from '../../../engine/publish.ts';
import { loadDossier } from '../../../engine/store/tables/dossiers.ts';
import type { Draft } from '../../../forms/contract/drafts.ts';
import { anApi, type RunningApi, type Visitor } from '../../support/api.ts';
import { applied, callActivity, smallProcedure } from '../../support/between.ts';
import { end, flow, gateway, path, process, raw, start } from '../../support/bpmn.ts';

/*
 * The same act is open three times: twice in called processes, and in one of them in two instances of a sub-process.
 */

const asked = raw(
  '<bpmn:intermediateCatchEvent id="answer" name="answer"><bpmn:extensionElements>' +
    '<iter:personalAct by="applicant" label="Rispondi" form="nota"/></bpmn:extensionElements>' +
    '<bpmn:messageEventDefinition messageRef="message_risposta"/></bpmn:intermediateCatchEvent>',
  '<bpmn:message id="message_risposta" name="risposta"/>',
);
const diagram = process(
  'chiede',
  applied('s'),
  gateway('parallelGateway', 'fork'),
  callActivity('first', 'processId="domanda-singola" bindingType="deployment"'),
  raw(
    '<bpmn:subProcess id="each"><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>' +
      '<bpmn:startEvent id="is"/><bpmn:callActivity id="second"><bpmn:extensionElements><zeebe:calledElement processId="domanda-singola" bindingType="deployment"/></bpmn:extensionElements></bpmn:callActivity><bpmn:endEvent id="ie"/>' +
      '<bpmn:sequenceFlow id="i1" sourceRef="is" targetRef="second"/><bpmn:sequenceFlow id="i2" sourceRef="second" targetRef="ie"/></bpmn:subProcess>',
  ),
  end('e1'),
  end('e2'),
  flow('s', 'fork'),
  ...path('fork', 'first', 'e1'),
  ...path('fork', 'each', 'e2'),
);
const called = process('domanda-singola', start('begin'), asked, end('done'), ...path('begin', 'answer', 'done'));
const inside = /<bpmn:process.*<\/bpmn:definitions>/.exec(called)?.[0] ?? '';
const both = diagram.replace('</bpmn:definitions>', inside);

let api: RunningApi;
let giulia: Visitor;
let dossierId: string;

beforeAll(async () => {
  api = await anApi();
  const published = await publish(api.db, smallProcedure('chiede', both), new Date().toISOString());
  expect(published.findings.filter(({ level }) => level === 'error')).toEqual([]);
  giulia = await api.signIn('giulia', 'citizen');
});
beforeEach(async () => {
  const draft = await giulia.call('createDraft', { body: { procedureId: 'chiede' } });
  const answers: Draft['answers'] = { ente: api.bodyId, oggetto: 'Prova' };
  const params = { draftId: draft.draftId };
  const { revision } = await giulia.call('saveDraft', { params, body: { revision: draft.revision, answers } });
  const body = { draftId: draft.draftId, revision };
  ({ dossierId } = await giulia.call('createApplication', { body, idempotencyKey: v7() }));
});
afterAll(() => api.stop());

const params = () => ({ dossierId, elementId: 'answer' });
const acts = async () => (await giulia.call('readDossier', { params: { dossierId } })).acts;
const answer = (waitId: string | undefined) =>
  giulia.call('doAct', { params: params(), body: { answers: { nota: 'ecco' }, waitId }, idempotencyKey: v7() });

it('each open act of one element has a name', async () => {
  const offered = await acts();
  expect(offered.map(({ elementId }) => elementId)).toEqual(['answer', 'answer', 'answer']);
  expect(new Set(offered.map(({ waitId }) => waitId)).size).toBe(3);
  expect(offered.every(({ waitId }) => waitId !== undefined)).toBe(true);
});

it('an act that could be any of several is refused', async () => {
  await expect(giulia.call('readAct', { params: params(), query: {} })).rejects.toMatchObject({
    problem: { code: 'request.invalid' },
  });
  await expect(answer(undefined)).rejects.toMatchObject({ problem: { code: 'request.invalid' } });
  expect(await acts()).toHaveLength(3);
});

it('the act that is named is done and no other', async () => {
  const [one, middle, other] = (await acts()).map(({ waitId }) => waitId);
  expect(await giulia.call('readAct', { params: params(), query: { waitId: middle } })).toMatchObject({
    title: 'Rispondi',
  });
  await answer(middle);
  expect((await acts()).map(({ waitId }) => waitId)).toEqual([one, other]);
  await expect(answer(middle)).rejects.toMatchObject({ problem: { code: 'act.not-offered' } });
});

it('the last one open needs no name', async () => {
  for (const { waitId } of (await acts()).slice(1)) await answer(waitId);
  expect((await acts()).map(({ waitId }) => waitId)).toEqual([undefined]);
  await answer(undefined);
  expect((await loadDossier(api.db, dossierId))?.dossier.closedAt).toBeDefined();
});
