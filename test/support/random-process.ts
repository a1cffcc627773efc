import { fc } from './random.ts';
import {
  boundary,
  catchEvent,
  end,
  flow,
  gateway,
  path,
  plainTask,
  process,
  raw,
  serviceTask,
  sideBoundary,
  start,
  userTask,
} from './bpmn.ts';
import type { Piece } from './bpmn.ts';

/** A part of a process with one way in and one way out, of which it is known what it does. */
export type Block =
  | { readonly type: Leaf }
  /** A timer and a message, of which the first wins. */
  | { readonly type: 'race' }
  /** A timer may interrupt the part; a timer on its border may also let it go on. */
  | { readonly type: 'guarded' | 'watched'; readonly part: Block }
  | { readonly type: 'sequence' | 'parallel'; readonly parts: readonly Block[] }
  /** Only the chosen parts are done: one for an exclusive gateway, any for an inclusive one. */
  | { readonly type: 'exclusive' | 'inclusive'; readonly parts: readonly Block[]; readonly chosen: readonly number[] }
  | { readonly type: 'subProcess'; readonly part: Block }
  | { readonly type: 'instances'; readonly part: Block; readonly times: number; readonly isSequential: boolean }
  | { readonly type: 'loop'; readonly part: Block; readonly times: number };

type Leaf = 'user' | 'plain' | 'job' | 'timer' | 'message';

/** Any block, up to a depth at which processes stay readable. */
export const anyBlock: fc.Arbitrary<Block> = fc.letrec<{ readonly block: Block }>((tie) => {
  const parts = fc.array(tie('block'), { minLength: 1, maxLength: 3 });
  const chosen = fc.array(fc.nat(2), { minLength: 1, maxLength: 3 });
  const times = fc.integer({ min: 1, max: 3 });
  return {
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ type: fc.constantFrom<Leaf>('user', 'plain', 'job', 'timer', 'message') }),
      fc.record({ type: fc.constant('race') }),
      fc.record({ type: fc.constantFrom('guarded', 'watched'), part: tie('block') }),
      fc.record({ type: fc.constantFrom('sequence', 'parallel'), parts }),
      fc.record({ type: fc.constantFrom('exclusive', 'inclusive'), parts, chosen }),
      fc.record({ type: fc.constant('subProcess'), part: tie('block') }),
      fc.record({ type: fc.constant('instances'), part: tie('block'), times, isSequential: fc.boolean() }),
      fc.record({ type: fc.constant('loop'), part: tie('block'), times }),
    ),
  };
}).block;

/** A process made of a block: its XML, and how often each of its tasks has to be done. */
export interface RandomProcess {
  readonly xml: string;
  readonly expected: Readonly<Record<string, number>>;
  /** How often at the most what a timer may interrupt, or set off, is done. */
  readonly atMost: Readonly<Record<string, number>>;
}

/** The process of a block. */
export function processOf(block: Block): RandomProcess {
  const drawing: Drawing = { counter: { count: 0 }, expected: {}, atMost: {} };
  const { first, last, pieces } = draw(block, drawing, 1);
  const xml = process('p', start('s'), ...pieces, end('e'), ...path('s', first), ...path(last, 'e'));
  return { xml, expected: drawing.expected, atMost: drawing.atMost };
}

interface Drawing {
  readonly counter: { count: number };
  readonly expected: Record<string, number>;
  readonly atMost: Record<string, number>;
}

interface Drawn {
  readonly first: string;
  readonly last: string;
  readonly pieces: readonly Piece[];
}

function draw(block: Block, drawing: Drawing, times: number): Drawn {
  drawing.counter.count += 1;
  const id = `${block.type}${drawing.counter.count}`;
  switch (block.type) {
    case 'user':
    case 'plain':
    case 'job':
    case 'timer':
    case 'message':
      drawing.expected[id] = times;
      return { first: id, last: id, pieces: [leaves[block.type](id)] };
    case 'race':
      return drawRace(id, drawing, times);
    case 'guarded':
    case 'watched':
      return drawBorder(id, block, { drawing, times });
    case 'sequence':
      return inSequence(block.parts.map((part) => draw(part, drawing, times)));
    case 'parallel':
      return drawSplit(
        id,
        'parallelGateway',
        block.parts.map((part) => [draw(part, drawing, times), undefined]),
      );
    case 'exclusive':
    case 'inclusive':
      return drawChoice(id, block, { drawing, times });
    case 'subProcess':
      return drawInside(id, '', draw(block.part, drawing, times));
    case 'instances':
      return drawInside(id, instances(block), draw(block.part, drawing, times * block.times));
    case 'loop':
      return drawInside(id, loop(block.times), draw(block.part, drawing, times * block.times));
  }
}

