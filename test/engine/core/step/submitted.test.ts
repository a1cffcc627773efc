import { expect, it } from 'vitest';
import { application, complete, giulia, submit } from '../../../support/access-way.ts';
import { aProcedure, type Play } from '../../../support/builders.ts';
import { end, path, process, scriptTask, start, task, userTask } from '../../../support/bpmn.ts';
import { factsOf } from '../../../support/facts.ts';

const letter = { notice: { template: 'avviso', to: 'applicant' } };
const world = async (...steps: readonly (readonly [string, ReturnType<typeof userTask>])[]) => {
  const ids = steps.map(([id]) => id);
  const diagram = process(
    'accesso',
    start('request-submitted'),
    ...steps.map(([, piece]) => piece),
    end('closed'),
    ...path('request-submitted', ...ids, 'closed'),
  );
  return { procedure: await aProcedure({ diagram, facts: factsOf({ tell: letter }), terms: {} }) };
};

const shout = ['shout', scriptTask('shout', '= "tutto " + oggetto', 'oggetto')] as const;
const clear = ['clear', scriptTask('clear', '= null', 'oggetto')] as const;
const tell = ['tell', task('sendTask', 'tell', { job: 'send-notice' })] as const;
const clarify = ['clarify', userTask('clarify', { form: 'precisazione', groups: 'applicant' })] as const;

const clarified = (before: Play, here: Awaited<ReturnType<typeof world>>) =>
  complete(before, { by: giulia, task: 'clarify', answers: { oggetto: 'Delibera del 3 marzo' } }, here);

const told = ({ last }: Play) => last.messages.map(({ body }) => body);

it('a letter has the answer as it was sent, whatever the procedure writes under its name', async () => {
  const sent = await submit(application, await world(shout, tell));
  expect(told(sent)).toEqual(['È stato chiesto: Verbale della seduta.']);
  expect(sent.dossier.variables['oggetto']).toBe('tutto Verbale della seduta');
});

it('a letter has the answer of the last form', async () => {
  const here = await world(clarify, shout, tell);
  const after = await clarified(await submit(application, here), here);
  expect(told(after)).toEqual(['È stato chiesto: Delibera del 3 marzo.']);
  expect(after.dossier.answered?.['oggetto']).toBe(after.last.submissions[0]?.sequence);
});

it('a letter that comes later still has it', async () => {
  const here = await world(shout, clarify, tell);
  const before = await submit(application, here);
  expect(before.dossier.overwritten).toEqual({ oggetto: 'Verbale della seduta' });
  expect(told(await clarified(before, here))).toEqual(['È stato chiesto: Delibera del 3 marzo.']);
});

it('an answer that the procedure clears is in no letter', async () => {
  const sent = await submit(application, await world(clear, tell));
  expect(told(sent)).toEqual(['È stato chiesto: .']);
});
