import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../engine/catalogue/check.ts';
import { compileForKernel } from '../../../engine/catalogue/compile.ts';
import { applicantKeys } from '../../../forms/schema/applicant-page.ts';
import { pagesOf } from '../../../forms/schema/pages.ts';
import type { FieldComponent } from '../../../forms/schema/document.ts';
import { fieldsOf } from '../../../forms/schema/pages.ts';
import { applied, smallProcedure } from '../../support/between.ts';
import { end, path, process } from '../../support/bpmn.ts';

const diagram = process('domanda-di', applied('submitted'), end('done'), ...path('submitted', 'done'));

const admitting = (applicant: unknown) => smallProcedure('domanda-di', diagram, { service: { applicant } });

/** What is refused of a card that admits these. */
async function faults(applicant: unknown) {
  const { findings } = await checkFiles(admitting(applicant));
  return findings.filter(({ level }) => level === 'error');
}

/** The application form of a card that admits these. */
async function formOf(...kinds: readonly string[]) {
  const { procedure, findings } = await checkFiles(admitting({ kinds }));
  const form = procedure?.forms['domanda'];
  if (form === undefined) throw new Error(JSON.stringify(findings));
  return form;
}

describe('the kinds of party that may apply', () => {
  it('cannot be unknown', async () => {
    expect(await faults({ kinds: ['person', 'ghost'] })).toMatchObject([
      { file: 'service.json', params: { path: ['applicant', 'kinds', 1], fault: { code: 'party-kind-unknown' } } },
    ]);
  });

  it('cannot be none', async () => {
    expect(await faults({ kinds: [] })).toMatchObject([
      { file: 'service.json', params: { path: ['applicant', 'kinds'], fault: { code: 'party-kinds-none' } } },
    ]);
  });

  it('are chosen on the first page of the application, those alone', async () => {
    const form = await formOf('delegate', 'person');
    expect(pagesOf(form)[0]?.label).toBe('Chi presenta la domanda');
    const question = fieldsOf(form)[0]?.component as FieldComponent;
    expect(question).toMatchObject({ key: 'appliesAs', label: 'Per chi presenti la domanda?', defaultValue: 'person' });
    expect(question.values?.map(({ value }) => value)).toEqual(['person', 'delegate']);
  });

  it('are not asked about where everybody applies for themself', async () => {
    expect(fieldsOf(await formOf('person')).map(({ path: key }) => key)).toEqual(['ente', 'oggetto', 'chiave']);
  });
});

it('a field of the application with the name of an answer about who applies is refused', async () => {
  const files = admitting({ kinds: ['person', 'company'] });
  const form = files.files['forms/domanda.json']?.replaceAll('"chiave"', `"${applicantKeys.company}"`) ?? '';
  const { findings } = await checkFiles({ ...files, files: { ...files.files, 'forms/domanda.json': form } });
  expect(findings).toContainEqual(
    expect.objectContaining({ rule: 'key.of-applicant', file: 'forms/domanda.json', params: { key: 'company' } }),
  );
});

describe('a card that says by FEEL for whom an application is', () => {
  const earlier = admitting({ principal: '= null' });

  it('is refused', async () => {
    const { findings } = await checkFiles(earlier);
    expect(findings.filter(({ level }) => level === 'error').map(({ file, rule }) => [file, rule])).toContainEqual([
      'service.json',
      'file.shape',
    ]);
  });

  it('runs on where it was published before', async () => {
    const { procedure } = await compileForKernel(earlier, 1);
    expect(procedure?.service).not.toHaveProperty('applicant');
  });
});
