import { application, submit, work } from './access-way.ts';
import { aProcedure } from './builders.ts';
import type { Play } from './builders.ts';
import { boundary, end, path, process, start, userTask } from './bpmn.ts';
import { factsOf } from './facts.ts';
import type { Said } from './facts.ts';
import { termRules } from '../../engine/language/term.ts';

/** A check, an answer with a time of its own, a decision. */
const diagram = process(
  'accesso',
  start('request-submitted'),
  userTask('check', { form: 'verifica', groups: 'urp' }),
  userTask('answer', { form: 'verifica', groups: 'urp' }),
  boundary('no-answer', 'answer', { duration: 'P10D' }),
  userTask('decide', { form: 'verifica', groups: 'urp' }),
  end('decided'),
  end('archived'),
  ...path('request-submitted', 'check', 'answer', 'decide', 'decided'),
  ...path('no-answer', 'archived'),
);

/** The article of the main term. */
export const ground = 'L. 241/1990, art. 2';
/** The main term, of thirty days. */
export const main = { id: 'risposta', label: 'Risposta', days: '= parameters.rispostaGiorni', ground, main: 'true' };
/** A time for a remedy. */
export const remedy = {
  id: 'ricorso',
  label: 'Ricorso',
  days: '60',
  ground: 'D.Lgs. 104/2010, art. 29',
  remedy: 'Ricorri.',
};
/** The term on the answer. */
export const integrazione = {
  id: 'integrazione',
  label: 'Integrazione',
  days: '10',
  ground: 'L. 241/1990, art. 2 c. 7',
};

const marks: Readonly<Record<string, Said>> = {
  accesso: { term: [main, remedy] },
  answer: { term: integrazione, hold: { term: 'risposta', effect: 'suspend', ground: integrazione.ground } },
  'no-answer': { deadline: { term: 'integrazione' } },
  decided: { outcome: { code: 'accolta' }, notice: { template: 'esito', to: 'applicant', remedies: 'true' } },
};

/** The surroundings of a step in which the elements say what is given, and the rest what it usually does. */
export async function world(changes: Readonly<Record<string, Said>> = {}) {
  const facts = factsOf({ ...marks, ...changes });
  const terms = Object.fromEntries(termRules(facts).map((rule) => [rule.id, rule]));
  return { procedure: await aProcedure({ diagram, facts, terms }) };
}

type World = Awaited<ReturnType<typeof world>>;

/** The dossier after these tasks, each done on its day. */
export const after = (surroundings: World, ...done: readonly (readonly [string, string])[]): Promise<Play> =>
  done.reduce(
    async (current, [elementId, now]) =>
      work(await current, [elementId, { esitoVerifica: 'regolare' }], { ...surroundings, now }),
    submit(application, surroundings),
  );

/** Nine in the morning UTC of a day. */
export const on = (day: string) => `${day}T09:00:00.000Z`;
