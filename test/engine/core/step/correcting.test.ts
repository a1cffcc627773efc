import { beforeAll, describe, expect, it } from 'vitest';
import { submissionHash } from '../../../../engine/core/submission.ts';
import { application, complete, giulia, problemOf, submit, types, type World } from '../../../support/access-way.ts';
import { end, path, process, start, userTask } from '../../../support/bpmn.ts';
import { aCitizen, aProcedure, type Play } from '../../../support/builders.ts';
import { factsOf } from '../../../support/facts.ts';

const diagram = process(
  'accesso',
  start('request-submitted'),
  userTask('correct', { groups: 'third-parties' }),
  end('closed'),
  ...path('request-submitted', 'correct', 'closed'),
);

const asking = async (fields: string, of = '= 1'): Promise<World> => ({
  procedure: await aProcedure({
    diagram,
    facts: factsOf({ correct: { correction: { of, fields, into: 'corretti' } } }),
    terms: {},
  }),
});
const oggetto = '= [{ field: "oggetto", remark: "Di quale seduta?" }]';
const correctedTo = (answers: object) => ({ by: giulia, task: 'correct', answers: { ...application, ...answers } });

describe('a correction of the application', () => {
  let here: World;
  let before: Play;
  let after: Play;
  beforeAll(async () => {
    here = await asking(oggetto);
    before = await submit(application, here);
    after = await complete(before, correctedTo({ oggetto: 'Verbale della seduta del 3 marzo' }), here);
  });

  it('goes to who applied, whoever the lane of the task is for', () => {
    expect(before.dossier.tasks).toMatchObject([
      {
        elementId: 'correct',
        formId: 'richiesta',
        audience: { type: 'party', role: 'applicant' },
        corrects: { sequence: 1, formId: 'richiesta', fields: [{ field: 'oggetto', remark: 'Di quale seduta?' }] },
      },
    ]);
  });

  it('is a submission of the original form, linked to the one that it corrects', () => {
    expect(after.last.submissions).toMatchObject([
      {
        kind: 'correction',
        corrects: 1,
        formId: 'richiesta',
        elementId: 'correct',
        author: { name: 'Giulia Bianchi' },
      },
    ]);
    const [first] = before.last.submissions;
    expect(after.last.submissions[0]?.answers).toEqual({
      ...first?.answers,
      oggetto: 'Verbale della seduta del 3 marzo',
    });
  });

  it('is in the hash of its event with the link', () => {
    const [sent] = after.last.submissions;
    if (sent === undefined) throw new Error('nothing was sent');
    const { corrects: _, ...unlinked } = sent;
    const hash = (submission: typeof sent) => submissionHash(after.dossier.dossierId, submission, (text) => text);
    expect(hash(sent)).not.toBe(hash(unlinked));
  });

  it('is what the dossier is called by from then on', () => {
    expect(before.dossier.subject).toBe(application['oggetto']);
    expect(after.dossier.subject).toBe('Verbale della seduta del 3 marzo');
  });

  it('is what the dossier goes on with, and the diagram knows what has changed', () => {
    expect(after.dossier.variables).toMatchObject({
      oggetto: 'Verbale della seduta del 3 marzo',
      interesse: application['interesse'],
      corretti: ['oggetto'],
    });
    expect(after.dossier.answered?.['oggetto']).toBe(after.last.submissions[0]?.sequence);
  });

  it('is on record with the fields that have changed', () => {
    expect(types(after)).toContain('task.completed');
    expect(after.last.events[0]?.data).toMatchObject({ corrects: 1, changed: ['oggetto'] });
  });

  it('can be corrected again in place of what it corrects', () => {
    expect(after.dossier.sent).toMatchObject([{ sequence: after.last.submissions[0]?.sequence, formId: 'richiesta' }]);
  });

  it('is refused when it changes another field', async () => {
    const attempt = complete(before, correctedTo({ oggetto: 'Verbale di marzo', interesse: 'Un altro' }), here);
    expect((await problemOf(attempt)).details).toMatchObject({
      issues: [{ path: 'interesse', code: 'field.closed' }],
    });
  });

  it('is nobody else’s to send', async () => {
    const luca = aCitizen({ personId: 'luca', fiscalCode: 'RSSLCU80A01F257X' });
    const attempt = complete(before, { ...correctedTo({ oggetto: 'Altro' }), by: luca }, here);
    expect((await problemOf(attempt)).code).toBe('permission.denied');
  });
});

