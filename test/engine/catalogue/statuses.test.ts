import { expect, it } from 'vitest';
import { checkFiles } from '../../../engine/catalogue/check.ts';
import { readProcedureFolder } from '../../../engine/publish/read-folder.ts';

interface Change {
  /** Put in place of the outcome `accolta` and the milestone `in-verifica` of the diagram. */
  readonly drawn?: { readonly outcome?: string; readonly milestone?: string };
  readonly card?: object;
  readonly english?: object;
}

/** What is found in a small procedure after a change, as rule and place. */
async function found({ drawn = {}, card = {}, english }: Change): Promise<readonly string[]> {
  const { files, ...rest } = await readProcedureFolder('test/support/procedures/rilascio-attestato');
  const service: Record<string, unknown> = { ...JSON.parse(files['service.json'] ?? '{}'), ...card };
  if (english !== undefined) {
    const { category, title, shortDescription } = service;
    service['translations'] = { en: { category, title, shortDescription, ...english } };
  }
  const diagram = (files['procedure.bpmn'] ?? '')
    .replace(/<iter:outcome code="[^"]*"/, `<iter:outcome code="${drawn.outcome ?? 'accolta'}"`)
    .replace(/<iter:milestone code="[^"]*"/, `<iter:milestone code="${drawn.milestone ?? 'in-verifica'}"`);
  const changed = { ...files, 'procedure.bpmn': diagram, 'service.json': JSON.stringify(service) };
  const { findings } = await checkFiles({ ...rest, files: changed });
  return findings
    .filter(({ rule }) => /^(outcome|milestone|status|translation)\./.test(rule))
    .map(({ rule, level, elementId, file }) => `${level} ${rule} ${elementId ?? file}`);
}

const own = {
  outcomes: { prorogata: { label: 'Prorogata', kind: 'other' } },
  milestones: { sopralluogo: { label: 'In attesa del sopralluogo', kind: 'waiting-others' } },
};
const inEnglish = { outcomes: { prorogata: 'Extended' }, milestones: { sopralluogo: 'Waiting for the visit' } };

it('a diagram may name the outcomes and milestones of its card', async () => {
  const drawn = { outcome: 'prorogata', milestone: 'sopralluogo' };
  expect(await found({ drawn, card: own, english: inEnglish })).toEqual([]);
});

it('a code that neither everybody nor the card has is refused', async () => {
  const drawn = { outcome: 'prorogata', milestone: 'sopralluogo' };
  expect((await found({ drawn })).map((each) => each.replace(/ \S+$/, ''))).toEqual([
    'error outcome.unknown',
    'error milestone.unknown',
  ]);
});

it('a card may not call something else what is everybody’s', async () => {
  const outcomes = { accolta: { label: 'Accolta', kind: 'denied' } };
  expect(await found({ card: { outcomes } })).toEqual(['error status.taken service.json']);
});

it('the English of an own outcome that is missing or too much is told', async () => {
  const english = { outcomes: { prorogata: 'Extended' }, milestones: { visita: 'Visit' } };
  expect(await found({ card: own, english })).toEqual([
    'warning translation.missing service.json',
    'warning translation.unknown service.json',
  ]);
});
