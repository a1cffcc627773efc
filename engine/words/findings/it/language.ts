import { dialectWords } from '../../extensions/words.ts';
import type { LanguageFindings, NamedPlace, PlaceName } from '../../../findings/language.ts';
import type { At, FindingSentences } from '../finding-words.ts';
import { italianAttribute } from './attribute.ts';

const waits = 'un’attività, un sottoprocesso o un evento che aspetta';

const places: Readonly<Record<PlaceName, string>> = {
  'any-element': 'un elemento qualsiasi',
  call: 'un’attività che richiama una parte (callActivity)',
  'caught-message': 'un evento che aspetta un messaggio',
  job: 'un’attività con il tipo di lavoro',
  lane: 'una corsia',
  'process-or-wait': `il processo, ${waits}`,
  'repeated-task': 'un’attività di una persona (userTask) che si apre più volte',
  step: 'un’attività o un evento',
  timer: 'un evento a tempo',
  'user-task': 'un’attività di una persona (userTask)',
  wait: waits,
};

const placeInWords = ({ name, jobType }: NamedPlace): string =>
  jobType === undefined ? places[name] : `${places[name]} ${jobType}`;

const onAttribute = ({ extension, elementId, attribute }: At & { readonly extension: string }, fault: string): string =>
  `iter:${extension} in ${elementId}, attributo ${attribute}: ${fault}`;

const hintOf = (extension: string): string => dialectWords.it[extension]?.hint ?? '';

/** What is found in the dialect of a diagram, in Italian. */
export const italianLanguage: FindingSentences<LanguageFindings> = {
  'language.attribute-missing': (told) => onAttribute(told, italianAttribute['language.attribute-missing'](told)),
  'language.attribute-unknown': ({ extension, elementId, attribute, known }) =>
    `In ${elementId} l’elemento iter:${extension} ha un attributo ${attribute}, che non esiste; quelli conosciuti sono ${known.join(', ')}.`,
  'language.attribute-value': (told) => onAttribute(told, italianAttribute['language.attribute-value'](told)),
  'language.expression-expected': (told) => onAttribute(told, italianAttribute['language.expression-expected'](told)),
  'language.misplaced': ({ extension, elementId, place }) =>
    `iter:${extension} sta su ${elementId}: può stare solo su ${placeInWords(place)}.`,
  'language.missing': ({ extension, elementId, place }) =>
    `In ${elementId}, che è ${placeInWords(place)}, manca iter:${extension}. ${hintOf(extension)}`.trim(),
  'language.repeated': ({ extension, elementId, times }) =>
    `In ${elementId} l’elemento iter:${extension} compare ${times} volte: può starci una volta sola.`,
  'language.unknown': ({ tag, known, line }) =>
    `${line === undefined ? 'Nel diagramma' : `Alla riga ${line} del diagramma`} c’è un elemento ${tag}, che non esiste; quelli conosciuti sono ${known.join(', ')}.`,
  'term.circle': ({ terms }) =>
    `Nel procedimento i termini ${terms.join(', ')} aspettano l’uno la fine dell’altro (after): nessuno comincia mai.`,
  'term.condition': ({ elementId, term }) =>
    `Il termine ${term} in ${elementId} ha una condizione (when), che vale solo per il tempo di un rimedio (remedy).`,
  'term.main': ({ process, mains, isPart }) => {
    const expected = isPart
      ? 'in una parte non ce n’è nessuno, lo presta chi la chiama'
      : 'deve essercene uno solo, quello della risposta';
    return `In ${process} i termini principali (main="true") sono ${mains}: ${expected}.`;
  },
  'term.main-inside': ({ elementId, term }) =>
    `Il termine ${term} sta su ${elementId} ma è quello del procedimento: va dichiarato sul processo.`,
  'term.remedy-inside': ({ elementId, term }) =>
    `Il termine ${term} sta su ${elementId} ma serve a usare un rimedio: va dichiarato sul processo.`,
  'term.twice': ({ term, process }) =>
    process === undefined
      ? `La parte dichiara il termine «${term}», che già le presta chi la chiama: serve un altro nome.`
      : `Il termine ${term} è dichiarato due volte in ${process}.`,
  'term.unknown': ({ extension, elementId, term, known }) =>
    `iter:${extension} in ${elementId}: il termine «${term}» non è dichiarato; quelli del processo sono: ${known.join(', ') || 'nessuno'}.`,
};