it('a file that is not to be corrected stays, without being sent again', async () => {
  const here = await asking(oggetto);
  const delega = [{ uploadId: 'u1', name: 'delega.pdf', size: 10 }];
  const upload = { uploadId: 'u1', name: 'delega.pdf', size: 10, mediaType: 'application/pdf', sha256: 'f0' };
  const before = await submit({ ...application, delega }, { ...here, uploads: [upload] });
  const answers = { ...application, oggetto: 'Verbale di marzo' };
  const after = await complete(before, { by: giulia, task: 'correct', answers }, here);
  expect(after.dossier.variables['delega']).toEqual(delega);
  expect(after.last.submissions[0]?.answers['delega']).toEqual(delega);
  expect(after.last.documents).toEqual([]);
});

it('a correction of what a third person sent is theirs', async () => {
  const procedure = await aProcedure({
    diagram: process(
      'accesso',
      start('request-submitted'),
      userTask('oppose', { name: 'Opponiti', form: 'precisazione', groups: 'third-parties' }),
      userTask('correct', { groups: 'applicant' }),
      end('closed'),
      ...path('request-submitted', 'oppose', 'correct', 'closed'),
    ),
    facts: factsOf({ correct: { correction: { of: '= 3', fields: oggetto } } }),
    terms: {},
  });
  const marco = { givenName: 'Marco', familyName: 'Verdi', fiscalCode: 'VRDMRC79S23F257F' };
  const submitted = await submit(application, { procedure });
  const parties = [...submitted.dossier.parties, { role: 'third-parties' as const, ...marco }];
  const told = { ...submitted, dossier: { ...submitted.dossier, parties } };
  const by = aCitizen({ personId: 'marco', ...marco });
  const opposed = await complete(told, { by, task: 'oppose', answers: { oggetto: 'Il mio' } }, { procedure });
  expect(opposed.dossier.tasks).toMatchObject([
    { audience: { role: 'third-parties' }, person: marco, about: 'Opponiti', formId: 'precisazione' },
  ]);
  const answers = { oggetto: 'Solo il mio' };
  const refused = await problemOf(complete(opposed, { by: giulia, task: 'correct', answers }, { procedure }));
  expect(refused.code).toBe('permission.denied');
  const corrected = await complete(opposed, { by, task: 'correct', answers }, { procedure });
  expect(corrected.last.submissions).toMatchObject([{ kind: 'correction', corrects: 3, formId: 'precisazione' }]);
  expect(corrected.dossier.variables['oggetto']).toBe('Solo il mio');
});

it('a letter to who has something to do goes to those who have to correct, and to nobody else', async () => {
  const told = { notice: { template: 'avvio', to: 'third-parties', on: 'entered', pending: 'true' } };
  const procedure = await aProcedure({
    diagram: process(
      'accesso',
      start('request-submitted'),
      userTask('oppose', { name: 'Opponiti', form: 'precisazione', groups: 'third-parties' }),
      userTask('correct', { groups: 'applicant' }),
      end('closed'),
      ...path('request-submitted', 'oppose', 'correct', 'closed'),
    ),
    facts: factsOf({ correct: { correction: { of: '= 3', fields: oggetto }, ...told } }),
    terms: {},
  });
  const marco = { givenName: 'Marco', familyName: 'Verdi', fiscalCode: 'VRDMRC79S23F257F' };
  const luca = { givenName: 'Luca', familyName: 'Neri', fiscalCode: 'NRELCU92A31H199Q' };
  const submitted = await submit(application, { procedure });
  const others = [marco, luca].map((one) => ({ role: 'third-parties' as const, ...one }));
  const parties = [...submitted.dossier.parties, ...others];
  // Luca has something to do in a part that was called, not here.
  const tasks = submitted.dossier.tasks.flatMap((task) => [task, { ...task, waitId: 'w9.w1', person: luca }]);
  const heard = { ...submitted, dossier: { ...submitted.dossier, parties, tasks } };
  const by = aCitizen({ personId: 'marco', ...marco });
  const { last } = await complete(heard, { by, task: 'oppose', answers: { oggetto: 'Il mio' } }, { procedure });
  expect(last.messages.map(({ to }) => to.map(({ name }) => name))).toEqual([['Marco Verdi']]);
});

it.each([
  ['fields that are none', '= "oggetto"', '= 1'],
  ['no fields', '= []', '= 1'],
  ['a remark that is missing', '= [{ field: "oggetto" }]', '= 1'],
  ['what nobody has sent', oggetto, '= 7'],
])('a correction of %s is refused when the task opens', async (_, fields, of) => {
  const problem = await problemOf(submit(application, await asking(fields, of)));
  expect(problem).toMatchObject({ code: 'step.failed', details: { elementId: 'correct' } });
});
