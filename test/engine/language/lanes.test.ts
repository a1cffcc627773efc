import { describe, expect, it } from 'vitest';
import { factsIn } from './diagram.ts';

const lane = (id: string, role: string | undefined, ...holds: readonly string[]) => {
  const named = `<bpmn:extensionElements><iter:role role="${role}" /></bpmn:extensionElements>`;
  const refs = holds.map((node) => `<bpmn:flowNodeRef>${node}</bpmn:flowNodeRef>`).join('');
  return `<bpmn:lane id="${id}" name="${id}">${role === undefined ? '' : named}${refs}</bpmn:lane>`;
};

/** `check` stands beside the phase; `examine`, `decide` and the call `opinion` stand in it. */
const drawn = (lanes: string, inner = '') => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:iter="urn:iter:bpmn:1" targetNamespace="urn:test">
  <bpmn:process id="prova" isExecutable="true">
    <bpmn:laneSet id="lanes">${lanes}</bpmn:laneSet>
    <bpmn:userTask id="check" />
    <bpmn:subProcess id="phase">${inner === '' ? '' : `<bpmn:laneSet id="inner">${inner}</bpmn:laneSet>`}
      <bpmn:userTask id="examine" /><bpmn:userTask id="decide" /><bpmn:callActivity id="opinion" calledElement="parere" />
    </bpmn:subProcess>
  </bpmn:process>
</bpmn:definitions>`;

const rolesIn = async (lanes: string, inner?: string) => {
  const { lanes: roles, findings } = await factsIn(drawn(lanes, inner));
  expect(findings).toEqual([]);
  return roles;
};

describe('a lane of a role', () => {
  it('gives the role to the tasks and calls that it holds', async () => {
    const roles = await rolesIn(lane('one', 'front-desk', 'check') + lane('two', 'decider', 'decide', 'opinion'));
    expect(roles).toEqual({ check: 'front-desk', decide: 'decider', opinion: 'decider' });
  });

  it('gives it to what stands in a sub-process that it holds', async () => {
    expect(await rolesIn(lane('one', 'case-officer', 'phase'))).toEqual({
      phase: 'case-officer',
      examine: 'case-officer',
      decide: 'case-officer',
      opinion: 'case-officer',
    });
  });

  it('of the process may hold a task inside a sub-process of another lane', async () => {
    const roles = await rolesIn(lane('one', 'case-officer', 'phase') + lane('two', 'decider', 'decide'));
    expect(roles).toMatchObject({ examine: 'case-officer', decide: 'decider' });
  });

  it('inside a sub-process prevails over that of the process', async () => {
    const roles = await rolesIn(lane('one', 'case-officer', 'phase'), lane('two', 'opinion:environment', 'examine'));
    expect(roles).toMatchObject({ examine: 'opinion:environment', decide: 'case-officer' });
  });

  it('inside another lane prevails over the outer one', async () => {
    const inner = lane('inner', 'decider', 'check');
    const outer = '<bpmn:lane id="outer"><bpmn:extensionElements><iter:role role="office" /></bpmn:extensionElements>';
    const roles = await rolesIn(
      `${outer}<bpmn:flowNodeRef>check</bpmn:flowNodeRef><bpmn:flowNodeRef>phase</bpmn:flowNodeRef><bpmn:childLaneSet>${inner}</bpmn:childLaneSet></bpmn:lane>`,
    );
    expect(roles).toMatchObject({ check: 'decider', phase: 'office' });
  });

  it('says nothing where it names no role', async () => {
    expect(await rolesIn(lane('one', undefined, 'check', 'phase'))).toEqual({});
  });
});
