import type { MessageView } from '../../contract/dossiers.ts';
import { Markdownish } from '../../kit/Markdownish.tsx';
import { formatDateTime } from '../../text/format.ts';
import { t } from '../../text/text.ts';
import { language } from '../../text/language.ts';
import { inItalian, wordsOf } from '../../kit/own-language.ts';
import { Said } from '../../kit/Said.tsx';
import { Section } from './Section.tsx';

/** What the office has written, the newest first and open. */
export function Messages({ messages }: { readonly messages: readonly MessageView[] }) {
  const newestFirst = [...messages].sort((one, other) => other.sentAt.localeCompare(one.sentAt));
  return (
    <Section id="messaggi" title={t('citizen.dossier.messagesHeading')}>
      {messages.length === 0 ? <p>{t('citizen.dossier.messagesNone')}</p> : null}
      {messages.some(({ inEnglish }) => inEnglish) && language() === 'en' ? (
        <p>{t('citizen.dossier.messagesLanguage')}</p>
      ) : null}
      {newestFirst.map(({ messageId, subject, body, inEnglish, sentAt }, index) => (
        <details key={messageId} className="message" open={index === 0}>
          <summary>
            <span className="message-subject">
              <Said words={wordsOf(subject, inEnglish?.subject)} />
            </span>
            <span className="message-when">{t('citizen.dossier.messageSent', { when: formatDateTime(sentAt) })}</span>
          </summary>
          {inEnglish && language() === 'en' ? <p className="message-summary">{inEnglish.summary}</p> : null}
          <div className="message-body" {...inItalian()}>
            <Markdownish text={body} />
          </div>
        </details>
      ))}
    </Section>
  );
}
