import { readdirSync, readFileSync } from 'node:fs';
import { fc, runsOr } from '../../support/random.ts';
import { describe, expect, it } from 'vitest';
import { acceptAnswers } from '../../../engine/core/answering.ts';
import { Problem } from '../../../engine/core/problem.ts';
import { judge } from '../../../forms/kit/judge.ts';
import type { Answers, FieldComponent, FormDocument, Issue, Json } from '../../../forms/schema/document.ts';
import { isList } from '../../../forms/schema/components.ts';
import { fieldsOf } from '../../../forms/schema/pages.ts';
import { readForm } from '../../../forms/schema/read.ts';
import { localise } from '../../../forms/schema/localise.ts';
import { aField, aForm, aList, choices } from '../schema/a-form.ts';
import { anyJson } from '../schema/any-values.ts';

const runs = runsOr(60);
const folder = new URL('../../../procedures/accesso-agli-atti/forms/', import.meta.url);

const forms: readonly (readonly [string, FormDocument])[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => {
    const { form } = readForm(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
    if (!form) throw new Error(`${name} is no form`);
    return [name, form];
  });

/** Fields that are read-only now and then, and texts that may be read in English. */
const own = aForm(
  aField({ key: 'chiuso', type: 'checkbox' }),
  aField({ key: 'sede', readonly: '=chiuso', defaultValue: 'Via Po 1' }),
  aField({ key: 'numero', readonly: true, defaultValue: 'uno', validate: { required: true } }),
  aList('voci', [aField({ key: 'nota', readonly: '=i = 1' })]),
  aField({
    key: 'conferma',
    properties: { type: 'signature', text: 'Confermo' },
    translations: { en: { text: 'I confirm' } },
  }),
  aField({
    ...{ key: 'dichiaro', type: 'checklist', properties: { type: 'declarations' }, values: choices('a', 'b') },
    translations: { en: { label: 'I declare', values: { a: { label: 'First' } } } },
  }),
);

const now = '2026-11-23T10:00:00.000Z';
const context = { parameters: { giorni: 30 }, ente: 'Comune di Prova' };

const files = [
  { uploadId: 'atto', name: 'atto.pdf', size: 1200, mediaType: 'application/pdf' },
  { uploadId: 'vuoto', name: 'vuoto.pdf', size: 0, mediaType: 'application/pdf' },
  { uploadId: 'programma', name: 'x.exe', size: 12, mediaType: 'application/x-msdownload' },
];

const attachment = fc.constantFrom<Json>(
  ...[...files, { uploadId: 'ignoto', name: 'a', size: 1 }].map(({ uploadId, name, size }) => [
    { uploadId, name, size },
  ]),
);

const plausible = ({ values = [] }: FieldComponent): fc.Arbitrary<Json> =>
  fc.oneof(
    fc.constantFrom<Json>('PRVDAA85D43A944G', '2026-10-04', '12/10/2026', true, 'ada@esempio.it', '051 123456', ''),
    fc.string(),
    attachment,
    ...(values.length > 0
      ? [fc.constantFrom(...values.map(({ value }) => value)), fc.subarray(values.map(({ value }) => value))]
      : []),
    anyJson,
  );

function answersTo(form: FormDocument): fc.Arbitrary<Answers> {
  const fields = fieldsOf(form).flatMap(({ component, path }): readonly (readonly [string, fc.Arbitrary<Json>])[] => {
    if (path.includes('.')) return [];
    if (!isList(component)) return [[component.key, plausible(component)]];
    const inside = component.components.flatMap((each) =>
      'key' in each ? [[each.key, plausible(each)] as const] : [],
    );
    const items = fc.array(fc.record(Object.fromEntries(inside), { requiredKeys: [] }), { maxLength: 3 });
    return [[component.path, items as fc.Arbitrary<Json>]];
  });
  return fc.record(Object.fromEntries([...fields, ['intruso', anyJson]]), {
    requiredKeys: [],
  }) as fc.Arbitrary<Answers>;
}

/** What the server says of answers, by the path that a submission takes. */
function server(
  form: FormDocument,
  answers: Answers,
): { readonly values?: Answers; readonly issues: readonly Issue[] } {
  const uploads = files.map((file) => ({ ...file, sha256: '', uploadedAt: now }));
  try {
    const given = { form, answers, sources: {}, context, uploads: uploads as never, now };
    return { values: acceptAnswers(given), issues: [] };
  } catch (error) {
    if (error instanceof Problem) return { issues: error.details['issues'] as readonly Issue[] };
    throw error;
  }
}

/** What the browser says of them; it knows the files that it has put up itself. */
function browser(form: FormDocument, answers: Answers): ReturnType<typeof server> {
  const find = (uploadId: string) => files.find((file) => file.uploadId === uploadId);
  const host = { uploads: { find, add: () => Promise.reject(new Error()), remove: () => Promise.resolve() } };
  const { values, issues } = judge(answers, { form, context, today: '2026-11-23', host, known: [] });
  return issues.length === 0 ? { values, issues } : { issues };
}

describe('browser and server', () => {
  it.each([...forms, ['a form that is read-only in parts', own] as const])(
    'judge any answers to %s alike',
    (_name, form) => {
      let refused = 0;
      fc.assert(
        fc.property(answersTo(form), (answers) => {
          const said = server(form, answers);
          expect(browser(form, answers)).toEqual(said);
          if (said.issues.length > 0) refused += 1;
        }),
        { numRuns: runs },
      );
      expect(refused).toBeGreaterThan(0);
    },
    120_000,
  );

  it('accept what was read in English as the same', () => {
    const at = '2026-11-23T09:00:00Z';
    const answers = {
      conferma: { text: 'I confirm', at },
      dichiaro: [
        { value: 'a', text: 'First' },
        { value: 'b', text: 'B' },
      ],
    };
    const said = server(own, answers);
    expect(browser(localise(own, 'en'), answers)).toEqual(said);
    expect(said.values).toMatchObject({
      conferma: { text: 'Confermo', language: 'en', at },
      dichiaro: [
        { value: 'a', text: 'A', language: 'en' },
        { value: 'b', text: 'B' },
      ],
      numero: 'uno',
    });
  });
});
