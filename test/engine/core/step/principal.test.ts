import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../../engine/catalogue/check.ts';
import { partyRolesOf } from '../../../../engine/core/concerned.ts';
import type { Answers } from '../../../../forms/schema/document.ts';
import { complete, giulia, problemOf, submit, type World } from '../../../support/access-way.ts';
import { applied, smallProcedure } from '../../../support/between.ts';
import { end, path, process, userTask } from '../../../support/bpmn.ts';
import { aCitizen, bodyId } from '../../../support/builders.ts';
import { luca } from '../../../support/policy-cast.ts';

const diagram = process(
  'domanda-di',
  applied('submitted'),
  userTask('add', { name: 'Completa', form: 'nota', groups: 'applicant' }),
  end('done'),
  ...path('submitted', 'add', 'done'),
);

const company = '{ denominazione: "Rossi Srl", codiceFiscale: "01234567890", come: "representative" }';

/** A procedure whose card says for whom who sends it applies. */
async function inTheNameOf(principal: string, now = '2026-03-02T09:00:00.000Z'): Promise<World> {
  const service = { applicant: { principal: `= ${principal}` } };
  const { procedure, findings } = await checkFiles(smallProcedure('domanda-di', diagram, { service }));
  if (procedure === undefined) throw new Error(JSON.stringify(findings));
  return { procedure, now };
}

const answers: Answers = { ente: bodyId, oggetto: 'Autorizzazione', chiave: 'x' };

describe('an application for a company', () => {
  it('has the company as applicant, and who sent it acts for it', async () => {
    const world = await inTheNameOf(company);
    const { dossier } = await submit(answers, world);
    expect(dossier.parties).toMatchObject([
      {
        role: 'applicant',
        kind: 'company',
        familyName: 'Rossi Srl',
        fiscalCode: '01234567890',
        through: { as: 'representative', personId: 'giulia', familyName: 'Bianchi' },
      },
    ]);
    expect(dossier.parties[0]).not.toHaveProperty('personId');
    expect(partyRolesOf(giulia, dossier)).toEqual(['applicant']);
  });

  it('says in the record in whose name everything was done', async () => {
    const world = await inTheNameOf(company);
    const asked = await submit(answers, world);
    const acting = { name: 'Giulia Bianchi', onBehalfOf: 'Rossi Srl' };
    expect(asked.last.events[0]).toMatchObject({ type: 'application.submitted', actor: acting });
    const added = await complete(asked, { by: giulia, task: 'add', answers: { nota: 'Ecco' } }, world);
    expect(added.last.events[0]).toMatchObject({ type: 'task.completed', actor: acting });
    expect(added.last.submissions[0]?.author).toMatchObject(acting);
  });
});

describe('an application for another person', () => {
  const forLuca = (untilOn: string) =>
    `{ nome: "Luca", cognome: "Neri", codiceFiscale: "nrelcu92a31h199q", come: "delegate", finoAl: "${untilOn}" }`;

  it('is of both: the person, and the delegate', async () => {
    const { dossier } = await submit(answers, await inTheNameOf(forLuca('2026-12-31')));
    expect(partyRolesOf(luca, dossier)).toEqual(['applicant']);
    expect(partyRolesOf(giulia, dossier)).toEqual(['applicant']);
    expect(partyRolesOf(aCitizen({ personId: 'ada', fiscalCode: 'X' }), dossier)).toEqual([]);
  });

  it('is refused after the last day of the mandate', async () => {
    const attempt = submit(answers, await inTheNameOf(forLuca('2026-03-01')));
    expect(await problemOf(attempt)).toMatchObject({ code: 'mandate.ended', details: { untilOn: '2026-03-01' } });
  });

  it('is not worked on by the delegate after that day, but by the person', async () => {
    const world = await inTheNameOf(forLuca('2026-03-31'));
    const asked = await submit(answers, world);
    const later = { ...world, now: '2026-04-01T09:00:00.000Z' };
    const work = { task: 'add', answers: { nota: 'Ecco' } };
    expect((await problemOf(complete(asked, { by: giulia, ...work }, later))).code).toBe('mandate.ended');
    const added = await complete(asked, { by: luca, ...work }, later);
    expect(added.last.events[0]?.actor).toMatchObject({ name: 'Luca Neri' });
    expect(added.last.events[0]?.actor).not.toHaveProperty('onBehalfOf');
  });

  it('can be worked on by the delegate on the last day', async () => {
    const world = await inTheNameOf(forLuca('2026-03-31'));
    const asked = await submit(answers, world);
    const lastDay = { ...world, now: '2026-03-31T20:00:00.000Z' };
    const added = await complete(asked, { by: giulia, task: 'add', answers: { nota: 'Ecco' } }, lastDay);
    expect(added.last.events[0]?.actor).toMatchObject({ onBehalfOf: 'Luca Neri' });
  });
});

it('without a principal, who sends an application is the applicant', async () => {
  const { dossier, last } = await submit(answers, await inTheNameOf('null'));
  expect(dossier.parties).toMatchObject([{ role: 'applicant', personId: 'giulia' }]);
  expect(dossier.parties[0]).not.toHaveProperty('through');
  expect(last.events[0]?.actor).not.toHaveProperty('onBehalfOf');
});

it.each([
  ['a principal without a name', '{ come: "delegate" }'],
  ['a principal for whom nobody says as what they act', '{ denominazione: "Rossi Srl" }'],
  ['a text', '"Rossi Srl"'],
])('%s is refused, naming the card', async (_, principal) => {
  const attempt = submit(answers, await inTheNameOf(principal));
  expect(await problemOf(attempt)).toMatchObject({ code: 'step.failed', details: { expression: `= ${principal}` } });
});
