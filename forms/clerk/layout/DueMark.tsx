import { dayInFigures } from '../clock.ts';
import type { Due } from '../due.ts';

/** A due day with its urgency in words; the colour only repeats what the words say. */
export function DueMark({ label, day, due }: Props) {
  return (
    <span className={`desk-due desk-due-${due?.tone ?? 'calm'}`}>
      <span className="desk-due-label">{label}</span>{' '}
      {day === undefined ? null : <time dateTime={day}>{dayInFigures(day)}</time>}{' '}
      {due === undefined ? null : <strong className="desk-due-text">{due.text}</strong>}
    </span>
  );
}

interface Props {
  readonly label: string;
  readonly day?: string;
  readonly due?: Due;
}
