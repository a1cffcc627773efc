import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';

/** One of several panels of which one is seen. */
export interface Tab {
  readonly id: string;
  readonly label: string;
  /** Builds the panel, only when it is the one seen. */
  readonly panel: () => ReactNode;
}

/** Panels behind tabs, with the keyboard of the ARIA pattern: arrows, Home and End move and choose. */
export function Tabs({ label, tabs, current, onChoose }: Props) {
  const prefix = useId();
  const list = useRef<HTMLDivElement>(null);
  const shown = tabs.find((tab) => tab.id === current) ?? tabs[0];
  const move = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((tab) => tab.id === shown?.id);
    const to = nextIndex(event.key, at, tabs.length);
    const target = to === undefined ? undefined : tabs[to];
    if (target === undefined) return;
    event.preventDefault();
    onChoose(target.id);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[to ?? 0]?.focus();
  };
  if (shown === undefined) return null;
  return (
    <div>
      <div className="desk-tabs" role="tablist" aria-label={label} ref={list}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${prefix}${tab.id}`}
            className={`desk-tab ${tab === shown ? 'active' : ''}`}
            aria-selected={tab === shown}
            aria-controls={`${prefix}panel`}
            tabIndex={tab === shown ? 0 : -1}
            onClick={() => onChoose(tab.id)}
            onKeyDown={move}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div className="desk-panel" role="tabpanel" id={`${prefix}panel`} aria-labelledby={`${prefix}${shown.id}`}>
        {shown.panel()}
      </div>
    </div>
  );
}

interface Props {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly current: string | undefined;
  onChoose(id: string): void;
}

function nextIndex(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
