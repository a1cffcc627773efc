import type { ElementFacts } from './facts.ts';
import { extension } from './extension.ts';
import { daysOrFeel, flag, law, text } from './kinds.ts';
import { onProcess } from './places.ts';

/**
 * `<iter:term>` on the process: a legal term, with its length and the article that sets it; or the time to
 * use a remedy, in the words of `remedy`.
 */
export const term = extension({
  name: 'term',
  label: 'Termine di legge',
  hint: 'Un termine del procedimento, con la sua durata e l’articolo che lo fissa.',
  on: onProcess,
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
  },
});

/** A legal term of the procedure, as drawn. */
export type TermRule = NonNullable<ReturnType<typeof term.of>>;

/** The terms that the processes of a diagram declare. */
export function termRules(drawn: Readonly<Record<string, ElementFacts>>): readonly TermRule[] {
  return Object.values(drawn).flatMap((facts) => term.allOf(facts));
}
