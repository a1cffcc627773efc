import { useEffect, useMemo, useState } from 'react';
import { PageHeading } from '../../forms/kit/PageHeading.tsx';
import { t } from '../../forms/text/designer.ts';
import { BuilderContext } from './builder-context.ts';
import { BuildView } from './BuildView.tsx';
import { ChecksView } from './checks/ChecksView.tsx';
import { DocumentBar, type View } from './DocumentBar.tsx';
import { FlashLine } from './FlashLine.tsx';
import { standingNotices } from './form-js/standing.ts';
import { findingsOf } from './model/findings.ts';
import { PreviewView } from './preview/PreviewView.tsx';
import { RemovalDialog } from './RemovalDialog.tsx';
import { useFocus } from './use-focus.ts';
import { useUses } from './use-uses.ts';
import type { Keeper, Work } from './work/keeping.ts';
import { useWork, type Workbench } from './work/use-work.ts';

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

/** The form builder: the document bar and one of three views of the form: building it, trying it, checking it. */
export function Builder({ work, keeper }: { readonly work: Work; readonly keeper: Keeper }) {
  const bench = useWork(work, keeper);
  const [view, setView] = useState<View>('build');
  const [wasTried, setTried] = useState(false);
  if (view === 'preview' && !wasTried) setTried(true);
  const [doomed, setDoomed] = useState<string>();
  const uses = useUses(work.origin, bench.draft);
  const findings = useMemo(() => findingsOf(bench.draft, uses.names), [bench.draft, uses.names]);
  const notices = useMemo(() => standingNotices(bench.draft, work.notices), [bench.draft, work.notices]);
  const problems = findings.length + uses.missing.length + notices.length;
  useShortcuts(bench);
  const focusOn = useFocus(bench, view);
  const go = (id: string): void => {
    setView('build');
    bench.select(id);
    focusOn(id);
  };
  const context = useMemo(
    () => ({ bench, uses, findings, notices, askRemoval: setDoomed }),
    [bench, uses, findings, notices],
  );
  return (
    <BuilderContext.Provider value={context}>
      <main id="contenuto" className="fb-builder" tabIndex={-1}>
        <PageHeading
          windowTitle={t('designer.builder.app.window', { page: bench.draft.id })}
          className="visually-hidden"
        >
          {bench.draft.id}
        </PageHeading>
        <DocumentBar view={view} onView={setView} onGo={go} problems={problems} />
        {view === 'build' && <BuildView />}
        {wasTried && <PreviewView draft={bench.draft} isShown={view === 'preview'} />}
        {view === 'checks' && <ChecksView findings={findings} onGo={go} />}
        <FlashLine bench={bench} />
        {doomed !== undefined && <RemovalDialog id={doomed} onClose={() => setDoomed(undefined)} />}
      </main>
    </BuilderContext.Provider>
  );
}
