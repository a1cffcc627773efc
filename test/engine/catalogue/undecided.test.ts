import { describe, expect, it } from 'vitest';
import { beforeDecision, undecidedEnds } from '../../../engine/catalogue/undecided.ts';
import { compileFile } from '../../../engine/kernel/reading/compile.ts';
import {
  boundary,
  end,
  flow,
  gateway,
  path,
  process,
  sideBoundary,
  start,
  subProcess,
  userTask,
  type Piece,
} from '../../support/bpmn.ts';

/** The ends that are reached undecided, and what may be open before; what begins with `decide` decides. */
async function asked(...pieces: readonly Piece[]) {
  const { programs } = await compileFile(process('p', ...pieces), { decisions: [] });
  const [program] = programs;
  if (program === undefined) throw new Error('the diagram does not compile');
  const question = { program, decides: ({ id }: { readonly id: string }) => id.startsWith('decide') };
  return {
    ends: undecidedEnds(question).map(({ id }) => id),
    open: beforeDecision(question)
      .map(({ id }) => id)
      .sort(),
  };
}

const late = { duration: 'P30D' } as const;

describe('the ends that are reached without a decision', () => {
  it('are none where the only way decides', async () => {
    const { ends } = await asked(start('s'), userTask('decide'), end('e'), ...path('s', 'decide', 'e'));
    expect(ends).toEqual([]);
  });

  it('are those of the ways that do not decide', async () => {
    const { ends } = await asked(
      start('s'),
      gateway('exclusiveGateway', 'g', 'g-no'),
      userTask('decide'),
      end('yes'),
      end('no'),
      ...path('s', 'g'),
      flow('g', 'decide', '= true'),
      ...path('decide', 'yes'),
      flow('g', 'no'),
    );
    expect(ends).toEqual(['no']);
  });

  it('are none where one of the ways side by side decides', async () => {
    const { ends } = await asked(
      start('s'),
      gateway('parallelGateway', 'g'),
      userTask('decide'),
      end('decided'),
      userTask('tell'),
      end('told'),
      ...path('s', 'g', 'decide', 'decided'),
      ...path('g', 'tell', 'told'),
    );
    expect(ends).toEqual([]);
  });

  it('are those behind what interrupts the work, also in a sub-process', async () => {
    const { ends } = await asked(
      start('s'),
      subProcess('phase', {}, start('i'), userTask('decide'), end('inner'), ...path('i', 'decide', 'inner')),
      boundary('late', 'phase', late),
      end('e'),
      end('expired'),
      ...path('s', 'phase', 'e'),
      ...path('late', 'expired'),
    );
    expect(ends).toEqual(['expired']);
  });

  it('are not those of a way beside the main one', async () => {
    const { ends, open } = await asked(
      start('s'),
      userTask('look'),
      sideBoundary('late', 'look', late),
      userTask('decide'),
      end('e'),
      end('noted'),
      ...path('s', 'look', 'decide', 'e'),
      ...path('late', 'noted'),
    );
    expect({ ends, open }).toEqual({ ends: [], open: ['decide', 'look', 's'] });
  });

  it('end a loop that may go on for ever as any other', async () => {
    const { ends } = await asked(
      start('s'),
      userTask('look'),
      gateway('exclusiveGateway', 'g'),
      end('e'),
      ...path('s', 'look', 'g'),
      flow('g', 'look', '= again'),
      flow('g', 'e', '= not(again)'),
    );
    expect(ends).toEqual(['e']);
  });
});
