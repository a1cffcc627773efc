import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { BuilderContext } from './builder-context.ts';
import { BuildView } from './BuildView.tsx';
import { ChecksView } from './checks/ChecksView.tsx';
import { DocumentBar, type View } from './DocumentBar.tsx';
import { FlashLine } from './FlashLine.tsx';
import type { Notice } from './form-js/notices.ts';
import { standingNotices } from './form-js/standing.ts';
import { findingsOf } from './model/findings.ts';
import { PreviewView } from './preview/PreviewView.tsx';
import { RemovalDialog } from './RemovalDialog.tsx';
import { useFocus } from './use-focus.ts';
import { useUses, type FormSource } from './use-uses.ts';
import type { Workbench } from './work/use-workbench.ts';

/** True where the key belongs to a text that is being written: its own undo comes first. */
const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

function useShortcuts({ undo, redo }: Workbench): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isWriting(event.composedPath()[0] ?? null)) return;
      const key = event.key.toLowerCase();
      const act = key === 'y' || (key === 'z' && event.shiftKey) ? redo : key === 'z' ? undo : undefined;
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [undo, redo]);
}

interface Props {
  readonly bench: Workbench;
  readonly source: FormSource;
  /** What the import of the file had to say. */
  readonly imported: readonly Notice[];
  /** Beside the name of the form: the way back, and where its changes are. */
  readonly place: ReactNode;
  /** At the end of the bar: saving, and what is done with the whole file. */
  readonly acts: ReactNode;
  /** Below the bar: what keeps the form from being saved, and what its check has found. */
  readonly told: ReactNode;
}

/** The form builder: the document bar and one of three views of the form: building it, trying it, checking it. */
export function Builder({ bench, source, imported, place, acts, told }: Props) {
  const [view, setView] = useState<View>('build');
  const [wasTried, setTried] = useState(false);
  if (view === 'preview' && !wasTried) setTried(true);
  const [doomed, setDoomed] = useState<string>();
  const uses = useUses(source, bench.draft);
  const findings = useMemo(() => findingsOf(bench.draft, uses.names), [bench.draft, uses.names]);
  const notices = useMemo(() => standingNotices(bench.draft, imported), [bench.draft, imported]);
  const problems = findings.length + uses.missing.length + notices.length;
  useShortcuts(bench);
  const focusOn = useFocus(bench, view);
  const go = (id: string): void => {
    setView('build');
    bench.select(id);
    focusOn(id);
  };
  const context = useMemo(
    () => ({ bench, uses, findings, notices, imported, askRemoval: setDoomed }),
    [bench, uses, findings, notices, imported],
  );
  return (
    <BuilderContext.Provider value={context}>
      <main id="contenuto" className="fb-builder" tabIndex={-1}>
        <DocumentBar {...{ view, place, acts, problems }} onView={setView} onGo={go} />
        {told}
        {view === 'build' && <BuildView />}
        {wasTried && <PreviewView draft={bench.draft} isShown={view === 'preview'} />}
        {view === 'checks' && <ChecksView findings={findings} onGo={go} />}
        <FlashLine bench={bench} />
        {doomed !== undefined && <RemovalDialog id={doomed} onClose={() => setDoomed(undefined)} />}
      </main>
    </BuilderContext.Provider>
  );
}
