import { textAt } from '../core/expression.ts';
import type { ElementFacts } from './facts.ts';
import { extension } from './extension.ts';
import { daysOrFeel, feel, flag, law, text } from './kinds.ts';
import { onProcessOrWait } from './places.ts';
import { moveTerm } from './term-moves.ts';
import type { TermRule } from './term-rule.ts';

/**
 * `<iter:term>`: a legal term, with its length and the article that sets it; or the time to use a remedy, in the words
 * of `remedy`. One on an activity or event runs while the dossier is there. The main term, on the process, runs from
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
      days: daysOrFeel({ label: 'Giorni', hint: 'Un numero, oppure un’espressione sui parametri.' }),
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
