import { describe, expect, it } from 'vitest';
import { panelAnswers, panelParts } from '../../../designer/diagram/panel-form.ts';
import { sourceTexts } from '../../../designer/forms/usage/sources.ts';
import { compileForKernel } from '../../../engine/catalogue/compile.ts';
import { readProcedureFolder } from '../../../engine/publish/read-folder.ts';
import { textAt } from '../../../engine/core/expression.ts';
import { extension } from '../../../engine/language/extension.ts';
import { extensions } from '../../../engine/language/extensions.ts';
import { choice, feel, law, named, variable } from '../../../engine/language/kinds.ts';
import { onUserTask } from '../../../engine/language/places.ts';
import type { WordsOf } from '../../../engine/words/extensions/extension-words.ts';
import { asked, dialectWords } from '../../../engine/words/extensions/words.ts';
import { accessFacts } from '../../support/access-procedure.ts';
import { factsOf } from '../../support/facts.ts';
import { application, submit, types, work } from '../../support/access-way.ts';
import { aProcedure } from '../../support/builders.ts';
import { diagram, factsIn } from './diagram.ts';
import { inItalian } from '../../support/findings.ts';

/**
 * An extension that the dialect does not have, as an engineer would add it: this, a line in the list, and its words.
 */
const sealed = extension(
  {
    name: 'sealed',
    on: onUserTask,
    attributes: {
      subject: feel(),
      letter: named('letter').optional(),
      keptIn: variable().optional(),
      ground: law().optional(),
      degree: choice(['light', 'full']).optional(),
    },
  },
  { left: ({ subject }, hand) => hand.change({ subject: textAt(subject, hand) }) },
);
const dialect = [...extensions, sealed];

const italian = {
  label: 'Sigillo',
  hint: 'La pratica è sigillata quando l’attività è finita.',
  attributes: {
    subject: { label: 'Oggetto nuovo' },
    letter: { label: 'Lettera' },
    keptIn: { label: 'Variabile', hint: 'Il suo nome.' },
    ground: { label: 'Articolo' },
    degree: { label: 'Quanto', choices: { light: 'Poco', full: 'Del tutto' } },
  },
} satisfies WordsOf<typeof sealed>;

const english = {
  label: 'Seal',
  hint: 'The dossier is sealed when the task is done.',
  attributes: {
    subject: { label: 'New subject' },
    letter: { label: 'Letter' },
    keptIn: { label: 'Variable', hint: 'Its name.' },
    ground: { label: 'Article' },
    degree: { label: 'How much', choices: { light: 'A little', full: 'Wholly' } },
  },
} satisfies WordsOf<typeof sealed>;

const words = { it: { ...dialectWords.it, sealed: italian }, en: { ...dialectWords.en, sealed: english } };

const onTask = (attributes: string) => diagram({ userTask: `<iter:sealed ${attributes} />` });
const rulesOf = async (xml: string) => (await factsIn(xml, dialect)).findings.map(({ rule }) => rule);

const marked = factsOf({ it: { sealed: { subject: '= "Sigillata"' } } }, dialect)['it'];

