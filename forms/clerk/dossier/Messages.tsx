import type { MessageView } from '../../contract/dossiers.ts';
import { formatDateTime } from '../../text/format.ts';
import { inItalian } from '../../kit/own-language.ts';
import { t } from '../../text/clerk.ts';

/** What was written to the people concerned, each message folded under its subject. */
export function Messages({ messages }: { readonly messages: readonly MessageView[] }) {
  if (messages.length === 0) return <p className="mb-0">{t('clerk.dossier.noMessages')}</p>;
  return (
    <ul className="desk-plain">
      {messages.map(({ messageId, subject, body, sentAt, to }) => (
        <li key={messageId}>
          <details className="desk-message">
            <summary>
              <span {...inItalian()}>{subject}</span>
              <span className="desk-quiet">
                {t('clerk.dossier.sentTo', { to: to.join(', '), date: formatDateTime(sentAt) })}
              </span>
            </summary>
            <p className="desk-text" {...inItalian()}>
              {body}
            </p>
          </details>
        </li>
      ))}
    </ul>
  );
}
