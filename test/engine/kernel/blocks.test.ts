import { fc } from '../../support/random.ts';
import { describe, expect, it } from 'vitest';
import {
  end,
  event,
  flow,
  gateway,
  path,
  plainTask,
  process,
  start,
  subProcess,
  userTask,
} from '../../support/bpmn.ts';
import type { Program } from '../../../engine/kernel/program.ts';
import type { Piece } from '../../support/bpmn.ts';
import { begin, go, programOf } from '../../support/instance.ts';
import type { Instance } from '../../support/instance.ts';

/** A block-structured diagram: it has one way in and one way out. */
type Block =
  | { readonly type: 'task' | 'pass' | 'guarded' }
  | { readonly type: 'sequence' | 'parallel' | 'choice' | 'sub'; readonly blocks: readonly Block[] };

const { block } = fc.letrec<{ block: Block; leaf: Block; node: Block }>((tie) => ({
  leaf: fc.record({ type: fc.constantFrom('task', 'pass', 'guarded') }),
  node: fc.record({
    type: fc.constantFrom('sequence', 'parallel', 'choice', 'sub'),
    blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
  }),
  block: fc.oneof({ maxDepth: 4, withCrossShrink: true }, tie('leaf'), tie('node')),
}));

interface Drawn {
  readonly pieces: readonly Piece[];
  readonly first: string;
  readonly last: string;
}

// Ids follow the place in the tree, so the same block always gives the same diagram.
function draw(drawn: Block, id: string): Drawn {
  switch (drawn.type) {
    case 'task':
      return { pieces: [userTask(id)], first: id, last: id };
    case 'pass':
      return { pieces: [plainTask(id)], first: id, last: id };
    case 'guarded':
      return drawGuarded(id);
    case 'sequence':
      return drawSequence(drawn.blocks, id);
    case 'parallel':
      return drawGateways(drawn.blocks, id, 'parallelGateway');
    case 'choice':
      return drawGateways(drawn.blocks, id, 'exclusiveGateway');
    case 'sub': {
      const inner = drawSequence(drawn.blocks, `${id}i`);
      const ends = [start(`${id}s`), end(`${id}e`), ...path(`${id}s`, inner.first), ...path(inner.last, `${id}e`)];
      return { pieces: [subProcess(id, {}, ...ends, ...inner.pieces)], first: id, last: id };
    }
  }
}

// A task with an interrupting timer and a side message, both leading back into the one way out.
function drawGuarded(id: string): Drawn {
  const pieces = [
    userTask(id),
    event('boundaryEvent', `${id}t`, { duration: 'P1D', host: id }),
    event('boundaryEvent', `${id}m`, { message: `${id}m`, host: id, lets: 'go-on' }),
    gateway('exclusiveGateway', `${id}x`),
    end(`${id}d`),
    ...path(id, `${id}x`),
    ...path(`${id}t`, `${id}x`),
    ...path(`${id}m`, `${id}d`),
  ];
  return { pieces, first: id, last: `${id}x` };
}

function drawSequence(blocks: readonly Block[], id: string): Drawn {
  const parts = blocks.map((each, index) => draw(each, `${id}_${index}`));
  const links = parts.slice(1).map((part, index) => flow(parts[index]?.last ?? '', part.first));
  const pieces = [...parts.flatMap((part) => part.pieces), ...links];
  return { pieces, first: parts[0]?.first ?? '', last: parts.at(-1)?.last ?? '' };
}

function drawGateways(blocks: readonly Block[], id: string, type: string): Drawn {
  const parts = blocks.map((each, index) => draw(each, `${id}_${index}`));
  const chosen = (index: number) => (type === 'exclusiveGateway' ? `= pick = ${index}` : undefined);
  const pieces = [
    gateway(type, `${id}f`, type === 'exclusiveGateway' ? `${id}f-${parts[0]?.first}` : undefined),
    gateway(type, `${id}j`),
    ...parts.flatMap((part, index) => [
      ...part.pieces,
      flow(`${id}f`, part.first, index === 0 ? undefined : chosen(index)),
      flow(part.last, `${id}j`),
    ]),
  ];
  return { pieces, first: `${id}f`, last: `${id}j` };
}

/** Resolves one open wait, chosen by the numbers; when they are used up, only tasks are chosen. */
function oneStep(instance: Instance, order: readonly number[], step: number): Instance {
  const number = order[step % order.length] ?? 0;
  const choices = step < order.length ? instance.open : instance.open.filter(({ type }) => type === 'task');
  const wait = choices[number % choices.length];
  if (wait?.type === 'timer') return go(instance, { type: 'fire', waitId: wait.id });
  if (wait?.type === 'message') return go(instance, { type: 'message', message: wait.message, payload: {} });
  return go(instance, { type: 'complete', waitId: wait?.id ?? '', output: { [wait?.elementId ?? '']: step } });
}

/** All steps of an instance until nothing is open, the first included. */
function runToEnd(instance: Instance, order: readonly number[]): readonly Instance[] {
  const steps = [instance];
  for (let last = instance; last.open.length > 0;) {
    last = oneStep(last, order, steps.length - 1);
    steps.push(last);
  }
  return steps;
}

async function programOfBlock(drawn: Block): Promise<Program> {
  const { pieces, first, last } = draw(drawn, 'b');
  return programOf(process('p', start('s'), ...pieces, end('e'), ...path('s', first), ...path(last, 'e')));
}

/** How much more often each element was entered than left or cancelled; elements in balance are left out. */
function imbalance(steps: readonly Instance[]): Readonly<Record<string, number>> {
  const balance: Record<string, number> = {};
  for (const entry of steps.flatMap(({ move }) => move.trail)) {
    if (entry.type === 'taken' || entry.type === 'decided') continue;
    balance[entry.elementId] = (balance[entry.elementId] ?? 0) + (entry.type === 'entered' ? 1 : -1);
  }
  return Object.fromEntries(Object.entries(balance).filter(([, difference]) => difference !== 0));
}

const order = fc.array(fc.nat(1000), { minLength: 1, maxLength: 30 });

describe('a block-structured diagram', () => {
  it('ends with no token left, whatever the order', async () => {
    await fc.assert(
      fc.asyncProperty(block, fc.nat(3), order, async (drawn, pick, numbers) => {
        const last = runToEnd(begin(await programOfBlock(drawn), { pick }), numbers).at(-1);
        expect(last?.move.ended?.reason).toBe('completed');
        expect(last?.move.state).toMatchObject({ tokens: [], waits: [], scopes: [{ id: 's0' }] });
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('leaves every element as often as it enters it', async () => {
    await fc.assert(
      fc.asyncProperty(block, fc.nat(3), order, async (drawn, pick, numbers) => {
        const steps = runToEnd(begin(await programOfBlock(drawn), { pick }), numbers);
        expect(imbalance(steps)).toEqual({});
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('moves identically when run again', async () => {
    await fc.assert(
      fc.asyncProperty(block, fc.nat(3), order, async (drawn, pick, numbers) => {
        const program = await programOfBlock(drawn);
        const run = () => JSON.stringify(runToEnd(begin(program, { pick }), numbers).map(({ move }) => move));
        expect(run()).toBe(run());
      }),
      { numRuns: 50 },
    );
  }, 60_000);
});
