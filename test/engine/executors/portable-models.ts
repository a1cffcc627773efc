import { fc } from '../../support/random.ts';
import {
  boundary,
  catchEvent,
  end,
  flow,
  gateway,
  path,
  plainTask,
  process,
  receiveTask,
  scriptTask,
  serviceTask,
  start,
  subProcess,
  userTask,
} from '../../support/bpmn.ts';
import type { Piece } from '../../support/bpmn.ts';
import type { Variables } from '../../../engine/kernel/types.ts';

/** A part of a process that both executors can run, with one way in and one way out. */
export type Part =
  | { readonly type: 'user' | 'service' | 'script' | 'plain' | 'message' | 'timer' | 'receive' }
  | { readonly type: 'sequence' | 'parallel'; readonly parts: readonly Part[] }
  /** Exactly one part is done: the chosen one, by a condition, or by default when it is the last. */
  | { readonly type: 'exclusive'; readonly parts: readonly Part[]; readonly chosen: number }
  /** A task, and a part that is done when an event interrupts it. */
  | { readonly type: 'guarded'; readonly by: 'message' | 'timer'; readonly part: Part }
  | { readonly type: 'race'; readonly parts: readonly [Part, Part] }
  | { readonly type: 'subProcess'; readonly part: Part; readonly isGuarded: boolean }
  /** A part that is done again as long as a script has not counted enough. */
  | { readonly type: 'again'; readonly part: Part; readonly times: number };

/** Any part, small enough to be played in milliseconds. */
export const anyPart: fc.Arbitrary<Part> = fc.letrec<{ readonly part: Part }>((tie) => {
  const parts = fc.array(tie('part'), { minLength: 1, maxLength: 3 });
  const two = fc.tuple(tie('part'), tie('part'));
  const times = fc.integer({ min: 1, max: 3 });
  return {
    part: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ type: fc.constantFrom('user', 'service', 'script', 'plain', 'message', 'timer', 'receive') }),
      fc.record({ type: fc.constantFrom('sequence', 'parallel'), parts }),
      fc.record({ type: fc.constant('exclusive'), parts, chosen: fc.nat(2) }),
      fc.record({ type: fc.constant('guarded'), by: fc.constantFrom('message', 'timer'), part: tie('part') }),
      fc.record({ type: fc.constant('race'), parts: two }),
      fc.record({ type: fc.constant('subProcess'), part: tie('part'), isGuarded: fc.boolean() }),
      fc.record({ type: fc.constant('again'), part: tie('part'), times }),
    ),
  };
}).part;

/** A process to be played: its XML and the variables it begins with. */
export interface Model {
  readonly xml: string;
  readonly variables: Variables;
}

/**
 * The process of a part; by itself portable, unless `isBare`: then choices and branches are not enclosed in
 * sub-processes where bpmn-engine needs it.
 */
export function modelOf(part: Part, isBare = false): Model {
  const drawing: Drawing = { isBare, count: 0, variables: { seed: 3 } };
  const { first, last, pieces } = draw(part, drawing);
  const xml = process('p', start('s'), ...pieces, end('e'), ...path('s', first), ...path(last, 'e'));
  return { xml, variables: drawing.variables };
}

interface Drawing {
  readonly isBare: boolean;
  count: number;
  variables: Variables;
}

interface Drawn {
  readonly first: string;
  readonly last: string;
  readonly pieces: readonly Piece[];
}

function draw(part: Part, drawing: Drawing): Drawn {
  drawing.count += 1;
  const id = `${part.type}${drawing.count}`;
  switch (part.type) {
    case 'sequence':
      return inSequence(part.parts.map((each) => draw(each, drawing)));
    case 'parallel':
      return split(
        id,
        'parallelGateway',
        part.parts.map((each) => draw(hasChoice(each) && !drawing.isBare ? enclosed(each) : each, drawing)),
      );
    case 'exclusive':
      return choose(
        id,
        part.chosen % part.parts.length,
        part.parts.map((each) => draw(each, drawing)),
      );
    case 'guarded':
      return guard(id, part.by, { host: single(id, userTask(id)), instead: draw(part.part, drawing) });
    case 'race':
      return race(
        id,
        part.parts.map((each) => draw(each, drawing)),
      );
    case 'subProcess':
      return drawInside(id, part.isGuarded, draw(part.part, drawing));
    case 'again':
      drawing.variables = { ...drawing.variables, [`n_${id}`]: 0 };
      return drawAgain(
        id,
        part.times,
        draw(hasJoin(part.part) && !drawing.isBare ? enclosed(part.part) : part.part, drawing),
      );
    default:
      return single(id, pieceOf(part.type, id));
  }
}

function enclosed(part: Part): Part {
  return { type: 'subProcess', part, isGuarded: false };
}

// In a loop, branches are kept together: see the rule `portability.join-in-loop`.
function hasJoin(part: Part): boolean {
  if (part.type === 'parallel') return true;
  if ('parts' in part) return part.parts.some(hasJoin);
  return (part.type === 'guarded' || part.type === 'again') && hasJoin(part.part);
}

// In a branch of its own, a choice is kept from the parallel join: see the rule `portability.choice-before-join`.
function hasChoice(part: Part): boolean {
  switch (part.type) {
    case 'exclusive':
    case 'guarded':
    case 'race':
    case 'again':
      return true;
    case 'sequence':
    case 'parallel':
      return part.parts.some(hasChoice);
    case 'subProcess':
      return part.isGuarded;
    default:
      return false;
  }
}

