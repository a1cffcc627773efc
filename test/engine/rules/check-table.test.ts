import { expect, it } from 'vitest';
import { readDecisions } from '../../../engine/rules/dmn.ts';
import { dmn, table } from '../../support/dmn.ts';
import type { TableOptions } from '../../support/dmn.ts';
import { inItalian } from '../../support/findings.ts';

const right: TableOptions = {
  id: 'band',
  inputs: ['x: number'],
  outputs: ['y: string'],
  priorities: ['"low", "high"'],
  rules: [
    ['< 10', '"low"'],
    ['>= 10', '"high"'],
  ],
};

async function sentencesOf(changes: Partial<TableOptions>): Promise<readonly string[]> {
  const { findings } = await readDecisions(dmn(table({ ...right, ...changes })), 'band.dmn');
  return inItalian(findings);
}

it('a table that is right has no finding', async () => {
  expect(await sentencesOf({})).toEqual([]);
});

it.each([
  [
    'a condition',
    {
      rules: [
        ['< 10', '"low"'],
        ['== 10', '"high"'],
      ],
    },
    'Decisione band: regola 2, colonna «x»: In «== 10»',
  ],
  [
    'a result',
    {
      rules: [
        ['< 10', '"low'],
        ['>= 10', '"high"'],
      ],
    },
    'Decisione band: regola 1, colonna «y»: L’espressione «"low»',
  ],
  ['an input', { inputs: ['x +'] }, 'Decisione band: colonna «x +»: L’espressione «x +»'],
])('a mistake in %s is told with its rule and column', async (_name, changes, sentence) => {
  expect(await sentencesOf(changes)).toEqual([expect.stringContaining(sentence)]);
});

it('a result that the column does not allow is told', async () => {
  expect(await sentencesOf({ rules: [['-', '"medium"']] })).toEqual([
    'Decisione band: regola 1, colonna «y»: "medium" non è tra i valori ammessi ("low", "high").',
  ]);
});

it('priorities without the list of values are told', async () => {
  const [sentence] = await sentencesOf({ hitPolicy: 'PRIORITY', priorities: [] });
  expect(sentence).toContain('con PRIORITY serve l’elenco dei valori di uscita');
  expect(await sentencesOf({ hitPolicy: 'PRIORITY' })).toEqual([]);
});

it('a long cell is quoted in part', async () => {
  const [sentence] = await sentencesOf({ rules: [[`${'1, '.repeat(200)}==`, '"low"']] });
  expect(sentence?.length).toBeLessThan(250);
});

it('an expression of Camunda 7 is called by its name', async () => {
  expect(await sentencesOf({ inputs: ['${x}'] })).toEqual([expect.stringContaining('Camunda 7 (JUEL)')]);
});
