import { useEffect, useRef, type RefObject } from 'react';

/**
 * Keeps the keyboard in a list when the focused row goes away with a refresh: the list itself takes the focus, instead
 * of the top of the page. `rows` is anything that changes with the rows; the element needs `tabIndex={-1}`.
 */
export function useKeptFocus(rows: unknown): RefObject<HTMLDivElement> {
  const box = useRef<HTMLDivElement>(null);
  const isInside = useRef(false);
  useEffect(() => {
    const watch = ({ target }: Event): void => {
      isInside.current = target instanceof Node && box.current?.contains(target) === true;
    };
    document.addEventListener('focusin', watch);
    document.addEventListener('pointerdown', watch);
    return () => {
      document.removeEventListener('focusin', watch);
      document.removeEventListener('pointerdown', watch);
    };
  }, []);
  useEffect(() => {
    if (isInside.current && document.activeElement === document.body) box.current?.focus({ preventScroll: true });
  }, [rows]);
  return box;
}
