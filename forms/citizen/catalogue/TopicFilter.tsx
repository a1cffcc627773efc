import type { Words } from '../../kit/own-language.ts';
import { Said } from '../../kit/Said.tsx';
import { t } from '../../text/text.ts';

interface TopicFilterProps {
  readonly topics: readonly string[];
  readonly nameOf: (topic: string) => Words;
  /** Empty when every topic is shown. */
  readonly chosen: string;
  readonly onChoose: (topic: string) => void;
}

/** The topics of the services as switches, one of them pressed. */
export function TopicFilter({ topics, nameOf, chosen, onChoose }: TopicFilterProps) {
  if (topics.length < 2) return null;
  return (
    <div role="group" aria-label={t('citizen.catalogue.topicsLabel')} className="topic-filter">
      {['', ...topics].map((topic) => (
        <button
          key={topic}
          type="button"
          className="topic-chip"
          aria-pressed={topic === chosen}
          onClick={() => onChoose(topic)}
        >
          {topic === '' ? t('citizen.catalogue.allTopics') : <Said words={nameOf(topic)} />}
        </button>
      ))}
    </div>
  );
}
