import { beforeAll, describe, expect, it } from 'vitest';
import { checkFiles } from '../../../../engine/catalogue/check.ts';
import { tasksFor } from '../../../../engine/core/policy.ts';
import type { PersonActor } from '../../../../engine/core/actor.ts';
import { fireIn, problemOf, submit, type World } from '../../../support/access-way.ts';
import { applied, smallProcedure } from '../../../support/between.ts';
import { boundary, end, flow, forEach, path, process, userTask } from '../../../support/bpmn.ts';
import { aCitizen, aClerk, bodyId, dossierId, play, type Play } from '../../../support/builders.ts';
import { marked } from '../../../support/part.ts';
import { luca, marco } from '../../../support/policy-cast.ts';

const people = [
  { nome: 'Marco', cognome: 'Verdi', codiceFiscale: 'VRDMRC79S23F257F', email: 'marco.verdi@example.org' },
  { nome: 'Luca', cognome: 'Neri', codiceFiscale: 'nrelcu92a31h199q' },
];

const lots = [
  { numero: 1, titolo: 'Strade' },
  { numero: 2, titolo: 'Scuole' },
];

/** Two people are heard, each in their own task; then the office looks at each of two lots. */
const diagram = process(
  'ascolto',
  applied('submitted'),
  forEach(
    'persona',
    `= ${JSON.stringify(people)}`,
    marked(
      userTask('answer', { name: 'Rispondi', form: 'nota', groups: 'third-parties' }),
      '<iter:each person="= persona"/><iter:gathered into="risposte"/>',
    ),
  ),
  boundary('too-late', 'answer', { duration: 'P10D' }),
  forEach(
    'lotto',
    `= ${JSON.stringify(lots)}`,
    marked(
      userTask('look', { name: 'Esamina il lotto', form: 'nota', groups: 'urp' }),
      '<iter:each about="= string(lotto.numero) + &quot;. &quot; + lotto.titolo"/><iter:gathered into="esami"/>',
    ),
  ),
  end('done'),
  ...path('submitted', 'answer', 'look', 'done'),
  flow('too-late', 'look'),
);

let world: World;
let asked: Play;
beforeAll(async () => {
  const { procedure, findings } = await checkFiles(smallProcedure('ascolto', diagram));
  if (procedure === undefined) throw new Error(JSON.stringify(findings));
  world = { procedure, now: '2026-03-02T09:00:00.000Z' };
  asked = await submit({ ente: bodyId, oggetto: 'Contributo', chiave: 'x' }, world);
});

const told = ({ dossier }: Play) => dossier.tasks.map(({ elementId, about }) => `${elementId} ${about ?? '-'}`);
const theirs = ({ dossier }: Play, actor: PersonActor) =>
  tasksFor(actor, dossier, '2026-03-02').map(({ about }) => about);

/** Completes the task of an element that is about somebody or something. */
const answer = (before: Play, by: PersonActor, { about, nota }: { readonly about: string; readonly nota: string }) => {
  const taskId = before.dossier.tasks.find((task) => task.about === about)?.taskId ?? `${dossierId}.none`;
  return play(before, { by, context: world, command: { type: 'complete', dossierId, taskId, answers: { nota } } });
};

describe('a task for each person', () => {
  it('opens one for each, told apart by name', () => {
    expect(told(asked)).toEqual(['answer Marco Verdi', 'answer Luca Neri']);
  });

  it('makes each of them a party, who has that task and no other', () => {
    expect(asked.dossier.parties.map(({ role, familyName }) => `${role} ${familyName}`)).toEqual([
      'applicant Bianchi',
      'third-parties Verdi',
      'third-parties Neri',
    ]);
    expect(theirs(asked, marco)).toEqual(['Marco Verdi']);
    expect(theirs(asked, luca)).toEqual(['Luca Neri']);
    expect(theirs(asked, aCitizen())).toEqual([]);
  });

  it('is refused to another person in the same role', async () => {
    const refused = await problemOf(answer(asked, luca, { about: 'Marco Verdi', nota: 'x' }));
    expect(refused).toMatchObject({ code: 'permission.denied', details: { reason: 'for-another' } });
  });

  it('gathers what each has answered, and gives the process nothing else', async () => {
    const first = await answer(asked, luca, { about: 'Luca Neri', nota: 'No' });
    expect(told(first)).toEqual(['answer Marco Verdi']);
    const both = await answer(first, marco, { about: 'Marco Verdi', nota: 'Sì' });
    expect(both.dossier.variables).toMatchObject({ risposte: [{ nota: 'No' }, { nota: 'Sì' }] });
    expect(both.dossier.variables).not.toHaveProperty('nota');
    expect(both.dossier.variables).not.toHaveProperty('persona');
  });

  it('keeps what was answered when a timer ends the waiting', async () => {
    const first = await answer(asked, marco, { about: 'Marco Verdi', nota: 'Sì' });
    const late = await fireIn(world)(first, 'too-late', '2026-03-13T01:00:00.000Z');
    expect(late.dossier.variables).toMatchObject({ risposte: [{ nota: 'Sì' }] });
    expect(told(late)).toEqual(['look 1. Strade', 'look 2. Scuole']);
  });

  it('says in the record whom each was for', async () => {
    const first = await answer(asked, marco, { about: 'Marco Verdi', nota: 'Sì' });
    expect(first.last.events.find(({ type }) => type === 'task.completed')?.data).toMatchObject({
      elementId: 'answer',
      about: 'Marco Verdi',
    });
  });
});

describe('a task for each item', () => {
  const paola = aClerk([{ officeCode: 'urp', role: 'clerk' }]);

  it('is for anybody of the office, and told apart by the item', async () => {
    const late = await fireIn(world)(asked, 'too-late', '2026-03-13T01:00:00.000Z');
    expect(theirs(late, paola)).toEqual(['1. Strade', '2. Scuole']);
    const taskId = late.dossier.tasks[1]?.taskId ?? '';
    const claimed = await play(late, { by: paola, context: world, command: { type: 'claim', dossierId, taskId } });
    const looked = await answer(claimed, paola, { about: '2. Scuole', nota: 'Bene' });
    expect(told(looked)).toEqual(['look 1. Strade']);
    expect(looked.dossier.variables).toMatchObject({ esami: [{ nota: 'Bene' }] });
  });
});

it('is refused when a list holds what is no person', async () => {
  const wrong = diagram.replace('person="= persona"', 'person="= persona.nome"');
  const { procedure } = await checkFiles(smallProcedure('ascolto', wrong));
  if (procedure === undefined) throw new Error('not compiled');
  const attempt = submit({ ente: bodyId, oggetto: 'Contributo', chiave: 'x' }, { ...world, procedure });
  expect(await problemOf(attempt)).toMatchObject({
    code: 'step.failed',
    details: { elementId: 'answer', expression: '= persona.nome', found: '"Marco"' },
  });
});

it('is asked for where a task is opened several times, and only there', async () => {
  const without = diagram.replace('<iter:each person="= persona"/>', '');
  const alone = process(
    'ascolto',
    applied('submitted'),
    marked(userTask('answer', { groups: 'urp' }), '<iter:each about="= 1"/>'),
    end('done'),
    ...path('submitted', 'answer', 'done'),
  );
  const rules = async (xml: string) =>
    (await checkFiles(smallProcedure('ascolto', xml))).findings
      .filter(({ elementId }) => elementId === 'answer')
      .map(({ rule }) => rule);
  expect(await rules(without)).toContain('language.missing');
  expect(await rules(alone)).toContain('language.misplaced');
  expect(await rules(diagram)).toEqual([]);
});
