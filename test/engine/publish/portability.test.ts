import { beforeAll, describe, expect, it } from 'vitest';
import { compileForPublishing, compileProcedure } from '../../../engine/publish/compile-procedure.ts';
import { compileForKernel } from '../../../engine/catalogue/compile.ts';
import { portabilityOf, prove } from '../../../engine/publish/portability.ts';
import type { ProcedureFiles } from '../../../engine/core/procedure.ts';
import { readScenario } from '../../../engine/core/scenario/scenario.ts';
import { portProcedure } from '../../../engine/publish/port-procedure.ts';
import { portProgram } from '../../../engine/executors/bpmn-engine/program.ts';
import { compileFile } from '../../../engine/kernel/reading/compile.ts';
import { callActivity } from '../../support/between.ts';
import { path, process, start } from '../../support/bpmn.ts';
import { aPortableProcedure, changed, notPortable, onKernel } from '../../support/portable-procedure.ts';

let portable: ProcedureFiles;
beforeAll(async () => {
  portable = await aPortableProcedure();
});

const first = 'scenarios/01-rilasciato.json';
const second = 'scenarios/02-completato-due-volte.json';
const only = (file: string, text = portable.scenarios?.[file] ?? '') => ({ ...portable, scenarios: { [file]: text } });
const errorsOf = ({ findings }: { readonly findings: readonly { readonly level: string }[] }) =>
  findings.filter(({ level }) => level === 'error');

describe('the portability of a procedure', () => {
  it('is proved by every scenario going the same', async () => {
    const { isPortable, scenarios, findings } = await portabilityOf(portable);
    expect(scenarios.map(({ outcome }) => outcome)).toEqual(['same', 'same', 'same', 'same']);
    expect(findings).toMatchObject([{ rule: 'portability.long-timer', level: 'warning', elementId: 'silence' }]);
    expect(isPortable).toBe(true);
  }, 60_000);

  it('can be asked of a procedure on the kernel', async () => {
    const { isPortable } = await portabilityOf(onKernel(only(first)));
    expect(isPortable).toBe(true);
  }, 60_000);

  it('is refused with the elements at fault', async () => {
    const report = await portabilityOf(notPortable(portable));
    expect(report.isPortable).toBe(false);
    expect(errorsOf(report)).toMatchObject([
      { rule: 'portability.side-event', elementId: 'withdrawal', file: 'procedure.bpmn' },
    ]);
    expect(report.scenarios.map(({ outcome }) => outcome)).toEqual(Array(4).fill('not-played'));
  });

  it('is refused where the diagram has another process', async () => {
    const other = '<bpmn:process id="parere" isExecutable="true"><bpmn:startEvent id="asked"/></bpmn:process>';
    const report = await portabilityOf(
      changed(portable, 'procedure.bpmn', ['</bpmn:process>', `</bpmn:process>${other}`]),
    );
    expect(report.isPortable).toBe(false);
    expect(errorsOf(report)).toMatchObject([
      { rule: 'portability.companion', elementId: 'parere', file: 'procedure.bpmn' },
    ]);
  });

  it('names the activity that calls another process', async () => {
    const caller = process('chiama', start('s'), callActivity('ask', 'processId="parere"'), ...path('s', 'ask'));
    const callee = process('parere', start('begin'));
    const inner = /<bpmn:process.*<\/bpmn:process>/.exec(callee)?.[0] ?? '';
    const diagram = caller.replace('</bpmn:definitions>', `${inner}</bpmn:definitions>`);
    const { programs } = await compileFile(diagram, { decisions: [] });
    const [program, companion] = programs;
    if (program === undefined || companion === undefined) throw new Error('the fixture does not compile');
    const { program: ported, findings } = await portProcedure({
      program,
      companions: { parere: companion },
      diagram,
    });
    expect(ported).toBeUndefined();
    expect(findings).toMatchObject([
      { rule: 'portability.element-type', elementId: 'ask' },
      { rule: 'portability.companion', elementId: 'parere', params: { callers: ['ask'] } },
    ]);
  });

  it('is not proved without scenarios', async () => {
    const report = await portabilityOf({ ...portable, scenarios: {} });
    expect(report.isPortable).toBe(false);
    expect(errorsOf(report)).toMatchObject([{ rule: 'portability.scenarios-missing' }]);
  });

  it('is not proved by a scenario that goes otherwise', async () => {
    const told = portable.scenarios?.[first]?.replaceAll('"outcome": "accolta"', '"outcome": "diniego"');
    const report = await portabilityOf(only(first, told));
    expect(report.scenarios).toMatchObject([{ file: first, outcome: 'failed' }]);
    expect(errorsOf(report)).toMatchObject([{ rule: 'portability.scenario-failed', file: first }]);
  });

  it('is not proved by a scenario that cannot be read', async () => {
    const report = await portabilityOf(only(first, '{}'));
    expect(report.scenarios).toEqual([{ file: first, title: '', outcome: 'not-played' }]);
    expect(errorsOf(report)).toMatchObject([{ file: first }, { file: first }]);
  });

  it('is not examined when the procedure is broken', async () => {
    const report = await portabilityOf(changed(portable, 'service.json', ['"title"', '"titolo"']));
    expect(report.isPortable).toBe(false);
    expect(report.scenarios.map(({ outcome }) => outcome)).toEqual(Array(4).fill('not-played'));
  });
});

describe('a scenario on two executors', () => {
  it('names the elements where they part', async () => {
    const elsewhere = changed(portable, 'procedure.bpmn', ['&quot;da-precisare&quot;', '&quot;mai&quot;']);
    const { procedure } = await compileForKernel(portable, 1);
    const { procedure: other } = await compileForKernel(elsewhere, 1);
    if (procedure === undefined || other === undefined) throw new Error('the fixture does not compile');
    const { program: ported } = await portProgram(other.program, other.diagram);
    const { scenario } = readScenario(second, portable.scenarios?.[second] ?? '');
    if (ported === undefined || scenario === undefined) throw new Error('the fixture is not portable');
    const { outcome, findings } = await prove({ file: second, scenario }, { procedure, ported });
    expect(outcome).toBe('different');
    const named = findings.map(({ elementId }) => elementId);
    expect(named).toEqual(expect.arrayContaining(['in-order-no', 'clarify-request', 'decide-request']));
    expect(named).not.toContain('check-request');
    expect(findings[0]).toMatchObject({ params: { scenario: second, after: { elementId: 'check-request' } } });
  });
});

describe('publishing on bpmn-engine', () => {
  it('makes a version that is proved', async () => {
    const { procedure, findings } = await compileForPublishing(only(first), 3);
    expect(procedure).toMatchObject({ version: 3, service: { executor: 'bpmn-engine' } });
    expect(errorsOf({ findings })).toEqual([]);
  }, 60_000);

  it('is refused without any proof', async () => {
    const { procedure, findings } = await compileForPublishing({ ...portable, scenarios: {} }, 1);
    expect(procedure).toBeUndefined();
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'portability.scenarios-missing' }));
  });

  it('asks nothing of a procedure on the kernel', async () => {
    const { procedure } = await compileForPublishing(onKernel({ ...notPortable(portable), scenarios: {} }), 1);
    expect(procedure).toBeDefined();
  });

  it('refuses a model that is not portable with its element', async () => {
    const { procedure, findings } = await compileProcedure(notPortable(portable), 1);
    expect(procedure).toBeUndefined();
    expect(errorsOf({ findings })).toMatchObject([{ elementId: 'withdrawal' }]);
  });
});
