import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile, compileFile } from '../../../engine/kernel/reading/compile.ts';
import { readForInterchange } from '../../../engine/kernel/reading/interchange.ts';
import type { Finding } from '../../../engine/findings/finding.ts';
import { end, path, process, raw, start, type Piece } from '../../support/bpmn.ts';

const around = (id: string, ...pieces: readonly Piece[]) =>
  process('p', start('s'), ...pieces, end('e'), ...path('s', id, 'e'));

describe('a drawing', () => {
  it('that is not filled in yet can be tried out', async () => {
    const xml = around('a', raw('<bpmn:serviceTask id="a"/>'));
    expect((await compile(xml, { decisions: [] })).program).toBeUndefined();
    const { program, findings } = await compile(xml, { decisions: [], isDraft: true });
    expect(program?.nodes.a?.work).toMatchObject({ type: 'job', jobType: 'a' });
    expect(findings).toMatchObject([{ rule: 'task.job-missing', level: 'warning', keepsFromPublishing: true }]);
  });

  it('that is not executable yet says so', async () => {
    const xml = around('a', raw('<bpmn:task id="a"/>')).replace('isExecutable="true"', 'isExecutable="false"');
    const { programs, findings } = await compileFile(xml, { decisions: [], isDraft: true });
    expect(programs).toHaveLength(1);
    expect(findings).toMatchObject([{ rule: 'process.not-executable', level: 'warning', keepsFromPublishing: true }]);
  });

  const place = ({ rule, elementId }: Finding) => `${rule} ${elementId ?? ''}`;
  const national = '../shared/standards/suap-ssu-dpr160/bpmn';
  const files = existsSync(national) ? readdirSync(national) : [];
  it.skipIf(files.length === 0)('of a national workflow compiles and says what publishing needs', async () => {
    for (const file of files) {
      const xml = readFileSync(join(national, file), 'utf8');
      const { programs, findings } = await compileFile(xml, { decisions: [], isDraft: true });
      expect(programs.length, file).toBeGreaterThan(0);
      expect(findings.filter(({ level }) => level !== 'warning')).toEqual([]);
      const told = findings.filter(({ keepsFromPublishing }) => keepsFromPublishing).map(place);
      const published = xml.replaceAll('isExecutable="false"', 'isExecutable="true"');
      const { findings: strict } = await compileFile(published, { decisions: [], isStrict: true });
      const refusals = strict.filter(({ level }) => level === 'error').map(place);
      expect(refusals.length, file).toBeGreaterThan(0);
      expect(refusals.filter((refusal) => !told.includes(refusal))).toEqual([]);
    }
  });
});

describe('a file that is passed on', () => {
  it('keeps foreign content and references that lead out', async () => {
    const foreign = '<bpmn:extensionElements><x:note xmlns:x="urn:x" kept="yes"/></bpmn:extensionElements>';
    const xml = around('a', raw(`<bpmn:userTask id="a">${foreign}</bpmn:userTask>`)).replace(
      '</bpmn:definitions>',
      '<bpmn:interface id="i" name="i"><bpmn:operation id="o" name="o"><bpmn:inMessageRef>elsewhere</bpmn:inMessageRef></bpmn:operation></bpmn:interface></bpmn:definitions>',
    );
    const written = await (await readForInterchange(xml)).write();
    expect(written).toContain('kept="yes"');
    expect(written).toContain('<bpmn:inMessageRef>elsewhere</bpmn:inMessageRef>');
  });

  it('keeps each of several references that lead out', async () => {
    const supports = '<bpmn:supports>a</bpmn:supports><bpmn:supports>b</bpmn:supports>';
    const xml = around('a', raw('<bpmn:task id="a"/>')).replace('<bpmn:startEvent', `${supports}<bpmn:startEvent`);
    const { complaints, write } = await readForInterchange(xml.replaceAll('>a</bpmn:supports>', '>x</bpmn:supports>'));
    expect(complaints).toEqual([]);
    expect(await write()).toMatch(/<bpmn:supports>x<\/bpmn:supports>\s*<bpmn:supports>b<\/bpmn:supports>/);
  });

  it('complains in the words of the reader of what it cannot keep', async () => {
    const xml = around('a', raw('<bpmn:task id="a"><bpmn:funny/></bpmn:task>'));
    const { complaints, definitions } = await readForInterchange(xml);
    expect(complaints).toEqual([expect.stringContaining('unparsable content <bpmn:funny/> detected')]);
    expect(definitions.$type).toBe('bpmn:Definitions');
    await expect(readForInterchange('nonsense')).rejects.toThrow();
  });
});
