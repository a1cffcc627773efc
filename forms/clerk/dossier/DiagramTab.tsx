import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useRef } from 'react';
import { Button } from '../../kit/Button.tsx';
import { Loading } from '../../kit/Loading.tsx';
import { Problem } from '../../kit/Problem.tsx';
import { t } from '../../text/clerk.ts';
import { problemOf } from '../../kit/failure.ts';
import { diagramQuery } from '../queries.ts';
import { elementNames } from './element-names.ts';

const DiagramView = lazy(async () => ({ default: (await import('../../kit/DiagramView.tsx')).DiagramView }));

/** The procedure as drawn, with the point where the dossier stands. The viewer is fetched when first looked at. */
export function DiagramTab({ dossierId }: { readonly dossierId: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const { data, error, refetch } = useQuery(diagramQuery(dossierId));
  const state = useMemo(
    () => ({
      active: data?.activeElementIds ?? [],
      completed: data?.completedElementIds ?? [],
      reachable: data?.reachableElementIds ?? [],
    }),
    [data?.activeElementIds, data?.completedElementIds, data?.reachableElementIds],
  );
  const names = useMemo(() => (data === undefined ? {} : elementNames(data.xml)), [data]);
  if (data === undefined) {
    return error === null ? <Loading /> : <Problem problem={problemOf(error)} onRetry={() => void refetch()} />;
  }
  return (
    <div ref={frame} className="desk-diagram">
      <p className="desk-quiet">{t('clerk.dossier.diagramText')}</p>
      <Suspense fallback={<Loading />}>
        <DiagramView xml={data.xml} state={state} names={names} />
      </Suspense>
      {document.fullscreenEnabled ? (
        <Button outline color="primary" size="xs" onClick={() => toggleFullScreen(frame.current)}>
          {t('clerk.dossier.fullScreen')}
        </Button>
      ) : null}
    </div>
  );
}

function toggleFullScreen(frame: HTMLElement | null): void {
  if (document.fullscreenElement === null) void frame?.requestFullscreen();
  else void document.exitFullscreen();
}
