import type { ProcedureSummary } from '../../contract/procedures.ts';
import { wordsOf, type Words } from '../../kit/own-language.ts';

/** What a topic is called, from the services that have it. */
export function topicNames(services: readonly ProcedureSummary[]): (topic: string) => Words {
  const english = new Map(
    services.flatMap(({ topics, translations }) =>
      topics.map((topic, at) => [topic, translations?.en?.topics?.[at]] as const),
    ),
  );
  return (topic) => wordsOf(topic, english.get(topic));
}

/** What to try in the search of services: topics of services that there are, so that each of them finds something. */
export const examplesOf = (topics: readonly string[]): string => topics.slice(0, 3).join(', ').toLocaleLowerCase('it');
