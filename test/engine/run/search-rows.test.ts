import { beforeAll, expect, it } from 'vitest';
import { searchRows, type SearchRows } from '../../../engine/run/search-rows.ts';
import { application, complete, giulia, submit } from '../../support/access-way.ts';
import { aProcedure, aServiceCard } from '../../support/builders.ts';
import { end, path, process, scriptTask, start, userTask } from '../../support/bpmn.ts';

let applied: SearchRows;
let clarified: SearchRows;
beforeAll(async () => {
  const diagram = process(
    'accesso',
    start('request-submitted'),
    scriptTask('shout', '= "urlo"', 'oggetto'),
    userTask('clarify', { form: 'precisazione', groups: 'applicant' }),
    end('closed'),
    ...path('request-submitted', 'shout', 'clarify', 'closed'),
  );
  const here = { procedure: await aProcedure({ diagram, facts: {}, terms: {} }) };
  const place = { procedure: { service: aServiceCard(), startFormId: 'richiesta' }, bodyName: 'Regione' };
  const sent = await submit(application, here);
  applied = searchRows(undefined, { ...sent.last, dossier: sent.dossier }, place);
  const answers = { oggetto: 'Delibera' };
  const after = await complete(sent, { by: giulia, task: 'clarify', answers }, here);
  clarified = searchRows(sent.dossier, { ...after.last, dossier: after.dossier }, place);
});

const came = ({ words }: SearchRows, audience: string) => words.find((row) => row.audience === audience)?.filesPlain;
const stands = ({ words }: SearchRows, audience: string) => words.find((row) => row.audience === audience)?.plain;

it('a dossier is found by answers as they were sent', () => {
  expect(came(applied, 'office')).toContain('verbale');
  expect(came(applied, 'applicant')).toContain('verbale');
  expect(stands(applied, 'office')).not.toContain('urlo');
});

it('a later answer adds to what the office finds it by', () => {
  expect(came(clarified, 'office')).toEqual(['delibera']);
  expect(clarified.newWords).toContain('delibera');
});

it('an applicant finds it by what was applied for', () => {
  expect(came(clarified, 'applicant') ?? []).toEqual([]);
});
