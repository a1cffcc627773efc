import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { CallProblem } from '../../forms/contract/client.ts';
import { isRefusal, problemOf } from '../../forms/kit/failure.ts';
import { PageHeading } from '../../forms/kit/PageHeading.tsx';
import { Problem } from '../../forms/kit/Problem.tsx';
import { t } from '../../forms/text/designer.ts';
import { call, sessionQuery } from '../queries.ts';
import { ArchiveWay, DiagramWay } from './BeginFromFile.tsx';
import { FreshWay } from './BeginFresh.tsx';
import { PublishedWay } from './BeginPublished.tsx';
import { Labelled } from './Labelled.tsx';
import { OutcomeView } from './OutcomeView.tsx';
import { useActs } from './use-acts.ts';
import type { Origin, WayProps } from './Way.tsx';

/** The four ways to begin a package. */
export function BeginPage() {
  const [bodyId, choice] = useBody();
  const navigate = useNavigate();
  const { act, busy, outcome, refusal } = useActs();
  const begin = async (from: Origin | Promise<Origin>) => {
    const { packageId } = await call('createPackage', { body: { from: await from, ...(bodyId && { bodyId }) } });
    void navigate(`/procedimenti/${packageId}`);
    return undefined;
  };
  const props: WayProps = { isBusy: busy !== undefined, onBegin: (from) => act('begin', () => begin(from)) };
  const title = t('designer.packages.begin.title');
  return (
    <main id="contenuto" className="fb-home">
      <p>
        <Link to="/">{t('designer.packages.home.back')}</Link>
      </p>
      <PageHeading windowTitle={t('designer.packages.page.window', { page: title })}>{title}</PageHeading>
      <p className="lead">{t('designer.packages.begin.lead')}</p>
      {choice}
      {isRefusal(refusal, 'package.exists') ? <Exists refusal={refusal} /> : <OutcomeView {...{ outcome, refusal }} />}
      <div className="fb-starts">
        <FreshWay {...props} />
        <PublishedWay {...props} />
        <ArchiveWay {...props} />
        <DiagramWay {...props} />
      </div>
    </main>
  );
}

/** The procedure is drawn already: the way there, where the analyst may go it. */
function Exists({ refusal }: { readonly refusal: unknown }) {
  const packageId = refusal instanceof CallProblem ? refusal.problem.details?.['packageId'] : undefined;
  return (
    <>
      <Problem problem={problemOf(refusal)} />
      {typeof packageId === 'string' && (
        <p>
          <Link to={`/procedimenti/${packageId}`}>{t('designer.packages.begin.openExisting')}</Link>
        </p>
      )}
    </>
  );
}

/** The body for which the analyst draws, and the choice where there are several. */
function useBody(): readonly [bodyId: string | undefined, choice: ReactNode] {
  const { data } = useQuery(sessionQuery);
  const [chosen, setChosen] = useState<string>();
  const analyst = (data?.person?.memberships ?? []).filter(({ role }) => role === 'analyst');
  const bodies = [...new Map(analyst.map((each) => [each.bodyId, each.bodyName])).entries()];
  const bodyId = chosen ?? bodies[0]?.[0];
  if (bodies.length < 2) return [bodyId, null];
  return [
    bodyId,
    <div key="body" className="fb-card">
      <Labelled label={t('designer.packages.begin.body')}>
        {(links) => (
          <select {...links} className="form-control" value={bodyId} onChange={({ target }) => setChosen(target.value)}>
            {bodies.map(([each, name]) => (
              <option key={each} value={each}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Labelled>
    </div>,
  ];
}
