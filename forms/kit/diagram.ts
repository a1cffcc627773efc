import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/diagram-js.css';

/** What is used of diagram-js's canvas. */
interface Canvas {
  readonly zoom: (level: 'fit-viewport' | number, center?: 'auto') => number;
  readonly viewbox: () => { readonly scale: number };
  readonly addMarker: (elementId: string, marker: string) => void;
  readonly removeMarker: (elementId: string, marker: string) => void;
}

/** What is used of diagram-js's element registry. */
interface Registry {
  readonly get: (elementId: string) => unknown;
}

/** A diagram on the screen. */
export interface OpenDiagram {
  /** Marks the elements; those that the diagram does not have are passed over. */
  readonly mark: (state: { readonly active: readonly string[]; readonly completed: readonly string[] }) => void;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  readonly close: () => void;
}

const MARKERS = { active: 'iter-mark-active', completed: 'iter-mark-completed' } as const;

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
  fit();

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
    close: () => viewer.destroy(),
  };
}
