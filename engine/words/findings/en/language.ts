import type { LanguageFindings, NamedPlace, PlaceName } from '../../../findings/language.ts';
import { dialectWords } from '../../extensions/words.ts';
import type { At, FindingSentences } from '../finding-words.ts';
import { englishAttribute } from './attribute.ts';

const waits = 'an activity, a sub-process or an event that waits';

const places: Readonly<Record<PlaceName, string>> = {
  'any-element': 'any element',
  call: 'an activity that calls a part (callActivity)',
  'caught-message': 'an event that waits for a message',
  job: 'an activity with the job type',
  lane: 'a lane',
  'process-or-wait': `the process, ${waits}`,
  'repeated-task': 'a task of a person (userTask) that is opened several times',
  step: 'an activity or an event',
  timer: 'a timer event',
  'user-task': 'a task of a person (userTask)',
  wait: waits,
};

const placeInWords = ({ name, jobType }: NamedPlace): string =>
  jobType === undefined ? places[name] : `${places[name]} ${jobType}`;

const onAttribute = ({ extension, elementId, attribute }: At & { readonly extension: string }, fault: string): string =>
  `iter:${extension} in ${elementId}, attribute ${attribute}: ${fault}`;

const hintOf = (extension: string): string => dialectWords.en[extension]?.hint ?? '';

/** What is found in the dialect of a diagram, in English. */
export const englishLanguage: FindingSentences<LanguageFindings> = {
  'language.attribute-missing': (told) => onAttribute(told, englishAttribute['language.attribute-missing'](told)),
  'language.attribute-unknown': ({ extension, elementId, attribute, known }) =>
    `In ${elementId} the element iter:${extension} has an attribute ${attribute}, which does not exist; those known are ${known.join(', ')}.`,
  'language.attribute-value': (told) => onAttribute(told, englishAttribute['language.attribute-value'](told)),
  'language.expression-expected': (told) => onAttribute(told, englishAttribute['language.expression-expected'](told)),
  'language.misplaced': ({ extension, elementId, place }) =>
    `iter:${extension} stands on ${elementId}: it can only stand on ${placeInWords(place)}.`,
  'language.missing': ({ extension, elementId, place }) =>
    `In ${elementId}, which is ${placeInWords(place)}, iter:${extension} is missing. ${hintOf(extension)}`.trim(),
  'language.repeated': ({ extension, elementId, times }) =>
    `In ${elementId} the element iter:${extension} appears ${times} times: it can stand there only once.`,
  'language.unknown': ({ tag, known, line }) =>
    `${line === undefined ? 'In the diagram' : `At line ${line} of the diagram`} there is an element ${tag}, which does not exist; those known are ${known.join(', ')}.`,
  'term.circle': ({ terms }) =>
    `The terms ${terms.join(', ')} wait for the end of one another (after): none ever begins.`,
  'term.condition': ({ elementId, term }) =>
    `The term ${term} in ${elementId} has a condition (when), which only counts for the time of a remedy (remedy).`,
  'term.main': ({ process, mains, isPart }) => {
    const expected = isPart ? 'a part has none, its caller lends it one' : 'there has to be one, that of the answer';
    return `In ${process} there are ${mains} main terms (main="true"): ${expected}.`;
  },
  'term.main-inside': ({ elementId, term }) =>
    `The term ${term} stands on ${elementId} but is that of the procedure: it has to be declared on the process.`,
  'term.remedy-inside': ({ elementId, term }) =>
    `The term ${term} stands on ${elementId} but is for using a remedy: it has to be declared on the process.`,
  'term.twice': ({ term, process }) =>
    process === undefined
      ? `The part declares the term “${term}”, which its caller lends it already: it needs another name.`
      : `The term ${term} is declared twice in ${process}.`,
  'term.unknown': ({ extension, elementId, term, known }) =>
    `iter:${extension} in ${elementId}: the term “${term}” is not declared; those of the process are: ${known.join(', ') || 'none'}.`,
};
