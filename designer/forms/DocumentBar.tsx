import type { ReactNode } from 'react';
import { Icon } from '../../forms/kit/Icon.tsx';
import { t } from '../../forms/text/designer.ts';
import { useBuilder } from './builder-context.ts';
import { FindBox } from './FindBox.tsx';

/** What of the form is on the screen. */
export type View = 'build' | 'preview' | 'checks';

interface Props {
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly onGo: (id: string) => void;
  /** How many things are to be looked at. */
  readonly problems: number;
  /** The name of the form, and where its changes are. */
  readonly place: ReactNode;
  /** Saving, and what is done with the whole file. */
  readonly acts: ReactNode;
}

/** The bar of the document: its name, undo and redo, finding, the views, saving. */
export function DocumentBar({ view, onView, onGo, problems, place, acts }: Props) {
  const { bench } = useBuilder();
  return (
    <section className="fb-bar" aria-label={t('designer.builder.bar.label')}>
      <div className="fb-bar-row">
        <div className="fb-bar-name">{place}</div>
        <div className="fb-bar-end">{acts}</div>
      </div>
      <div className="fb-bar-row">
        <div className="fb-bar-acts">
          <StepButton which="undo" />
          <StepButton which="redo" />
        </div>
        <FindBox draft={bench.draft} onGo={onGo} />
        <div className="fb-views" role="group" aria-label={t('designer.builder.bar.views')}>
          {(['build', 'preview', 'checks'] as const).map((each) => (
            <button
              key={each}
              type="button"
              className="fb-view"
              aria-pressed={view === each}
              onClick={() => onView(each)}
            >
              {each === 'checks' && problems > 0
                ? t('designer.builder.bar.checksCount', { count: problems })
                : t(`designer.builder.bar.${each}`)}
            </button>
          ))}
        </div>
      </div>
    </section>
  );
}

function StepButton({ which }: { readonly which: 'undo' | 'redo' }) {
  const { bench } = useBuilder();
  const change = which === 'undo' ? bench.undoable : bench.redoable;
  // With nothing left to do it stays focusable, so that the keyboard is not thrown out of the bar.
  return (
    <button
      type="button"
      className="fb-icon-button"
      aria-disabled={change === undefined || undefined}
      aria-keyshortcuts={which === 'undo' ? 'Control+Z' : 'Control+Y'}
      onClick={which === 'undo' ? bench.undo : bench.redo}
    >
      <Icon name={which === 'undo' ? 'it-restore' : 'it-refresh'} size="sm" />
      <span>
        {t(`designer.builder.bar.${which}`)}
        {change !== undefined && <span className="visually-hidden">: {change}</span>}
      </span>
    </button>
  );
}
