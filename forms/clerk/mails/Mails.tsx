import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef, useEffect } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Mail } from '../../contract/mails.ts';
import { Loading } from '../../kit/Loading.tsx';
import { Problem } from '../../kit/Problem.tsx';
import { formatDateTime } from '../../text/format.ts';
import { t } from '../../text/clerk.ts';
import { Facts } from '../dossier/Facts.tsx';
import { Empty } from '../layout/Empty.tsx';
import { More } from '../layout/More.tsx';
import { PageTitle } from '../layout/PageTitle.tsx';
import { Search } from '../layout/Search.tsx';
import { problemOf } from '../../kit/failure.ts';
import { mailsQuery } from '../queries.ts';
import { useDesk } from '../session/session.ts';

/** The mails that a development machine keeps instead of sending: a list, and beside it the one being read. */
export function Mails() {
  const [address, setAddress] = useSearchParams();
  const to = address.get('to') ?? '';
  const { development } = useDesk();
  const list = useInfiniteQuery({ ...mailsQuery(to === '' ? undefined : to), enabled: development });
  const mails = list.data?.pages.flatMap((page) => page.items);
  const read = mails?.find((mail) => mail.mailId === address.get('letta'));
  if (!development) return <PageTitle title={t('clerk.mails.unavailable')} />;
  return (
    <>
      <PageTitle title={t('clerk.mails.title')} />
      <p className="lead">{t('clerk.mails.intro')}</p>
      <section className="desk-filters" aria-label={t('clerk.queue.filters')}>
        <Search
          label={t('clerk.mails.to')}
          value={to}
          onSearch={(text) => setAddress(text === '' ? {} : { to: text })}
        />
      </section>
      {list.error === null ? null : <Problem problem={problemOf(list.error)} onRetry={() => void list.refetch()} />}
      {mails === undefined && list.error === null ? <Loading /> : null}
      {mails?.length === 0 ? <Empty title={t('clerk.mails.empty')} text={t('clerk.mails.emptyText')} /> : null}
      {mails === undefined || mails.length === 0 ? null : (
        <div className="desk-mails">
          <nav aria-label={t('clerk.mails.list')}>
            <ul className="desk-plain desk-mail-list">
              {mails.map((mail) => (
                <MailLink key={mail.mailId} mail={mail} address={address} isRead={mail === read} />
              ))}
            </ul>
            <More list={list} />
          </nav>
          {read === undefined ? (
            <p className="desk-quiet desk-mail">{t('clerk.mails.choose')}</p>
          ) : (
            <Reading key={read.mailId} mail={read} />
          )}
        </div>
      )}
    </>
  );
}

function MailLink({ mail, address, isRead }: MailLinkProps) {
  const search = new URLSearchParams(address);
  search.set('letta', mail.mailId);
  return (
    <li>
      <Link to={{ search: search.toString() }} aria-current={isRead ? 'true' : undefined} className="desk-mail-link">
        {mail.subject}
        <span className="desk-quiet">{mail.to.join(', ')}</span>
        <span className="desk-quiet">{formatDateTime(mail.receivedAt)}</span>
      </Link>
    </li>
  );
}

interface MailLinkProps {
  readonly mail: Mail;
  readonly address: URLSearchParams;
  readonly isRead: boolean;
}

function Reading({ mail }: { readonly mail: Mail }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <article className="desk-card desk-mail">
      <h2 ref={heading} tabIndex={-1} className="h4">
        {mail.subject}
      </h2>
      <Facts
        rows={[
          [t('clerk.mails.from'), mail.from],
          [t('clerk.mails.recipients'), mail.to.join(', ')],
          [t('clerk.mails.receivedAt'), formatDateTime(mail.receivedAt)],
        ]}
      />
      <p className="desk-text">{mail.text}</p>
    </article>
  );
}