function pieceOf(type: Exclude<Part, { readonly part: Part } | { readonly parts: unknown }>['type'], id: string) {
  switch (type) {
    case 'user':
      return userTask(id, { inputs: { [`in_${id}`]: '= seed + 1' } });
    case 'service':
      return serviceTask(id, { outputs: { [`out_${id}`]: '= answer + seed' } });
    case 'script':
      return scriptTask(id, '= seed * 2', `set_${id}`);
    case 'plain':
      return plainTask(id, { outputs: { [`out_${id}`]: '= seed' } });
    case 'message':
      return catchEvent(id, { message: `m_${id}` });
    case 'timer':
      return catchEvent(id, { duration: 'P60D' });
    case 'receive':
      return receiveTask(id, `m_${id}`);
  }
}

function single(id: string, piece: Piece): Drawn {
  return { first: id, last: id, pieces: [piece] };
}

function inSequence(parts: readonly Drawn[]): Drawn {
  const joints = parts.slice(1).flatMap((part, index) => path(parts[index]?.last ?? '', part.first));
  const pieces = [...parts.flatMap((part) => part.pieces), ...joints];
  return { first: parts[0]?.first ?? '', last: parts.at(-1)?.last ?? '', pieces };
}

function split(id: string, type: string, parts: readonly Drawn[]): Drawn {
  const [fork, join] = [`${id}-split`, `${id}-join`];
  const flows = parts.flatMap(({ first, last }) => [flow(fork, first), flow(last, join)]);
  return {
    first: fork,
    last: join,
    pieces: [gateway(type, fork), gateway(type, join), ...parts.flatMap((part) => part.pieces), ...flows],
  };
}

function choose(id: string, chosen: number, parts: readonly Drawn[]): Drawn {
  const [fork, join] = [`${id}-split`, `${id}-join`];
  const last = parts.length - 1;
  const byDefault = `${fork}-${parts[last]?.first ?? ''}`;
  const flows = parts.flatMap(({ first, last: end }, index) => [
    flow(fork, first, index === last ? undefined : `= seed ${index === chosen ? '>=' : '<'} 0`),
    flow(end, join),
  ]);
  const gateways = [gateway('exclusiveGateway', fork, byDefault), gateway('exclusiveGateway', join)];
  return { first: fork, last: join, pieces: [...gateways, ...parts.flatMap((part) => part.pieces), ...flows] };
}

interface Guarding {
  readonly host: Drawn;
  readonly instead: Drawn;
}

function guard(id: string, by: 'message' | 'timer', { host, instead }: Guarding): Drawn {
  const [event, join] = [`${id}-guard`, `${id}-join`];
  const options = by === 'message' ? { message: `m_${event}` } : { duration: 'P30D' };
  const pieces = [...host.pieces, boundary(event, id, options), ...instead.pieces, gateway('exclusiveGateway', join)];
  const flows = [...path(event, instead.first), ...path(instead.last, join), ...path(host.last, join)];
  return { first: host.first, last: join, pieces: [...pieces, ...flows] };
}

function race(id: string, parts: readonly Drawn[]): Drawn {
  const [fork, join, message, timer] = [`${id}-race`, `${id}-join`, `${id}-message`, `${id}-timer`];
  const events = [catchEvent(message, { message: `m_${id}` }), catchEvent(timer, { duration: 'P10D' })];
  const flows = parts.flatMap(({ first, last }, index) => {
    const event = index === 0 ? message : timer;
    return [...path(fork, event, first), ...path(last, join)];
  });
  const gateways = [gateway('eventBasedGateway', fork), gateway('exclusiveGateway', join)];
  const pieces = [...gateways, ...events, ...parts.flatMap((part) => part.pieces), ...flows];
  return { first: fork, last: join, pieces };
}

function drawInside(id: string, isGuarded: boolean, { first, last, pieces }: Drawn): Drawn {
  const [from, to] = [`${id}_in`, `${id}_out`];
  const inside = [start(from), ...pieces, end(to), ...path(from, first), ...path(last, to)];
  const options = { inputs: { [`own_${id}`]: '= seed' }, outputs: { [`from_${id}`]: `= own_${id} + 1` } };
  const host = single(id, subProcess(id, options, ...inside));
  const instead = single(`${id}-instead`, plainTask(`${id}-instead`));
  return isGuarded ? guard(id, 'message', { host, instead }) : host;
}

function drawAgain(id: string, times: number, { first, last, pieces }: Drawn): Drawn {
  const [from, to, count, counter] = [`${id}-from`, `${id}-to`, `${id}-count`, `n_${id}`];
  const gateways = [gateway('exclusiveGateway', from), gateway('exclusiveGateway', to, `${to}-${id}-end`)];
  const flows = [
    ...path(from, first),
    ...path(last, count, to),
    flow(to, from, `= ${counter} < ${times}`),
    flow(to, `${id}-end`),
  ];
  const tasks = [scriptTask(count, `= ${counter} + 1`, counter), plainTask(`${id}-end`)];
  return { first: from, last: `${id}-end`, pieces: [...gateways, ...tasks, ...pieces, ...flows] };
}
