import type { ReactNode } from 'react';
import { t } from '../text/text.ts';
import { Icon } from './Icon.tsx';

/** Where a milestone stands in time. */
export type MilestoneState = 'done' | 'current' | 'next';

/** One milestone. */
export interface TimelineEntry {
  readonly id: string;
  readonly title: string;
  /** When it happened or is due, in words. */
  readonly when?: string;
  readonly text?: ReactNode;
  readonly state: MilestoneState;
}

/** Settings of a timeline. */
export interface TimelineProps {
  readonly entries: readonly TimelineEntry[];
  /** The name of the list for screen readers. */
  readonly label?: string;
}

const icons = { done: 'it-check', current: 'it-clock', next: 'it-minus' } as const;

/** Milestones from top to bottom; the state is said in words, not by colour alone. */
export const Timeline = ({ entries, label = t('kit.timeline.label') }: TimelineProps) => (
  <ol className="iter-timeline" aria-label={label}>
    {entries.map(({ id, title, when, text, state }) => (
      <li key={id} className={`iter-timeline-${state}`} aria-current={state === 'current' ? 'step' : undefined}>
        <span className="iter-timeline-pin" aria-hidden="true">
          <Icon name={icons[state]} size="sm" />
        </span>
        <div>
          <p className="iter-timeline-title">
            {title} <span className="iter-timeline-state">{t(`kit.timeline.${state}`)}</span>
          </p>
          {when && <p className="iter-timeline-when">{when}</p>}
          {text && <div className="iter-timeline-text">{text}</div>}
        </div>
      </li>
    ))}
  </ol>
);
