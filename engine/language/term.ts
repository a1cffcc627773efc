import { textAt } from '../core/expression.ts';
import type { ElementFacts } from './facts.ts';
import { extension } from './extension.ts';
import { choice, choiceOrFeel, daysOrFeel, feel, flag, law, named, text } from './kinds.ts';
import type { Choice } from './kinds.ts';
import { onProcessOrWait } from './places.ts';
import { moveTerm } from './term-moves.ts';
import type { TermRule } from './term-rule.ts';
import type { Expiry, TermUnit } from '../core/dossier.ts';

const units: readonly Choice<TermUnit>[] = [
  { value: 'days', label: 'Giorni' },
  { value: 'working-days', label: 'Giorni lavorativi, dal lunedì al venerdì' },
  { value: 'eu-days', label: 'Giorni del diritto dell’Unione (reg. 1182/71)' },
  { value: 'months', label: 'Mesi' },
  { value: 'years', label: 'Anni' },
];

const expiries: readonly Choice<Expiry>[] = [
  { value: 'consent', label: 'Silenzio assenso: vale come un sì' },
  { value: 'refusal', label: 'Silenzio diniego: vale come un no' },
  { value: 'default', label: 'Ritardo: resta l’obbligo di rispondere' },
  { value: 'goes-on', label: 'Si va avanti senza' },
];

/**
 * `<iter:term>`: a legal term, with its length and the article that sets it; or the time to use a remedy, in the words
 * of `remedy`. `after` chains it to another, from whose end it is counted. One on an activity or event runs while the dossier is there. The main term, on the process, runs from
 * the application to the decision; the others on the process are moved by clocks, or begin with a letter that names
 * remedies.
 */
export const term = extension(
  {
    name: 'term',
    label: 'Termine di legge',
    hint: 'Un termine del procedimento, con la sua durata e l’articolo che lo fissa.',
    on: onProcessOrWait,
    isRepeatable: true,
    attributes: {
      id: text({ label: 'Nome', hint: 'Con questo nome lo citano gli orologi e le scadenze.' }),
      label: text({ label: 'Come si chiama per chi legge' }),
      days: daysOrFeel({ label: 'Durata', hint: 'Un numero, oppure un’espressione sui parametri.' }),
      unit: choice({ label: 'In che cosa si conta', hint: 'Senza, in giorni di calendario.' }, units).optional(),
      from: feel({
        label: 'Da quale giorno',
        hint: 'Una data della pratica, come quella di una riunione. Senza, dal giorno in cui comincia.',
      }).optional(),
      after: named('term', {
        label: 'Dopo il termine',
        hint: 'Comincia quando quello è finito o è passato.',
      }).optional(),
      expiry: choiceOrFeel({ label: 'Che cosa vuol dire quando passa' }, expiries).optional(),
      unless: feel({
        label: 'Tranne se',
        hint: 'Dove il silenzio non vale come un sì: paesaggio, ambiente, salute …',
      }).optional(),
      ground: law({
        label: 'Articolo di legge',
        hint: 'Oppure un’espressione che lo dà, dove dipende da che cosa si chiede.',
      }),
      main: flag({ label: 'È il termine del procedimento' }),
      remedy: text({
        label: 'Come si usa il rimedio',
        hint: 'Solo per il tempo che serve a usare un rimedio.',
      }).optional(),
      when: feel({
        label: 'Solo se',
        hint: 'Solo per un rimedio: quando lo si può usare. Senza, si può sempre.',
      }).optional(),
    },
  },
  {
    entered: ({ id, ground }, hand) => moveTerm(hand, { term: id, act: 'start', ground: textAt(ground, hand) }),
    left: ({ id, ground }, hand) => moveTerm(hand, { term: id, act: 'end', ground: textAt(ground, hand) }),
    cancelled: ({ id, ground }, hand) => moveTerm(hand, { term: id, act: 'end', ground: textAt(ground, hand) }),
  },
);

/** The terms that a diagram declares. */
export function termRules(drawn: Readonly<Record<string, ElementFacts>>): readonly TermRule[] {
  return Object.values(drawn).flatMap((facts) => term.allOf(facts));
}
