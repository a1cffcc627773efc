import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { PageHeading } from '../../forms/kit/PageHeading.tsx';
import { t } from '../../forms/text/designer.ts';
import { Builder } from './Builder.tsx';
import { storageKeeper } from './work/keeping.ts';

/** The builder of one form, or the sentence that the work is not in this browser. */
export function BuilderPage() {
  const { workId = '' } = useParams();
  const [keeper] = useState(() => storageKeeper(window.localStorage));
  const [work] = useState(() => keeper.find(workId));
  if (work !== undefined) return <Builder work={work} keeper={keeper} />;
  return (
    <main id="contenuto" className="fb-home">
      <PageHeading windowTitle={t('designer.builder.app.window', { page: t('designer.builder.home.absent') })}>
        {t('designer.builder.home.absent')}
      </PageHeading>
      <p className="lead">{t('designer.builder.home.absentText')}</p>
      <Link to="/">{t('designer.builder.app.home')}</Link>
    </main>
  );
}
