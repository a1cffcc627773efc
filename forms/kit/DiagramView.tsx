import { useEffect, useId, useRef, useState } from 'react';
import { t } from '../text/text.ts';
import { Button } from './Button.tsx';
import type { OpenDiagram } from './diagram.ts';
import { Loading } from './Loading.tsx';

/** Where a dossier stands in its diagram, by element id. */
export interface DiagramState {
  readonly active: readonly string[];
  readonly completed: readonly string[];
}

/** Settings of a diagram. */
export interface DiagramViewProps {
  /** BPMN 2.0 with diagram interchange. */
  readonly xml: string;
  readonly state: DiagramState;
  /** Names of elements for the list; ids without a name are left out of it. */
  readonly names: Readonly<Record<string, string>>;
}

type Loaded = { readonly phase: 'loading' | 'failed' } | { readonly phase: 'open'; readonly diagram: OpenDiagram };

/** Opens the diagram in an element; the viewer is a large script and is fetched only here. */
function useDiagram(xml: string, state: DiagramState) {
  const canvas = useRef<HTMLDivElement>(null);
  const [loaded, setLoaded] = useState<Loaded>({ phase: 'loading' });
  useEffect(() => {
    const container = canvas.current;
    if (!container) return undefined;
    let isCurrent = true;
    let opened: OpenDiagram | undefined;
    const open = async (): Promise<void> => {
      const { openDiagram } = await import('./diagram.ts');
      opened = await openDiagram(container, xml);
      if (isCurrent) setLoaded({ phase: 'open', diagram: opened });
      else opened.close();
    };
    open().catch(() => {
      if (isCurrent) setLoaded({ phase: 'failed' });
    });
    return () => {
      isCurrent = false;
      opened?.close();
    };
  }, [xml]);
  useEffect(() => {
    if (loaded.phase === 'open') loaded.diagram.mark(state);
  }, [loaded, state]);
  return { canvas, loaded };
}

const ElementList = ({ state, names }: Omit<DiagramViewProps, 'xml'>) => (
  <ul>
    {Object.entries(names).map(([id, name]) => {
      const isActive = state.active.includes(id);
      const isCompleted = state.completed.includes(id);
      const word = isActive ? 'active' : isCompleted ? 'completed' : 'todo';
      return (
        <li key={id} className={`iter-diagram-${word}`}>
          {name} ({t(`kit.diagram.${word}`)})
        </li>
      );
    })}
  </ul>
);

/** A BPMN diagram to look at, with the elements reached so far marked, and the same said as a list. */
export function DiagramView({ xml, state, names }: DiagramViewProps) {
  const { canvas, loaded } = useDiagram(xml, state);
  const listId = useId();
  const diagram = loaded.phase === 'open' ? loaded.diagram : undefined;
  return (
    <figure className="iter-diagram">
      {loaded.phase === 'loading' && <Loading />}
      {loaded.phase === 'failed' && <p>{t('kit.diagram.failed')}</p>}
      <div
        ref={canvas}
        className="iter-diagram-canvas"
        role="group"
        aria-label={t('kit.diagram.label')}
        aria-describedby={listId}
        hidden={loaded.phase === 'failed'}
      />
      {diagram && (
        <div className="iter-diagram-buttons">
          <Button size="xs" outline color="primary" onClick={() => diagram.zoom(1.25)}>
            {t('kit.diagram.zoomIn')}
          </Button>
          <Button size="xs" outline color="primary" onClick={() => diagram.zoom(0.8)}>
            {t('kit.diagram.zoomOut')}
          </Button>
          <Button size="xs" outline color="primary" onClick={() => diagram.fit()}>
            {t('kit.diagram.fit')}
          </Button>
        </div>
      )}
      <details id={listId} open={loaded.phase === 'failed' || undefined}>
        <summary>{t('kit.diagram.list')}</summary>
        <ElementList state={state} names={names} />
      </details>
    </figure>
  );
}
