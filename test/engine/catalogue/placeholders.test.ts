import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileForKernel } from '../../../engine/catalogue/compile.ts';
import { figuresIn } from '../../../engine/catalogue/figures.ts';
import type { ProcedureFiles } from '../../../engine/core/procedure.ts';
import { readProcedureFolder } from '../../../engine/publish/read-folder.ts';

let files: ProcedureFiles;
beforeAll(async () => {
  files = await readProcedureFolder(fileURLToPath(new URL('../../../procedures/accesso-agli-atti', import.meta.url)));
});

/** What is found about texts where one piece of a file is another. */
async function found(path: string, before: string, after: string) {
  const text = files.files[path] ?? '';
  expect(text).toContain(before);
  const changed = { ...files, files: { ...files.files, [path]: text.replace(before, after) } };
  const { findings } = await compileForKernel(changed, 0);
  return findings
    .filter(({ rule }) => /^(?:figure|placeholder|feel)\./.test(rule))
    .map(({ rule, level, file, params }) => ({ rule, level, file, params }));
}

describe('the texts of access to documents', () => {
  it('type no figure that a parameter has', async () => {
    expect(await found('service.json', '"executor"', '"executor"')).toEqual([]);
  });

  it.each([
    ['service.json', 'Entro {{ parameters.riesameGiorni }} giorni dalla', 'Entro 20 giorni dalla', ['riesameGiorni']],
    ['translations/en.json', '{{ parameters.opposizioneGiorni }} days', '15 days', ['consegnaGiorni']],
    ['templates/esito.md', 'ha deciso sulla tua richiesta', 'ha deciso per 16 euro', ['bolloEuro']],
    ['forms/valutazione.json', '{{ parameters.opposizioneGiorni }} giorni', '20 giorni', ['riesameGiorni']],
    ['forms/consegna.json', '{{ parameters.consegnaGiorni }} giorni', '15 giorni', ['consegnaGiorni']],
    ['procedure.bpmn', '{{ parameters.riesameGiorni }} giorni', '20 giorni', ['riesameGiorni']],
  ])('in %s are warned of a figure that is typed', async (...[path, before, after, names]) => {
    expect(await found(path, before, after)).toMatchObject([
      {
        rule: 'figure.typed',
        level: 'warning',
        file: path,
        params: { names: names.map((name) => `parameters.${name}`) },
      },
    ]);
  });

  it.each([
    ['service.json', '{{ parameters.bolloEuro }}', '{{ parameters.bollo }}', 'parameters.bollo'],
    ['service.json', '{{ parameters.bolloEuro }}', '{{ oggetto }}', 'oggetto'],
    ['translations/en.json', 'parameters.opposizioneGiorni', 'parameters.giorni', 'parameters.giorni'],
    ['forms/accesso-richiesta.json', 'parameters.opposizioneGiorni', 'classificazione', 'classificazione'],
  ])('in %s may name what is known there alone', async (...[path, before, after, name]) => {
    expect(await found(path, before, after)).toMatchObject([
      { rule: 'placeholder.unknown', level: 'error', file: path, params: { name } },
    ]);
  });

  it('are refused with a placeholder that cannot be read', async () => {
    const written = '{{ parameters.bolloEuro }}';
    const broken = { level: 'error', file: 'service.json' };
    expect(await found('service.json', written, '{{ parameters.bolloEuro + }}')).toMatchObject([
      { ...broken, rule: 'feel.syntax' },
    ]);
    expect(await found('service.json', written, '{{#if true}}')).toMatchObject([
      { ...broken, rule: 'placeholder.open-block', params: { place: 'costs.1', mark: '{{#if true}}' } },
    ]);
  });
});

describe('a figure in a text', () => {
  it.each([
    ['Hai 30 giorni', [[30, 'day']]],
    ['within 30 working days', [[30, 'day']]],
    [
      'da 16 euro, o € 16,50',
      [
        [16, 'euro'],
        [16.5, 'euro'],
      ],
    ],
    [
      '3 mesi e 2 anni',
      [
        [3, 'month'],
        [2, 'year'],
      ],
    ],
    // Nothing is counted by a year, an article or a day of the month.
    ['legge 241 del 1990, articolo 10; il 31 agosto', []],
    ['{{ parameters.giorni }} giorni, {{ if a then "30 giorni" else "" }}', []],
    ['30 orazioni', []],
  ] as const)('%s', (text, figures) => {
    expect(figuresIn(text).map(({ value, unit }) => [value, unit])).toEqual(figures);
  });
});
