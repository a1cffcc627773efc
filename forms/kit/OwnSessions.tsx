import type { OpenSession } from '../contract/session.ts';
import { formatDateTime } from '../text/format.ts';
import { t } from '../text/text.ts';
import { Button } from './Button.tsx';

/** Settings of the list. */
export interface OwnSessionsProps {
  readonly sessions: readonly OpenSession[];
  /** The one that is being ended. */
  readonly ending?: string | undefined;
  readonly onEnd: (sessionId: string) => void;
}

/** Where a person is signed in, with a way to end each sign-in but the one at hand, which ends by signing out. */
export const OwnSessions = ({ sessions, ending, onEnd }: OwnSessionsProps) => (
  <ul className="iter-sessions">
    {sessions.map((session) => (
      <li key={session.sessionId}>
        <h2 className="h6">{deviceName(session)}</h2>
        <p>
          {t('kit.sessions.times', {
            started: formatDateTime(session.startedAt),
            seen: formatDateTime(session.seenAt),
          })}
        </p>
        {session.current ? (
          <p className="fw-semibold mb-0">{t('kit.sessions.current')}</p>
        ) : (
          <Button
            outline
            size="sm"
            color="primary"
            busy={ending === session.sessionId}
            label={t('kit.sessions.endOf', { device: deviceName(session), started: formatDateTime(session.startedAt) })}
            onClick={() => onEnd(session.sessionId)}
          >
            {t('kit.sessions.end')}
          </Button>
        )}
      </li>
    ))}
  </ul>
);

function deviceName({ browser, system }: OpenSession): string {
  if (browser !== undefined && system !== undefined) return t('kit.sessions.device', { browser, system });
  return browser ?? system ?? t('kit.sessions.unknown');
}
