import { describe, expect, it } from 'vitest';
import { boundary, end, flow, gateway, path, plainTask, process, raw, start, userTask } from '../../support/bpmn.ts';
import { begin, complete, enteredIn, fire, programOf, waitingAt } from '../../support/instance.ts';

const formal = 'xsi:type="bpmn:tFormalExpression"';

describe('an inclusive join', () => {
  const xml = process(
    'p',
    start('s'),
    gateway('inclusiveGateway', 'split', 'split-c'),
    userTask('a'),
    userTask('b'),
    userTask('c'),
    gateway('inclusiveGateway', 'join'),
    userTask('after'),
    end('e'),
    boundary('late', 'b', { duration: 'P1D' }),
    ...path('s', 'split'),
    flow('split', 'a', '= x'),
    flow('split', 'b', '= y'),
    ...path('split', 'c', 'join'),
    ...path('a', 'join'),
    ...path('b', 'join', 'after', 'e'),
    ...path('late', 'e'),
  );

  it('waits for the branches that were taken', async () => {
    const half = complete(begin(await programOf(xml), { x: true, y: true }), 'a');
    expect(waitingAt(half)).toEqual(['b', 'late']);
    expect(waitingAt(complete(half, 'b'))).toEqual(['after']);
  });

  it('does not wait for branches that were not taken', async () => {
    expect(waitingAt(complete(begin(await programOf(xml), { x: true, y: false }), 'a'))).toEqual(['after']);
    expect(waitingAt(begin(await programOf(xml), { x: false, y: false }))).toEqual(['c']);
  });

  it('no longer waits for a branch that went another way', async () => {
    const half = complete(begin(await programOf(xml), { x: true, y: true }), 'a');
    expect(waitingAt(fire(half, 'late'))).toEqual(['after']);
  });
});

describe('a complex gateway', () => {
  const join = (condition: string) =>
    raw(
      `<bpmn:complexGateway id="join"><bpmn:activationCondition ${formal}>${condition}</bpmn:activationCondition></bpmn:complexGateway>`,
    );
  const twoOfThree = process(
    'p',
    start('s'),
    gateway('parallelGateway', 'split'),
    ...['a', 'b', 'c'].map((id) => userTask(id)),
    join('activationCount &gt;= 2'),
    userTask('after'),
    end('e'),
    ...path('s', 'split'),
    ...['a', 'b', 'c'].flatMap((id) => path('split', id, 'join')),
    ...path('join', 'after', 'e'),
  );

  it('goes on when enough tokens have come', async () => {
    const one = complete(begin(await programOf(twoOfThree)), 'a');
    expect(waitingAt(one)).toEqual(['b', 'c']);
    expect(waitingAt(complete(one, 'b'))).toEqual(['after', 'c']);
  });

  it('is entered by the tokens that are enough', async () => {
    const two = complete(complete(begin(await programOf(twoOfThree)), 'a'), 'b');
    expect(enteredIn(two)).toEqual(['join', 'after']);
  });

  it('takes away the rest that comes later', async () => {
    const two = complete(complete(begin(await programOf(twoOfThree)), 'a'), 'b');
    const all = complete(two, 'c');
    expect(waitingAt(all)).toEqual(['after']);
    expect(complete(all, 'after').move.ended?.reason).toBe('completed');
  });
});

describe('a complex gateway that has fired', () => {
  const conditional = (id: string, condition: string) => flow('join', id, condition);
  const xml = process(
    'p',
    start('s'),
    gateway('parallelGateway', 'split'),
    ...['a', 'b', 'first', 'rest', 'usual'].map((id) => userTask(id)),
    raw(
      `<bpmn:complexGateway id="join" default="join-usual"><bpmn:activationCondition ${formal}>activationCount &gt;= 1</bpmn:activationCondition></bpmn:complexGateway>`,
    ),
    ...path('s', 'split'),
    ...['a', 'b'].flatMap((id) => path('split', id, 'join')),
    conditional('first', '= n = 1'),
    conditional('rest', '= n = 2'),
    flow('join', 'usual'),
  );

  it('lets the rest go by the flows whose condition holds then', async () => {
    const fired = complete(begin(await programOf(xml)), 'a', { n: 1 });
    expect(waitingAt(fired)).toEqual(['b', 'first']);
    expect(waitingAt(complete(fired, 'b', { n: 2 }))).toEqual(['first', 'rest']);
  });

  it('takes no default for the rest', async () => {
    const fired = complete(begin(await programOf(xml)), 'a', { n: 0 });
    expect(waitingAt(fired)).toEqual(['b', 'usual']);
    expect(waitingAt(complete(fired, 'b'))).toEqual(['usual']);
  });
});

