import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readProcedureFolder } from '../../engine/publish/read-folder.ts';
import { applicationOf } from '../support/course.ts';
import { aRunningIter, type RunningIter } from '../support/harness.ts';

const folder = 'procedures/accesso-agli-atti';

describe('the article of law that is shown', () => {
  let iter: RunningIter;

  beforeAll(async () => {
    iter = await aRunningIter();
  });
  afterAll(() => iter.stop());

  const asked = async (tipo: string) => {
    await iter.submit('giulia', { ...applicationOf('giulia', iter.bodyId), tipo });
    const { terms, dossierId } = await iter.dossier();
    const [letter] = await iter.deps.db('messages').where({ dossier_id: dossierId }).select('body');
    return { ground: terms['risposta']?.ground, letter: String(letter?.body) };
  };

  it.each([
    { tipo: 'documentale', ground: 'L. 241/1990, art. 25 c. 4', inLetter: 'legge 241 del 1990, articolo 25' },
    {
      tipo: 'civico-generalizzato',
      ground: 'D.Lgs. 33/2013, art. 5 c. 6',
      inLetter: 'decreto legislativo 33 del 2013, articolo 5',
    },
    { tipo: 'ambientale', ground: 'D.Lgs. 195/2005, art. 3 c. 2', inLetter: 'decreto legislativo 195 del 2005' },
  ])('is that of $tipo', async ({ tipo, ground, inLetter }) => {
    const shown = await asked(tipo);
    expect(shown.ground).toBe(ground);
    expect(shown.letter).toContain(inLetter);
  });
});

describe('a letter to a person', () => {
  it('names the body', async () => {
    const { files } = await readProcedureFolder(folder);
    const diagram = await readFile(`${folder}/procedure.bpmn`, 'utf8');
    const toPeople = [...diagram.matchAll(/<iter:notice template="([^"]+)" to="(?!office:)/g)].map(([, id]) => id);
    const silent = toPeople.filter((id) => !files[`templates/${id}.md`]?.includes('dossier.bodyName'));
    expect(toPeople.length).toBeGreaterThan(8);
    expect(silent).toEqual([]);
  });
});
