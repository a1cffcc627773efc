import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Administration } from '../../contract/administration.ts';
import { problemOf } from '../../kit/failure.ts';
import { Loading } from '../../kit/Loading.tsx';
import { Problem } from '../../kit/Problem.tsx';
import { t } from '../../text/administration.ts';
import { PageTitle } from '../layout/PageTitle.tsx';
import { Administered } from './Administered.tsx';
import { BodyChoice } from './BodyChoice.tsx';
import { Changes } from './Changes.tsx';
import { Gaps } from './Gaps.tsx';
import { changesQuery, gapsQuery } from './queries.ts';
import { registerViews } from './registers.ts';
import { ValueGaps } from './ValueGaps.tsx';
import { useBody } from './use-body.ts';

/** Where an administrator begins: what is missing in a body, its lists, and what was changed last. */
export const Overview = () => (
  <>
    <PageTitle title={t('administration.title')} />
    <p className="lead">{t('administration.intro')}</p>
    <Administered>{(known) => <OfBody known={known} />}</Administered>
  </>
);

function OfBody({ known }: { readonly known: Administration }) {
  const body = useBody(known);
  const gaps = useQuery(gapsQuery(body));
  const changes = useQuery(changesQuery(body));
  const failed = gaps.error ?? changes.error;
  return (
    <div className="desk-administration">
      <BodyChoice known={known} />
      {failed === null ? null : <Problem problem={problemOf(failed)} onRetry={() => void gaps.refetch()} />}
      {gaps.data === undefined ? (
        <Loading />
      ) : (
        <>
          <Gaps gaps={gaps.data.items} ipaCode={body} />
          <ValueGaps gaps={gaps.data.values} ipaCode={body} />
        </>
      )}
      <Lists isLeader={known.isLeader} body={body} />
      {changes.data === undefined ? null : <Changes events={changes.data.items} />}
    </div>
  );
}

const Lists = ({ isLeader, body }: { readonly isLeader: boolean; readonly body: string }) => (
  <ul className="desk-registers">
    {registerViews
      .filter(({ isOfBody }) => isOfBody || isLeader)
      .map(({ name, slug, isOfBody }) => (
        <li key={name}>
          <Link to={`/amministrazione/${slug}${isOfBody ? `?ente=${body}` : ''}`}>
            {t(`administration.register.${name}`)}
          </Link>
          <span>{t(`administration.about.${name}`)}</span>
        </li>
      ))}
  </ul>
);
