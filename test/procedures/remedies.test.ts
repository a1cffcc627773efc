import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readScenario } from '../../engine/core/scenario/scenario.ts';
import { aRunningIter, type RunningIter } from '../support/harness.ts';
import { play } from '../support/scenario.ts';

const folder = 'procedures/accesso-agli-atti/scenarios';

/** What the people concerned are told of remedies, in the notices that end each story. */
describe('the remedies against an answer', () => {
  let iter: RunningIter;

  beforeAll(async () => {
    iter = await aRunningIter({ at: '2026-01-01T00:00:00.000Z' });
  });
  afterAll(() => iter.stop());

  const told = async (file: string): Promise<Readonly<Record<string, string>>> => {
    const { scenario } = readScenario(file, await readFile(`${folder}/${file}`, 'utf8'));
    if (scenario === undefined) throw new Error(`${file} cannot be read`);
    await play(scenario, iter);
    const last = await iter.deps.db('dossiers').orderBy('dossierId', 'desc').first('dossier_id');
    const messages: readonly { readonly templateId: string; readonly body: string }[] = await iter.deps
      .db('messages')
      .where({ dossier_id: last?.dossierId })
      .select('template_id', 'body');
    return Object.fromEntries(messages.map(({ templateId, body }) => [templateId, body]));
  };

  it('are told with their last days after a denial', async () => {
    const { esito = '' } = await told('04-diniego-motivato.json');
    expect(esito).toContain('chiedere il riesame al responsabile della trasparenza, dalla pagina della pratica, entro');
    expect(esito).toMatch(/difensore civico regionale entro il 9 aprile 2026: è gratuito/);
    expect(esito).toMatch(/tribunale amministrativo regionale entro il 9 aprile 2026/);
    expect(esito).toContain('legge 241 del 1990, articolo 25');
  });

  it('are told after silence too', async () => {
    const { 'diniego-tacito': tacit = '' } = await told('07-silenzio-e-riesame-accolto.json');
    expect(tacit).toMatch(/riesame .* entro (il |l’)\d/);
    expect(tacit).toMatch(/difensore civico regionale entro (il |l’)\d/);
    expect(tacit).toMatch(/tribunale amministrativo regionale entro (il |l’)\d/);
  });

  it('are told by the article on civic access', async () => {
    const { esito = '', 'accoglimento-controinteressati': opponent = '' } = await told(
      '03-generalizzato-con-opposizione.json',
    );
    expect(esito).toContain('decreto legislativo 33 del 2013, articolo 5, commi 7 e 8');
    expect(opponent).toMatch(/difensore civico regionale entro il 27 aprile 2026/);
  });

  it('are told to who opposed a documentary request', async () => {
    const { 'accoglimento-controinteressati': opponent = '' } = await told('19-documentale-con-opposizione.json');
    expect(opponent).toContain('i documenti si consegnano subito');
    expect(opponent).toMatch(/tribunale amministrativo regionale entro il 27 aprile 2026/);
    expect(opponent).not.toMatch(/15 giorni|articolo 5/);
  });

  it('are not told to who got everything', async () => {
    const { esito = '' } = await told('01-accoglimento-documentale.json');
    expect(esito).not.toMatch(/riesame|tribunale/);
  });
});
