import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import type { Diagram } from '../../contract/tasks.ts';
import { Button } from '../../kit/Button.tsx';
import type { DiagramCalls } from '../../kit/DiagramView.tsx';
import { Loading } from '../../kit/Loading.tsx';
import { Problem } from '../../kit/Problem.tsx';
import { t } from '../../text/clerk.ts';
import { problemOf } from '../../kit/failure.ts';
import { diagramQuery } from '../queries.ts';
import { calledProcesses, elementNames } from './element-names.ts';

const DiagramView = lazy(async () => ({ default: (await import('../../kit/DiagramView.tsx')).DiagramView }));

/**
 * The procedure as drawn, with the point where the dossier stands; where it stands inside a part, that of the part. The
 * viewer is fetched when first looked at.
 */
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
  const [chosen, setChosen] = useState<string>();
  const shown = data === undefined ? undefined : shownOf(data, chosen);
  const names = useMemo(() => (shown === undefined ? {} : elementNames(shown.xml)), [shown]);
  const calls = useMemo(() => callsIn(data, shown), [data, shown]);
  if (data === undefined || shown === undefined) {
    return error === null ? <Loading /> : <Problem problem={problemOf(error)} onRetry={() => void refetch()} />;
  }
  return (
    <div ref={frame} className="desk-diagram">
      <p className="desk-quiet">{t('clerk.dossier.diagramText')}</p>
      <Which diagram={data} shown={shown.processId} onChoose={setChosen} />
      <Suspense fallback={<Loading />}>
        <DiagramView
          key={shown.processId}
          xml={shown.xml}
          state={state}
          names={names}
          calls={calls}
          onOpen={setChosen}
        />
      </Suspense>
      {document.fullscreenEnabled ? (
        <Button outline color="primary" size="xs" onClick={() => toggleFullScreen(frame.current)}>
          {t('clerk.dossier.fullScreen')}
        </Button>
      ) : null}
    </div>
  );
}

/** The diagram that was chosen; without a choice the innermost in which the dossier stands. */
function shownOf(
  { xml, parts }: Diagram,
  chosen: string | undefined,
): Pick<Diagram['parts'][number], 'processId' | 'xml'> {
  const main = { processId: '', xml };
  if (chosen !== undefined) return parts.find(({ processId }) => processId === chosen) ?? main;
  return parts.findLast(({ isHere }) => isHere) ?? main;
}

/** The diagrams that can be opened from the one that is shown, by the element that calls them. */
function callsIn(data: Diagram | undefined, shown: { readonly xml: string } | undefined): DiagramCalls {
  const called = Object.entries(shown === undefined ? {} : calledProcesses(shown.xml));
  return Object.fromEntries(
    called.flatMap(([elementId, processId]) => {
      const part = data?.parts.find((one) => one.processId === processId);
      return part === undefined ? [] : [[elementId, { id: processId, title: part.title }]];
    }),
  );
}

interface WhichProps {
  readonly diagram: Diagram;
  readonly shown: string;
  readonly onChoose: (processId: string) => void;
}

/** Which of the diagrams is shown; nothing where there is only one. */
function Which({ diagram: { parts }, shown, onChoose }: WhichProps) {
  if (parts.length === 0) return null;
  const all = [{ processId: '', title: t('clerk.dossier.diagramMain'), isHere: false }, ...parts];
  return (
    <div className="desk-diagram-parts" role="group" aria-label={t('clerk.dossier.diagramParts')}>
      {all.map(({ processId, title, isHere }) => (
        <Button
          key={processId}
          size="xs"
          color="primary"
          outline={processId !== shown}
          isPressed={processId === shown}
          onClick={() => onChoose(processId)}
        >
          {isHere ? `${title} (${t('clerk.dossier.diagramHere')})` : title}
        </Button>
      ))}
    </div>
  );
}

function toggleFullScreen(frame: HTMLElement | null): void {
  if (document.fullscreenElement === null) void frame?.requestFullscreen();
  else void document.exitFullscreen();
}
