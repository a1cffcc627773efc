import { fc } from '../../support/random.ts';
import { describe, expect, it } from 'vitest';
import { advance, start } from '../../../engine/kernel/running/advance.ts';
import { compile } from '../../../engine/kernel/reading/compile.ts';
import type { Program } from '../../../engine/kernel/program.ts';
import type { Move, TrailEntry, Trigger, Wait } from '../../../engine/kernel/types.ts';
import { anyBlock, processOf } from '../../support/random-process.ts';
import { testNow } from '../../support/instance.ts';
import { complaintsIn } from '../../support/findings.ts';

/** Which of the open waits is resolved at each step. */
const anyOrder = fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 });

interface Played {
  readonly moves: readonly Move[];
  readonly trail: readonly TrailEntry[];
}

function triggerFor(wait: Wait): Trigger {
  if (wait.type === 'timer') return { type: 'fire', waitId: wait.id };
  if (wait.type === 'message') return { type: 'message', message: wait.message, payload: {} };
  return { type: 'complete', waitId: wait.id, output: {} };
}

/** Plays an instance to its end; `keep` is what happens to its state between two steps. */
function play(program: Program, order: readonly number[], keep: (state: Move['state']) => Move['state']): Played {
  let move = start(program, {}, testNow);
  const moves = [move];
  let open: readonly Wait[] = move.opened;
  for (let done = 0; move.ended === undefined; done += 1) {
    const wait = open[(order[done % order.length] ?? 0) % open.length];
    if (wait === undefined || done > 5000) throw new Error('the instance does not come to its end');
    move = advance(program, keep(move.state), triggerFor(wait), testNow);
    const closed = new Set(move.closed);
    open = [...open.filter(({ id }) => !closed.has(id)), ...move.opened];
    moves.push(move);
  }
  return { moves, trail: moves.flatMap(({ trail }) => trail) };
}

const asItIs = (state: Move['state']) => state;
const throughJson = (state: Move['state']): Move['state'] => JSON.parse(JSON.stringify(state));

const compiled = async (xml: string): Promise<Program> => {
  const { program, findings } = await compile(xml, { decisions: [] });
  if (program) return program;
  throw new Error(complaintsIn(findings));
};

const times = (trail: readonly TrailEntry[], type: TrailEntry['type'], id: string) =>
  trail.filter((entry) => entry.type === type && 'elementId' in entry && entry.elementId === id).length;

describe('any process and any order of triggers', () => {
  it('does each task exactly as often as drawn', async () => {
    await fc.assert(
      fc.asyncProperty(anyBlock, anyOrder, async (block, order) => {
        const { xml, expected, atMost } = processOf(block);
        const { trail, moves } = play(await compiled(xml), order, asItIs);
        const done = Object.fromEntries(Object.keys(expected).map((id) => [id, times(trail, 'left', id)]));
        expect(done).toEqual(expected);
        expect(Object.entries(atMost).filter(([id, most]) => times(trail, 'left', id) > most)).toEqual([]);
        expect(moves.at(-1)?.ended).toEqual({ reason: 'completed', endEventId: 'e' });
        expect(times(trail, 'left', 'e')).toBe(1);
      }),
      { numRuns: 200 },
    );
  });

  it('goes on from a reloaded state as if never saved', async () => {
    await fc.assert(
      fc.asyncProperty(anyBlock, anyOrder, async (block, order) => {
        const program = await compiled(processOf(block).xml);
        expect(play(program, order, throughJson).moves).toEqual(play(program, order, asItIs).moves);
      }),
      { numRuns: 60 },
    );
  });

  it('gives byte-identical states for the same inputs', async () => {
    await fc.assert(
      fc.asyncProperty(anyBlock, anyOrder, async (block, order) => {
        const program = await compiled(processOf(block).xml);
        const again = await compiled(processOf(block).xml);
        const states = ({ moves }: Played) => JSON.stringify(moves.map(({ state }) => state));
        expect(states(play(again, order, throughJson))).toBe(states(play(program, order, asItIs)));
      }),
      { numRuns: 60 },
    );
  });

  it('leaves nothing behind when it has ended', async () => {
    await fc.assert(
      fc.asyncProperty(anyBlock, anyOrder, async (block, order) => {
        const last = play(await compiled(processOf(block).xml), order, asItIs).moves.at(-1);
        expect(last?.state).toMatchObject({ tokens: [], waits: [] });
        expect(last?.state.scopes).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });
});
