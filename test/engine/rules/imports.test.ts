import { describe, expect, it } from 'vitest';
import { evaluateDecision, readDecisionFiles } from '../../../engine/rules/dmn.ts';
import type { Json } from '../../../engine/kernel/types.ts';
import { end, path, process, start, task } from '../../support/bpmn.ts';
import { begin, programOf } from '../../support/instance.ts';
import { dmn, inputData, literal } from '../../support/dmn.ts';

const importing = (name: string, namespace: string) =>
  `<import name="${name}" namespace="${namespace}" importType="https://www.omg.org/spec/DMN/20191111/MODEL/"/>`;

/** A file of a namespace whose references into other files are written `other~id`. */
const file = (namespace: string, ...elements: readonly string[]) => ({
  file: `${namespace}.dmn`,
  xml: dmn(...elements)
    .replace('namespace="test"', `namespace="${namespace}"`)
    .replace(/href="#(\w+)~/g, 'href="$1#'),
});

const tAge = '<itemDefinition name="tAge"><typeRef>number</typeRef></itemDefinition>';
const knowledge =
  '<businessKnowledgeModel id="twice" name="Doppio di"><variable name="Doppio di"/><encapsulatedLogic>' +
  '<formalParameter name="x"/><literalExpression><text>x * 2</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>';
const shared = file(
  'shared',
  tAge,
  inputData('eta: tAge'),
  literal({ id: 'adult', needs: ['eta'], expression: 'eta >= 18' }),
  knowledge,
);

async function decide(files: Parameters<typeof readDecisionFiles>[0], id: string, context: Record<string, Json>) {
  const { decisions, findings } = await readDecisionFiles(files);
  expect(findings).toEqual([]);
  return evaluateDecision(decisions, id, { context }).result;
}

const rulesOf = async (...files: Parameters<typeof readDecisionFiles>[0]) =>
  (await readDecisionFiles(files)).findings.map(({ rule, file: at, elementId }) => `${rule} ${at} ${elementId ?? ''}`);

describe('a model that imports another', () => {
  it('names its decisions and input data after the import', async () => {
    const main = file(
      'main',
      importing('s', 'shared'),
      literal({
        id: 'd',
        requires: ['shared~adult'],
        needs: ['shared~eta'],
        expression: 'if s.adult then s.eta else 0',
      }),
    );
    expect(await decide([main, shared], 'd', { eta: 20 })).toBe(20);
    expect(await decide([shared, main], 'd', { eta: 17 })).toBe(0);
  });

  it('names them as they are when the import has no name', async () => {
    const main = file(
      'main',
      importing('', 'shared'),
      literal({ id: 'd', requires: ['shared~adult'], expression: 'not(adult)' }),
    );
    expect(await decide([main, shared], 'd', { eta: 20 })).toBe(false);
  });

  it('calls its knowledge models, whatever signs their names have', async () => {
    const main = file(
      'main',
      importing('s', 'shared'),
      literal({ id: 'd', calls: ['shared~twice'], expression: 's.Doppio di(4)' }),
    );
    expect(await decide([main, shared], 'd', {})).toBe(8);
  });

  it('uses its types', async () => {
    const main = file(
      'main',
      importing('s', 'shared'),
      inputData('n: s.tAge'),
      literal({ id: 'd', needs: ['n'], expression: 'n + 1' }),
    );
    expect(await decide([main, shared], 'd', { n: 1 })).toBe(2);
    const { decisions } = await readDecisionFiles([main, shared]);
    expect(() => evaluateDecision(decisions, 'd', { context: { n: 'uno' } })).toThrow(
      expect.objectContaining({ code: 'decision.wrong-type' }),
    );
  });
});

it('a diagram applies decisions of several files', async () => {
  const main = file(
    'main',
    importing('s', 'shared'),
    literal({ id: 'd', requires: ['shared~adult'], expression: 's.adult' }),
  );
  const apply = task('businessRuleTask', 'apply', { decision: 'd', result: 'maggiorenne' });
  const xml = process('p', start('s'), apply, end('e'), ...path('s', 'apply', 'e'));
  expect(begin(await programOf(xml, [main, shared]), { eta: 30 }).move.variables).toMatchObject({ maggiorenne: true });
});

describe('an import that leads nowhere', () => {
  const asking = literal({ id: 'd', requires: ['shared~adult'], expression: '1' });

  it('is a finding when no file is that model', async () => {
    expect(await rulesOf(file('main', importing('s', 'shared'), asking))).toEqual([
      'dmn.import-missing main.dmn ',
      'dmn.import main.dmn d',
    ]);
  });

  it('is a finding when the model is not imported', async () => {
    expect(await rulesOf(file('main', asking), shared)).toEqual(['dmn.import main.dmn d']);
  });

  it('is a finding when the model lacks the element', async () => {
    const wrong = literal({ id: 'd', requires: ['shared~altro'], expression: '1' });
    expect(await rulesOf(file('main', importing('s', 'shared'), wrong), shared)).toEqual(['dmn.import main.dmn d']);
  });

  it('is a finding when models import each other', async () => {
    const [one, two] = [file('one', importing('t', 'two')), file('two', importing('o', 'one'))];
    expect(await rulesOf(one, two)).toEqual(['dmn.import-circular two.dmn ']);
  });
});

it('an id that two files give is a finding', async () => {
  const twin = file('twin', literal({ id: 'adult', expression: 'true' }));
  expect(await rulesOf(shared, twin)).toEqual(['dmn.id-twice twin.dmn adult']);
});
