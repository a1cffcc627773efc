import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ProcedureFiles } from '../../../engine/core/procedure.ts';
import type { Finding } from '../../../engine/findings/finding.ts';
import { publish, publishTogether, type Publication } from '../../../engine/publish.ts';
import { publishAll } from '../../../engine/publish/publish-all.ts';
import { applied, callActivity, smallProcedure } from '../../support/between.ts';
import { end, path, process } from '../../support/bpmn.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';
import { inItalian } from '../../support/findings.ts';

let iter: RunningIter;
let dir: string;
beforeAll(async () => {
  iter = await aRunningIter();
  dir = await mkdtemp(join(tmpdir(), 'iter-calls-'));
});
afterAll(async () => {
  await iter.stop();
  await rm(dir, { recursive: true });
});

const calling = (id: string, called: string): ProcedureFiles =>
  smallProcedure(id, process(id, applied('s'), callActivity('call', called), end('e'), ...path('s', 'call', 'e')));

const plain = (id: string): ProcedureFiles =>
  smallProcedure(id, process(id, applied('s'), end('e'), ...path('s', 'e')));

const errorsIn = (findings: readonly Finding[]) => findings.filter(({ level }) => level === 'error');

const told = (publications: readonly Publication[]) =>
  Object.fromEntries(
    publications.map(({ procedureId, outcome, findings }) => [
      procedureId,
      [outcome, ...errorsIn(findings).map(({ rule, elementId }) => `${rule} ${elementId ?? ''}`)].join(' '),
    ]),
  );

const refused = 'refused call.process-not-published call';

it('a call of what nobody has published is refused', async () => {
  const publication = await publish(iter.deps.db, calling('solo', 'processId="mai-visto"'), iter.now());
  expect(publication).toMatchObject({ procedureId: 'solo', outcome: 'refused' });
  expect(publication).not.toHaveProperty('inUse');
  const found = errorsIn(publication.findings);
  expect(found).toMatchObject([
    { rule: 'call.process-not-published', level: 'error', file: 'procedure.bpmn', elementId: 'call' },
  ]);
  expect(inItalian(found)[0]).toContain('mai-visto');
});

it('a call of a version tag nobody has is refused', async () => {
  const { db } = iter.deps;
  await publish(db, plain('senza-etichetta'), iter.now());
  const asking = calling('chiede', 'processId="senza-etichetta" bindingType="versionTag" versionTag="uno"');
  expect(told([await publish(db, asking, iter.now())])).toEqual({ chiede: refused });
});

it('a procedure may call itself and what expressions name', async () => {
  const { db } = iter.deps;
  const themselves = [calling('ancora', 'processId="ancora"'), calling('sceglie', 'processId="= oggetto"')];
  for (const files of themselves) {
    expect(await publish(db, files, iter.now())).toMatchObject({ outcome: 'published' });
  }
});

it('procedures that call each other are published together', async () => {
  const pair = [calling('uovo', 'processId="gallina"'), calling('gallina', 'processId="uovo"')];
  const alone = [];
  for (const files of pair) alone.push(await publish(iter.deps.db, files, iter.now()));
  expect(told(alone)).toEqual({ uovo: refused, gallina: refused });
  expect(told(await publishTogether(iter.deps.db, pair, iter.now()))).toEqual({
    uovo: 'published',
    gallina: 'published',
  });
});

it('whoever calls a refused procedure is refused with it', async () => {
  const broken = { ...plain('rotta'), files: { 'procedure.bpmn': '<no/>' } };
  const three = [calling('prima', 'processId="seconda"'), calling('seconda', 'processId="rotta"'), broken];
  const outcomes = told(await publishTogether(iter.deps.db, [...three, plain('sana')], iter.now()));
  expect(outcomes).toMatchObject({ prima: refused, seconda: refused, sana: 'published' });
  expect(outcomes['rotta']).toMatch(/^refused /);
});

it('a changed procedure whose call leads nowhere keeps its version', async () => {
  await publish(iter.deps.db, plain('stabile'), iter.now());
  const changed = await publish(iter.deps.db, calling('stabile', 'processId="mai-visto"'), iter.now());
  expect(changed).toMatchObject({ outcome: 'refused', inUse: 1 });
});

it('folders are published whatever their order', async () => {
  for (const { procedureId, files } of [
    calling('aaa', 'processId="bbb"'),
    calling('bbb', 'processId="ccc"'),
    plain('ccc'),
  ]) {
    for (const [file, text] of Object.entries(files)) {
      const path = join(dir, procedureId, file);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    }
  }
  expect(told((await publishAll(iter.deps.db, dir, iter.now())).filter((one) => one.outcome !== 'held-back'))).toEqual({
    aaa: 'published',
    bbb: 'published',
    ccc: 'published',
  });
});
