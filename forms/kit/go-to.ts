const CONTROLS = 'input:not([type="hidden"]), select, textarea, button, [tabindex]';

/** What can take the focus for a field: its input, else the first control in its frame, else the frame itself. */
function targetOf(id: string): HTMLElement | null {
  const input = document.getElementById(id);
  if (input?.matches(CONTROLS)) return input;
  const frame = input ?? document.getElementById(`${id}-group`);
  const control = frame?.querySelector<HTMLElement>(`:is(${CONTROLS}):not(:disabled)`);
  if (control) return control;
  frame?.setAttribute('tabindex', '-1');
  return frame;
}

/** Shows a field, by the id of its input, and moves the focus to it. */
export function goTo(id: string): void {
  const target = targetOf(id);
  target?.scrollIntoView({ block: 'center' });
  target?.focus();
}
