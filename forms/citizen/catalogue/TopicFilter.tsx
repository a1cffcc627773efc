import { inItalian } from '../language.ts';
import { t } from '../../text/text.ts';

interface TopicFilterProps {
  readonly topics: readonly string[];
  /** Empty when every topic is shown. */
  readonly chosen: string;
  readonly onChoose: (topic: string) => void;
}

/** The topics of the services as switches, one of them pressed. */
export function TopicFilter({ topics, chosen, onChoose }: TopicFilterProps) {
  if (topics.length < 2) return null;
  return (
    <div role="group" aria-label={t('citizen.catalogue.topicsLabel')} className="topic-filter">
      {['', ...topics].map((topic) => (
        <button
          key={topic}
          type="button"
          className="topic-chip"
          aria-pressed={topic === chosen}
          {...(topic === '' ? {} : inItalian())}
          onClick={() => onChoose(topic)}
        >
          {topic === '' ? t('citizen.catalogue.allTopics') : topic}
        </button>
      ))}
    </div>
  );
}
