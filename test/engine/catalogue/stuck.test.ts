import { expect, it } from 'vitest';
import { compileForPublishing, readProcedureFolder } from '../../../engine/catalogue.ts';

/** What keeps the procedure of the repository from being published when its diagram is changed. */
async function refusals(change: (diagram: string) => string): Promise<readonly string[]> {
  const original = await readProcedureFolder('procedures/accesso-agli-atti');
  const diagram = original.files['procedure.bpmn'] ?? '';
  const files = { ...original.files, 'procedure.bpmn': change(diagram) };
  expect(change(diagram) === diagram).toBe(change === unchanged);
  const { findings } = await compileForPublishing({ ...original, files }, 1);
  return findings
    .filter(({ level }) => level === 'error')
    .map(({ rule, elementId, file }) => [rule, elementId ?? file].join(' '));
}

const unchanged = (diagram: string): string => diagram;
const without = (element: string) => (diagram: string) =>
  diagram.replaceAll(new RegExp(`<iter:${element} [^>]*/>`, 'g'), '');

it('a procedure that leaves nobody waiting is published', async () => {
  expect(await refusals(unchanged)).toEqual([]);
});

it('a job that nobody does is refused at its task', async () => {
  const found = await refusals((diagram) =>
    diagram.replace(/type="send-notice" \/>\s*<iter:notice template="avviso-avvio"[^>]*\/>/, 'type="bollettino" />'),
  );
  expect(found).toEqual(['job.unknown notify-start']);
});

it('an application without milestones or outcomes is refused', async () => {
  expect(await refusals(without('milestone'))).toEqual(['milestone.missing procedure.bpmn']);
  expect(await refusals(without('outcome'))).toContain('outcome.missing procedure.bpmn');
});

it('a main term that passes unseen is refused', async () => {
  const found = await refusals((diagram) => diagram.replaceAll(/<iter:deadline term="risposta"[^>]*\/>/g, ''));
  expect(found).toContain('term.unwatched procedure.bpmn');
});
