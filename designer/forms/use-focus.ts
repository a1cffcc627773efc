import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { View } from './DocumentBar.tsx';
import { PANEL_ID } from './panel/panel-id.ts';
import { partButtonId } from './canvas/part-button-id.ts';
import type { Workbench } from './work/use-workbench.ts';

const elementOf = (id: string): HTMLElement | null => document.getElementById(id);

/** The button with the name of a part; the page itself where there is none. */
const buttonOf = (partId: string | undefined): HTMLElement | null =>
  (partId === undefined ? null : elementOf(partButtonId(partId))) ?? elementOf('contenuto');

/**
 * What had the focus last, and whether that was among the settings: what has left the page no longer says where it was.
 */
interface Held {
  readonly element: HTMLElement;
  readonly wasInPanel: boolean;
}

/**
 * Keeps the keyboard where the work is: what was pressed may be moved in the page, or go from it, and the browser then
 * drops the focus. A button that is still there gets it back; else the settings that start afresh, else the part at
 * hand. Gives the way to a part from elsewhere.
 */
export function useFocus({ draft, selected }: Workbench, view: View): (partId: string) => void {
  const held = useRef<Held>();
  useEffect(() => {
    const hold = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement) {
        held.current = { element: target, wasInPanel: target.closest('.fb-panel') !== null };
      }
    };
    document.addEventListener('focusin', hold);
    return () => document.removeEventListener('focusin', hold);
  }, []);
  useLayoutEffect(() => {
    if (held.current === undefined || document.activeElement !== document.body) return;
    const { element, wasInPanel } = held.current;
    const stays = element.isConnected && element !== document.body;
    const goal = stays ? element : wasInPanel && view === 'build' ? elementOf(PANEL_ID) : buttonOf(selected);
    goal?.focus({ preventScroll: stays });
  }, [draft, selected, view]);
  const [sought, setSought] = useState<{ readonly partId: string }>();
  useLayoutEffect(() => {
    if (sought !== undefined) buttonOf(sought.partId)?.focus();
  }, [sought]);
  return useCallback((partId: string) => setSought({ partId }), []);
}

/** The boxes of the view in which a form is built, in the order of reading, with what of each takes the focus. */
const boxes: readonly { readonly box: string; readonly goal: (selected: string | undefined) => HTMLElement | null }[] =
  [
    { box: '.fb-palette', goal: () => document.querySelector<HTMLElement>('.fb-palette button') },
    {
      box: '.fb-canvas',
      goal: (selected) =>
        (selected === undefined ? null : elementOf(partButtonId(selected))) ??
        document.querySelector<HTMLElement>('.fb-part-name'),
    },
    { box: '.fb-panel', goal: () => elementOf(PANEL_ID) },
  ];

/**
 * F6 goes from box to box, Shift and F6 the other way: between types and settings lie as many stops as a form has
 * parts.
 */
export function useBoxKeys(selected: string | undefined): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      const at = boxes.findIndex(({ box }) => document.activeElement?.matches(`${box} *`));
      const from = at === -1 && event.shiftKey ? 0 : at;
      const next = boxes[(from + (event.shiftKey ? -1 : 1) + boxes.length) % boxes.length];
      next?.goal(selected)?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [selected]);
}