const leaves: Readonly<Record<Leaf, (id: string) => Piece>> = {
  user: userTask,
  plain: plainTask,
  job: serviceTask,
  timer: (id) => catchEvent(id, { duration: 'P1D' }),
  message: (id) => catchEvent(id, { message: id }),
};

function drawRace(id: string, { expected }: Drawing, times: number): Drawn {
  const [timer, message, merge, over] = [`${id}-t`, `${id}-m`, `${id}-merge`, `${id}-over`];
  expected[over] = times;
  const events = [catchEvent(timer, { duration: 'P1D' }), catchEvent(message, { message: id })];
  const nodes = [gateway('eventBasedGateway', id), ...events, gateway('exclusiveGateway', merge), plainTask(over)];
  return { first: id, last: over, pieces: [...nodes, ...path(id, timer, merge, over), ...path(id, message, merge)] };
}

function drawBorder(
  id: string,
  { type, part }: Extract<Block, { readonly type: 'guarded' | 'watched' }>,
  { drawing, times }: Multiplicity,
): Drawn {
  const { counter, expected, atMost } = drawing;
  const [timer, aside, merge, over] = [`${id}-t`, `${id}-aside`, `${id}-merge`, `${id}-over`];
  atMost[aside] = times;
  expected[over] = times;
  const inside = type === 'watched' ? drawing : { counter, expected: atMost, atMost };
  const host = drawInside(id, '', draw(part, inside, times));
  const main = [...host.pieces, gateway('exclusiveGateway', merge), plainTask(over), ...path(id, merge, over)];
  const border =
    type === 'guarded'
      ? [boundary(timer, id, { duration: 'P1D' }), plainTask(aside), ...path(timer, aside, merge)]
      : [
          sideBoundary(timer, id, { duration: 'P1D' }),
          plainTask(aside),
          end(`${id}-done`),
          ...path(timer, aside, `${id}-done`),
        ];
  return { first: id, last: over, pieces: [...main, ...border] };
}

function inSequence(parts: readonly Drawn[]): Drawn {
  const joints = parts.slice(1).flatMap((part, index) => path(parts[index]?.last ?? '', part.first));
  const pieces = [...parts.flatMap((part) => part.pieces), ...joints];
  return { first: parts[0]?.first ?? '', last: parts.at(-1)?.last ?? '', pieces };
}

type Branch = readonly [part: Drawn, condition: string | undefined];

function drawSplit(id: string, type: string, branches: readonly Branch[]): Drawn {
  const [split, join] = [`${id}-split`, `${id}-join`];
  const flows = branches.flatMap(([{ first, last }, condition]) => [flow(split, first, condition), flow(last, join)]);
  const pieces = [gateway(type, split), gateway(type, join), ...branches.flatMap(([part]) => part.pieces), ...flows];
  return { first: split, last: join, pieces };
}

interface Multiplicity {
  readonly drawing: Drawing;
  readonly times: number;
}

function drawChoice(
  id: string,
  block: Extract<Block, { readonly chosen: readonly number[] }>,
  { drawing, times }: Multiplicity,
): Drawn {
  const chosen = new Set(block.chosen.map((index) => index % block.parts.length));
  const only = block.type === 'exclusive' ? new Set([Math.min(...chosen)]) : chosen;
  const branches = block.parts.map((part, index): Branch => {
    const isTaken = only.has(index);
    return [
      draw(part, drawing, isTaken ? times : 0),
      `= ${isTaken || (block.type === 'exclusive' && chosen.has(index))}`,
    ];
  });
  return drawSplit(id, `${block.type}Gateway`, branches);
}

function drawInside(id: string, characteristics: string, { first, last, pieces }: Drawn): Drawn {
  const inside = [
    start(`${id}_in`),
    ...pieces,
    end(`${id}_out`),
    ...path(`${id}_in`, first),
    ...path(last, `${id}_out`),
  ];
  const content = inside.map(({ xml }) => xml).join('');
  const top = inside.map((piece) => piece.top ?? '').join('');
  const xml = `<bpmn:subProcess id="${id}">${characteristics}${content}</bpmn:subProcess>`;
  return { first: id, last: id, pieces: [raw(xml, top)] };
}

function instances({ times, isSequential }: Extract<Block, { readonly type: 'instances' }>): string {
  const cardinality = `<bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">${times}</bpmn:loopCardinality>`;
  const attributes = `isSequential="${isSequential}"`;
  return `<bpmn:multiInstanceLoopCharacteristics ${attributes}>${cardinality}</bpmn:multiInstanceLoopCharacteristics>`;
}

function loop(times: number): string {
  return `<bpmn:standardLoopCharacteristics testBefore="true" loopMaximum="${times}"/>`;
}
