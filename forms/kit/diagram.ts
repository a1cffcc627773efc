import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/diagram-js.css';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is used of diagram-js's canvas. */
interface Canvas {
  readonly zoom: (level: 'fit-viewport' | number, center?: 'auto') => number;
  readonly viewbox: (box?: Box) => Box & { readonly scale: number; readonly outer: Pick<Box, 'width' | 'height'> };
  readonly scroll: (by: { readonly dx: number; readonly dy: number }) => void;
  readonly addMarker: (elementId: string, marker: string) => void;
  readonly removeMarker: (elementId: string, marker: string) => void;
}

/** What is used of diagram-js's element registry. */
interface Registry {
  readonly get: (elementId: string) => (Box & { readonly type: string }) | undefined;
}

/** What is used of diagram-js's events. */
interface Events {
  readonly on: (event: 'element.click', told: Pressed) => void;
  readonly off: (event: 'element.click', told: Pressed) => void;
}

type Pressed = (event: { readonly element: { readonly id: string } }) => void;

/** A diagram on the screen. */
export interface OpenDiagram {
  /** Marks the elements; those that the diagram does not have are passed over. */
  readonly mark: (state: { readonly active: readonly string[]; readonly completed: readonly string[] }) => void;
  readonly zoom: (factor: number) => void;
  /** Shows the whole diagram. */
  readonly fit: () => void;
  /** Moves what is seen by pixels of the screen. */
  readonly scroll: (dx: number, dy: number) => void;
  /** Shows the first task of some elements in the middle, readable; the whole diagram when it has none of them. */
  readonly goTo: (elementIds: readonly string[]) => void;
  /** Tells when one of some elements is pressed, and marks them so; the answer ends it. */
  readonly onPress: (elementIds: readonly string[], told: (elementId: string) => void) => () => void;
  readonly close: () => void;
}

/** The scale at which names can be read and the neighbours of a task are still seen. */
const READABLE_SCALE = 0.85;

const MARKERS = { active: 'iter-mark-active', completed: 'iter-mark-completed', opens: 'iter-mark-opens' } as const;

/**
 * Opens a BPMN diagram in an element.
 * @throws Error from bpmn-js when the XML cannot be read or has no diagram interchange.
 */
export async function openDiagram(container: HTMLElement, xml: string): Promise<OpenDiagram> {
  const viewer = new NavigatedViewer({ container });
  await viewer.importXML(xml);
  const canvas = viewer.get<Canvas>('canvas');
  const registry = viewer.get<Registry>('elementRegistry');
  const fit = (): void => void canvas.zoom('fit-viewport', 'auto');

  let marked: readonly (readonly [string, string])[] = [];
  return {
    mark: ({ active, completed }) => {
      for (const [elementId, marker] of marked) canvas.removeMarker(elementId, marker);
      const wanted = [
        ...completed
          .filter((elementId) => !active.includes(elementId))
          .map((elementId) => [elementId, MARKERS.completed] as const),
        ...active.map((elementId) => [elementId, MARKERS.active] as const),
      ];
      marked = wanted.filter(([elementId]) => registry.get(elementId) !== undefined);
      for (const [elementId, marker] of marked) canvas.addMarker(elementId, marker);
    },
    zoom: (factor) => void canvas.zoom(canvas.viewbox().scale * factor, 'auto'),
    fit,
    scroll: (dx, dy) => canvas.scroll({ dx, dy }),
    goTo: (elementIds) => {
      const shapes = elementIds.flatMap((elementId) => registry.get(elementId) ?? []);
      // Events that lie in wait are active as well; where the work is stands in a task.
      const tasks = shapes.filter(({ type }) => type.endsWith('Task'));
      const [first] = tasks.length > 0 ? tasks : shapes;
      if (first === undefined) fit();
      else canvas.viewbox(viewOf(first, canvas.viewbox().outer));
    },
    onPress: (elementIds, told) => {
      const events = viewer.get<Events>('eventBus');
      const drawn = elementIds.filter((elementId) => registry.get(elementId) !== undefined);
      const pressed: Pressed = ({ element: { id } }) => {
        if (drawn.includes(id)) told(id);
      };
      for (const elementId of drawn) canvas.addMarker(elementId, MARKERS.opens);
      events.on('element.click', pressed);
      return () => {
        events.off('element.click', pressed);
        for (const elementId of drawn) canvas.removeMarker(elementId, MARKERS.opens);
      };
    },
    close: () => viewer.destroy(),
  };
}

/** What the canvas has to show for a box to stand in its middle, at a scale at which names can be read. */
function viewOf(box: Box, outer: Pick<Box, 'width' | 'height'>): Box {
  const width = outer.width / READABLE_SCALE;
  const height = outer.height / READABLE_SCALE;
  return { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height };
}
