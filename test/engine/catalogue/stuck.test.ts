import { expect, it } from 'vitest';
import type { ProcedureFiles } from '../../../engine/core/procedure.ts';
import type { Finding } from '../../../engine/findings/finding.ts';
import { compileForPublishing } from '../../../engine/publish/compile-procedure.ts';
import { readProcedureFolder } from '../../../engine/publish/read-folder.ts';
import { inItalian } from '../../support/findings.ts';

type Change = (diagram: string) => string;

/** What is found when the procedure of the repository is to be published with its diagram changed. */
async function findingsAfter(change: Change): Promise<readonly Finding[]> {
  const original = await readProcedureFolder('procedures/accesso-agli-atti');
  const diagram = original.files['procedure.bpmn'] ?? '';
  const files = { ...original.files, 'procedure.bpmn': change(diagram) };
  expect(change(diagram) === diagram).toBe(change === unchanged);
  const { findings } = await compileForPublishing({ ...original, files }, 1);
  return findings;
}

/** What keeps it from being published. */
async function refusals(change: Change): Promise<readonly string[]> {
  const findings = await findingsAfter(change);
  return findings
    .filter(({ level }) => level === 'error')
    .map(({ rule, elementId, file }) => [rule, elementId ?? file].join(' '));
}

const unchanged = (diagram: string): string => diagram;
const without = (element: string) => (diagram: string) =>
  diagram.replaceAll(new RegExp(`<iter:${element} [^>]*/>`, 'g'), '');

it('a procedure that leaves nobody waiting is published', async () => {
  expect(await refusals(unchanged)).toEqual([]);
});

it('a job that nobody does is refused at its task', async () => {
  const found = await refusals((diagram) =>
    diagram.replace(
      /type="create-document" \/>\s*<iter:document template="provvedimento"[^>]*\/>/,
      'type="bollettino" />',
    ),
  );
  expect(found).toEqual(['connector.unknown draw-up-act']);
});

it('an application without milestones is refused wherever it waits before the decision', async () => {
  expect((await refusals(without('milestone'))).toSorted()).toEqual([
    'milestone.missing balance-interests',
    'milestone.missing check-request',
    'milestone.missing decide-request',
    'milestone.missing evaluate-documents',
  ]);
});

it('an application is refused at each end that it reaches without an outcome', async () => {
  const withdrawal = (diagram: string) => diagram.replace(/<iter:outcome code="ritirata"[^>]*>/, '');
  expect(await refusals(withdrawal)).toEqual(['outcome.missing withdrawn']);
  expect(await refusals(without('outcome'))).toEqual(
    expect.arrayContaining(['outcome.missing withdrawn', 'outcome.missing delivered']),
  );
});

it('a main term that passes unseen is refused', async () => {
  const found = await refusals((diagram) => diagram.replaceAll(/<iter:deadline term="risposta"[^>]*\/>/g, ''));
  expect(found).toContain('term.unwatched procedure.bpmn');
});

it('a diagram in which dossiers can get stuck is refused, with the way there', async () => {
  const { findings } = await compileForPublishing(await waitingForWhatNeverComes(), 1);
  const stuck = findings.find(({ rule }) => rule === 'soundness.deadlock');
  expect(stuck).toMatchObject({ level: 'error', file: 'procedure.bpmn', elementId: 'concluded' });
  expect(inItalian(stuck === undefined ? [] : [stuck])[0]).toMatch(
    / Ci si arriva così: «.+», poi «Verifica la richiesta», poi «Decidi»\.$/,
  );
});

/** A procedure that takes one of two ways and then waits for both. */
async function waitingForWhatNeverComes(): Promise<ProcedureFiles> {
  const { files, ...rest } = await readProcedureFolder('test/support/procedures/rilascio-attestato');
  const diagram = (files['procedure.bpmn'] ?? '')
    .replace(/<bpmn:parallelGateway id="conclude"([\s\S]*?)<\/bpmn:parallelGateway>/, (_whole, inner: string) => {
      return `<bpmn:exclusiveGateway id="conclude" default="to-count"${inner}</bpmn:exclusiveGateway>`;
    })
    .replace(
      'sourceRef="conclude" targetRef="draw-up" />',
      `sourceRef="conclude" targetRef="draw-up"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">= today &gt; date("2026-01-01")</bpmn:conditionExpression></bpmn:sequenceFlow>`,
    );
  return { ...rest, files: { ...files, 'procedure.bpmn': diagram } };
}

it('a decision that is not taken again when what it read is corrected is told', async () => {
  const stale = async (change: Change): Promise<readonly string[]> => {
    const findings = await findingsAfter(change);
    return findings
      .filter(({ rule }) => rule === 'correction.stale')
      .map(({ level, elementId }) => `${level} ${elementId}`);
  };
  expect(await stale(unchanged)).toEqual([]);
  // The second time that the kind of access is decided gives its result another name.
  const elsewhere = (diagram: string) =>
    diagram.replace(/(id="reclassify-request"[\s\S]*?resultVariable=")classificazione/, '$1nuova');
  expect(await stale(elsewhere)).toEqual(['warning classify-request']);
});
