import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { t } from '../text/text.ts';
import { Button } from './Button.tsx';
import type { OpenDiagram } from './diagram.ts';
import { Loading } from './Loading.tsx';
import { inItalian } from './own-language.ts';

/** Where a dossier stands in its diagram, by element id. */
export interface DiagramState {
  readonly active: readonly string[];
  readonly completed: readonly string[];
  /** To which it may still come; the rest lies on ways that were not taken. All may come unless told. */
  readonly reachable?: readonly string[];
}

/** The diagrams that elements call, by element id. */
export type DiagramCalls = Readonly<Record<string, { readonly id: string; readonly title: string }>>;

/** Settings of a diagram. */
export interface DiagramViewProps {
  /** BPMN 2.0 with diagram interchange. */
  readonly xml: string;
  readonly state: DiagramState;
  /** Names of elements for the list; ids without a name are left out of it. */
  readonly names: Readonly<Record<string, string>>;
  /** The diagram as it is drawn, in which nothing runs: the list says no more than names. */
  readonly isDrawing?: boolean;
  /** What can be opened from here: a press on the element, or on its button in the list, asks for it. */
  readonly calls?: DiagramCalls;
  readonly onOpen?: (id: string) => void;
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
  const isPlaced = useRef(false);
  useEffect(() => {
    if (loaded.phase !== 'open' || isPlaced.current) return;
    isPlaced.current = true;
    loaded.diagram.goTo(state.active);
  }, [loaded, state]);
  return { canvas, loaded };
}

function wordFor(id: string, { active, completed, reachable }: DiagramState) {
  if (active.includes(id)) return 'active';
  if (completed.includes(id)) return 'completed';
  return reachable === undefined || reachable.includes(id) ? 'todo' : 'skipped';
}

const ElementList = ({ state, names, isDrawing = false, calls = {}, onOpen }: Omit<DiagramViewProps, 'xml'>) => (
  <ul>
    {Object.entries(names).map(([id, name]) => {
      const word = wordFor(id, state);
      if (isDrawing) {
        return (
          <li key={id} {...inItalian()}>
            {name}
          </li>
        );
      }
      return (
        <li key={id} className={`iter-diagram-${word}`}>
          <span {...inItalian()}>{name}</span> ({t(`kit.diagram.${word}`)}){' '}
          <OpenCalled call={calls[id]} onOpen={onOpen} />
        </li>
      );
    })}
  </ul>
);

function OpenCalled({
  call,
  onOpen,
}: {
  readonly call: DiagramCalls[string] | undefined;
  readonly onOpen: DiagramViewProps['onOpen'];
}) {
  if (call === undefined) return null;
  return (
    <Button size="xs" outline color="primary" onClick={() => onOpen?.(call.id)}>
      {t('kit.diagram.open', { title: call.title })}
    </Button>
  );
}

/** How far an arrow key moves the diagram, in pixels. */
const STEP = 80;
const ZOOM = 1.25;

/** What the keys do on the diagram: arrows move it, plus and minus zoom. */
const KEYS: Readonly<Record<string, (diagram: OpenDiagram) => void>> = {
  ArrowLeft: (diagram) => diagram.scroll(STEP, 0),
  ArrowRight: (diagram) => diagram.scroll(-STEP, 0),
  ArrowUp: (diagram) => diagram.scroll(0, STEP),
  ArrowDown: (diagram) => diagram.scroll(0, -STEP),
  '+': (diagram) => diagram.zoom(ZOOM),
  '-': (diagram) => diagram.zoom(1 / ZOOM),
};

function pressKey(event: KeyboardEvent, diagram: OpenDiagram | undefined): void {
  const act = KEYS[event.key];
  if (act === undefined || diagram === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  act(diagram);
}

const Buttons = ({ diagram, active }: { readonly diagram: OpenDiagram; readonly active: readonly string[] }) => (
  <div className="iter-diagram-buttons">
    <Button size="xs" outline color="primary" onClick={() => diagram.zoom(ZOOM)}>
      {t('kit.diagram.zoomIn')}
    </Button>
    <Button size="xs" outline color="primary" onClick={() => diagram.zoom(1 / ZOOM)}>
      {t('kit.diagram.zoomOut')}
    </Button>
    <Button size="xs" outline color="primary" onClick={() => diagram.fit()}>
      {t('kit.diagram.fit')}
    </Button>
    {active.length > 0 && (
      <Button size="xs" outline color="primary" onClick={() => diagram.goTo(active)}>
        {t('kit.diagram.position')}
      </Button>
    )}
  </div>
);

const noCalls: DiagramCalls = {};

/** Lets the elements that call a diagram be pressed. */
function useCalls(loaded: Loaded, calls: DiagramCalls, onOpen: DiagramViewProps['onOpen']): void {
  useEffect(() => {
    if (loaded.phase !== 'open') return undefined;
    return loaded.diagram.onPress(Object.keys(calls), (elementId) => {
      const call = calls[elementId];
      if (call !== undefined) onOpen?.(call.id);
    });
  }, [loaded, calls, onOpen]);
}

/**
 * A BPMN diagram to look at, open where the dossier stands, with the elements reached marked, and the same as a list.
 */
export function DiagramView({ xml, state, names, isDrawing = false, calls = noCalls, onOpen }: DiagramViewProps) {
  const { canvas, loaded } = useDiagram(xml, state);
  useCalls(loaded, calls, onOpen);
  const keysId = useId();
  const diagram = loaded.phase === 'open' ? loaded.diagram : undefined;
  return (
    <figure className="iter-diagram">
      {loaded.phase === 'loading' && <Loading />}
      {loaded.phase === 'failed' && <p>{t('kit.diagram.failed')}</p>}
      {/* eslint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- a
          region that scrolls has to be reachable by key; the arrows do what dragging does */}
      <div
        ref={canvas}
        className="iter-diagram-canvas"
        {...inItalian()}
        role="group"
        tabIndex={0}
        aria-label={t('kit.diagram.label')}
        aria-describedby={keysId}
        hidden={loaded.phase === 'failed'}
        onKeyDown={(event) => pressKey(event, diagram)}
      />
      {/* eslint-enable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions */}
      {diagram && <Buttons diagram={diagram} active={isDrawing ? [] : state.active} />}
      <p id={keysId} className="iter-diagram-keys">
        {t('kit.diagram.keys')}
      </p>
      <details open={loaded.phase === 'failed' || undefined}>
        <summary>{t('kit.diagram.list')}</summary>
        <ElementList state={state} names={names} isDrawing={isDrawing} calls={calls} onOpen={onOpen} />
      </details>
    </figure>
  );
}