describe('an invented extension', () => {
  it('is unknown to the dialect without it', async () => {
    const { findings } = await factsIn(onTask('subject="= a"'));
    expect(findings.map(({ rule }) => rule)).toEqual(['language.unknown']);
  });

  it('is read into its fact', async () => {
    const { facts, findings } = await factsIn(onTask('subject="= a" keptIn="sigillo"'), dialect);
    expect(findings).toEqual([]);
    expect(sealed.of(facts['check'])).toEqual({ subject: '= a', keptIn: 'sigillo' });
  });

  it('is checked', async () => {
    expect(await rulesOf(onTask(''))).toEqual(['language.attribute-missing']);
    expect(await rulesOf(onTask('subject="a"'))).toEqual(['language.expression-expected']);
    expect(await rulesOf(onTask('subject="= a &gt;"'))).toEqual(['feel.syntax']);
    expect(await rulesOf(onTask('subject="= a" colour="rosso"'))).toEqual(['language.attribute-unknown']);
    expect(await rulesOf(onTask('subject="= a" /><iter:sealed subject="= b"'))).toEqual(['language.repeated']);
    expect(await rulesOf(diagram({ timer: '<iter:sealed subject="= a" />' }))).toEqual(['language.misplaced']);
  });

  it('is told at its element and attribute', async () => {
    const { findings } = await factsIn(onTask('subject="a"'), dialect);
    expect(findings[0]).toMatchObject({ elementId: 'check', attribute: 'subject', level: 'error' });
  });

  it('is compiled with its procedure: what it names has to exist', async () => {
    const { procedureId, files } = await readProcedureFolder('procedures/accesso-agli-atti');
    const drawn = files['procedure.bpmn'] ?? '';
    const element = /<bpmn:userTask id="([^"]+)"[^>]*>\s*<bpmn:extensionElements>/.exec(drawn);
    const changed = drawn.replace(
      element?.[0] ?? '',
      `${element?.[0]}<iter:sealed subject="= nessunoLaValorizza" letter="non-esiste" />`,
    );
    const { findings } = await compileForKernel({ procedureId, files: { ...files, 'procedure.bpmn': changed } }, 1, {
      dialect,
    });
    expect(
      findings.map((finding) => [
        finding.rule,
        inItalian([finding])
          .join('')
          .includes(element?.[1] ?? '?'),
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['template.missing', true],
        ['variable.unknown', true],
      ]),
    );
  });

  it('is followed by a renaming: expressions and the names of variables', async () => {
    const texts = await sourceTexts({ 'procedure.bpmn': onTask('subject="= a.b" keptIn="sigillo"') }, dialect);
    expect(texts).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ text: '= a.b', reads: 'expression' }),
        expect.objectContaining({ text: 'sigillo', reads: 'name' }),
      ]),
    );
  });

  it('is shown in a panel', () => {
    const none = { term: [], form: [], role: [], milestone: [], outcome: [] };
    const known = { ...none, letter: [{ value: 'avvio', label: 'Avvio' }] };
    const answers = panelAnswers(sealed, { subject: '= a', letter: 'avvio' });
    const parts = panelParts(asked(sealed, 'it', words), known, answers);
    expect(parts.map(({ type, key }) => [type, key])).toEqual([
      ['formula', 'subject'],
      ['field', 'letter'],
      ['field', 'keptIn'],
      ['field', 'ground'],
      ['field', 'degree'],
    ]);
    expect(parts[1]).toMatchObject({ component: { type: 'select', values: [{ value: 'avvio', label: 'Avvio' }] } });
  });

  it('is called by its words in the language of the reader', () => {
    const told = (language: 'it' | 'en') => {
      const { label, hint, attributes } = asked(sealed, language, words);
      return [
        label,
        hint,
        ...attributes.flatMap((one) => [one.label, ...(one.choices ?? []).map((each) => each.label)]),
      ];
    };
    expect(told('it')).toEqual([
      ...['Sigillo', 'La pratica è sigillata quando l’attività è finita.'],
      ...['Oggetto nuovo', 'Lettera', 'Variabile', 'Articolo', 'Quanto', 'Poco', 'Del tutto'],
    ]);
    expect(told('en')).toEqual([
      ...['Seal', 'The dossier is sealed when the task is done.'],
      ...['New subject', 'Letter', 'Variable', 'Article', 'How much', 'A little', 'Wholly'],
    ]);
  });

  it('does not compile without the words of an attribute, or of a value that can be chosen', () => {
    const { subject, ...others } = italian.attributes;
    // @ts-expect-error: the attribute `subject` has no words
    const withoutAttribute: WordsOf<typeof sealed> = { ...italian, attributes: others };
    const degree = { label: 'Quanto', choices: { light: 'Poco' } };
    // @ts-expect-error: the value `full` has no words
    const withoutValue: WordsOf<typeof sealed> = { ...italian, attributes: { ...others, subject, degree } };
    expect([withoutAttribute, withoutValue]).toHaveLength(2);
  });

  it('is carried out', async () => {
    const facts = { ...accessFacts, 'check-request': { ...accessFacts['check-request'], ...marked } };
    const procedure = await aProcedure({ facts, dialect });
    const opened = await submit(application, { procedure });
    const checked = await work(opened, ['check-request', { esitoVerifica: 'regolare' }], { procedure });
    expect(types(checked)).toContain('task.completed');
    expect(checked.dossier.subject).toBe('Sigillata');
  });
});