describe('quantities of tokens', () => {
  it('an activity starts when enough tokens have come', async () => {
    const xml = process(
      'p',
      start('s'),
      plainTask('a'),
      plainTask('b'),
      raw('<bpmn:userTask id="both" startQuantity="2"/>'),
      end('e'),
      ...path('s', 'a', 'both', 'e'),
      ...path('s', 'b', 'both'),
    );
    expect(waitingAt(begin(await programOf(xml)))).toEqual(['both']);
  });

  it('an activity sends as many tokens as it says', async () => {
    const xml = process(
      'p',
      start('s'),
      raw('<bpmn:task id="a" completionQuantity="3"/>'),
      userTask('b'),
      end('e'),
      ...path('s', 'a', 'b', 'e'),
    );
    expect(waitingAt(begin(await programOf(xml)))).toEqual(['b', 'b', 'b']);
  });
});

describe('an ad-hoc sub-process', () => {
  const adHoc = (attributes: string, condition = '') =>
    process(
      'p',
      start('s'),
      raw(
        `<bpmn:adHocSubProcess id="any" ${attributes}><bpmn:userTask id="a"/><bpmn:userTask id="b"/>${condition}</bpmn:adHocSubProcess>`,
      ),
      userTask('after'),
      end('e'),
      ...path('s', 'any', 'after', 'e'),
    );
  const enough = `<bpmn:completionCondition ${formal}>= enough</bpmn:completionCondition>`;

  it('offers all activities at once', async () => {
    const begun = begin(await programOf(adHoc('')));
    expect(waitingAt(begun)).toEqual(['a', 'b']);
    expect(waitingAt(complete(complete(begun, 'b'), 'a'))).toEqual(['after']);
  });

  it('offers one after the other when sequential', async () => {
    const begun = begin(await programOf(adHoc('ordering="Sequential"')));
    expect(waitingAt(begun)).toEqual(['a']);
    expect(waitingAt(complete(begun, 'a'))).toEqual(['b']);
  });

  it('offers those alone that its expression names', async () => {
    const chosen =
      '<bpmn:extensionElements><zeebe:adHoc activeElementsCollection="= chosen"/></bpmn:extensionElements>';
    const program = await programOf(adHoc('', '').replace('id="any" >', `id="any">${chosen}`));
    expect(waitingAt(begin(program, { chosen: ['b', 'elsewhere'] }))).toEqual(['b']);
    expect(waitingAt(begin(program, { chosen: [] }))).toEqual(['after']);
  });

  it('ends when it has enough', async () => {
    const begun = begin(await programOf(adHoc('', enough)), { enough: false });
    expect(waitingAt(complete(begun, 'a', { enough: true }))).toEqual(['after']);
  });

  it('lets the others finish when it may not cancel them', async () => {
    const begun = begin(await programOf(adHoc('cancelRemainingInstances="false"', enough)), { enough: false });
    const half = complete(begun, 'a', { enough: true });
    expect(waitingAt(half)).toEqual(['b']);
    expect(waitingAt(complete(half, 'b'))).toEqual(['after']);
  });
});

describe('a link', () => {
  const link = (type: string, id: string) =>
    raw(`<bpmn:${type} id="${id}"><bpmn:linkEventDefinition name="L"/></bpmn:${type}>`);

  it('leads from each of its starts to its end', async () => {
    const xml = process(
      'p',
      start('s'),
      link('intermediateThrowEvent', 'from'),
      link('intermediateThrowEvent', 'too'),
      link('intermediateCatchEvent', 'to'),
      userTask('a'),
      end('e'),
      ...path('s', 'from'),
      flow('s', 'too'),
      ...path('to', 'a', 'e'),
    );
    const begun = begin(await programOf(xml));
    expect(waitingAt(begun)).toEqual(['a', 'a']);
    expect(enteredIn(begun)).toEqual(['s', 'from', 'to', 'too', 'to', 'a', 'a']);
  });
});
