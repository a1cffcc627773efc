import { expect, it } from 'vitest';
import { application, fireIn, submit, work } from '../../../support/access-way.ts';
import { aProcedure } from '../../../support/builders.ts';
import type { Play } from '../../../support/builders.ts';
import { end, path, process, sideBoundary, start, userTask } from '../../../support/bpmn.ts';
import { factsOf } from '../../../support/facts.ts';
import type { Said } from '../../../support/facts.ts';

/** A check, during which a day comes. */
const diagram = process(
  'accesso',
  start('request-submitted'),
  userTask('check', { form: 'verifica', groups: 'urp' }),
  sideBoundary('late', 'check', { duration: 'P30D' }),
  end('noted'),
  end('closed'),
  ...path('request-submitted', 'check', 'closed'),
  ...path('late', 'noted'),
);

const world = async (marks: Readonly<Record<string, Said>>) => ({
  procedure: await aProcedure({ diagram, facts: factsOf(marks), terms: {} }),
});

const letter = (template: string, changes: Readonly<Record<string, string>> = {}) => ({
  notice: { template, to: 'applicant', ...changes },
});

const letters = ({ last }: Play) => last.messages.map(({ templateId }) => templateId);

const checked = async (marks: Readonly<Record<string, Said>>): Promise<Play> => {
  const here = await world(marks);
  return work(await submit(application, here), ['check', { esitoVerifica: 'regolare' }], here);
};

it('goes out when an event happens', async () => {
  const here = await world({ 'request-submitted': letter('avvio') });
  const begun = await submit(application, here);
  expect(letters(begun)).toEqual(['avvio']);
  expect(begun.last.events.find(({ type }) => type === 'notice.issued')).toMatchObject({
    data: { templateId: 'avvio', to: 'applicant', elementId: 'request-submitted' },
  });
});

it('goes out when a task is done, or when it begins where its mark says so', async () => {
  expect(letters(await submit(application, await world({ check: letter('avviso') })))).toEqual([]);
  expect(letters(await checked({ check: letter('avviso') }))).toEqual(['avviso']);
  expect(letters(await submit(application, await world({ check: letter('avviso', { on: 'entered' }) })))).toEqual([
    'avviso',
  ]);
});

it('goes out from an end, and from an event on the edge', async () => {
  expect(letters(await checked({ closed: letter('esito') }))).toEqual(['esito']);
  const here = await world({
    late: {
      notice: [
        { template: 'ritardo', to: 'office:rpct' },
        { template: 'esito', to: 'applicant' },
      ],
    },
  });
  const late = await fireIn(here)(await submit(application, here), 'late', '2026-04-02T00:00:00.000Z');
  expect(letters(late)).toEqual(['ritardo', 'esito']);
});

it('stays where its condition does not hold', async () => {
  expect(letters(await checked({ closed: letter('esito', { when: '= esitoVerifica = "altro"' }) }))).toEqual([]);
  expect(letters(await checked({ closed: letter('esito', { when: '= esitoVerifica = "regolare"' }) }))).toEqual([
    'esito',
  ]);
});

it('does not go out from a task that is interrupted', async () => {
  const interrupting = diagram.replace('cancelActivity="false"', '');
  const procedure = await aProcedure({ diagram: interrupting, facts: factsOf({ check: letter('avviso') }), terms: {} });
  const late = await fireIn({ procedure })(
    await submit(application, { procedure }),
    'late',
    '2026-04-02T00:00:00.000Z',
  );
  expect(late.dossier.tasks).toEqual([]);
  expect(letters(late)).toEqual([]);
});
