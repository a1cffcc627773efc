import { useId, useRef, useState } from 'react';
import { Button } from '../../forms/kit/Button.tsx';
import { Icon } from '../../forms/kit/Icon.tsx';
import { formatDateTime } from '../../forms/text/format.ts';
import { t } from '../../forms/text/designer.ts';
import { useBuilder } from './builder-context.ts';
import { exportFormJs } from './form-js.ts';
import { FindBox } from './FindBox.tsx';
import type { Draft } from './model/draft.ts';
import { settledDraft } from './model/following.ts';

/** What of the form is on the screen. */
export type View = 'build' | 'preview' | 'checks';

interface Props {
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly onGo: (id: string) => void;
  /** How many things are to be looked at. */
  readonly problems: number;
}

/** The bar of the document: its name, undo and redo, finding, the views, the ways out. */
export function DocumentBar({ view, onView, onGo, problems }: Props) {
  const { bench } = useBuilder();
  return (
    <section className="fb-bar" aria-label={t('designer.builder.bar.label')}>
      <div className="fb-bar-name">
        <FormId
          key={bench.draft.id}
          draft={bench.draft}
          onRename={(id) => bench.change({ type: 'set-form', at: 'id', value: id })}
        />
        <p className="fb-quiet mb-0">
          {bench.keptAt === undefined
            ? t('designer.builder.bar.notSaved')
            : t('designer.builder.bar.saved', { at: formatDateTime(bench.keptAt).replace(/^.*ore /, '') })}
        </p>
      </div>
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
      <Download draft={bench.draft} onGiven={() => bench.change({ type: 'settle' })} />
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

const isGoodId = (id: string): boolean => /^[a-z][a-z0-9-]*$/.test(id);

function FormId({ draft, onRename }: { readonly draft: Draft; readonly onRename: (id: string) => void }) {
  const [written, setWritten] = useState(draft.id);
  const id = useId();
  const isWrong = written !== draft.id && !isGoodId(written);
  return (
    <div className="fb-form-id">
      <label htmlFor={id} className="visually-hidden">
        {t('designer.builder.bar.formId')}
      </label>
      <input
        id={id}
        value={written}
        aria-invalid={isWrong || undefined}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => setWritten(target.value)}
        onBlur={() => isGoodId(written) && written !== draft.id && onRename(written)}
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
      />
      <span id={`${id}-hint`} className={isWrong ? 'fb-wrong' : 'visually-hidden'}>
        {isWrong
          ? t('designer.builder.bar.formIdWrong', { written, name: draft.id })
          : t('designer.builder.bar.formIdHint')}
      </span>
    </div>
  );
}

/** Hands a text to the browser as a file. */
function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

interface DownloadProps {
  readonly draft: Draft;
  /** The form has left the builder. */
  readonly onGiven: () => void;
}

function Download({ draft, onGiven }: DownloadProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  const give = (name: string, value: unknown): void => {
    saveFile(name, jsonText(value));
    onGiven();
    if (menu.current !== null) menu.current.open = false;
  };
  return (
    <details ref={menu} className="fb-menu">
      <summary className="btn btn-primary btn-sm">{t('designer.builder.bar.download')}</summary>
      <div className="fb-menu-list">
        <Button color="link" onClick={() => give(`${draft.id}.json`, settledDraft(draft))}>
          {t('designer.builder.bar.downloadIter')}
        </Button>
        <Button color="link" onClick={() => give(`${draft.id}.form`, exportFormJs(draft))}>
          {t('designer.builder.bar.downloadCamunda')}
        </Button>
      </div>
    </details>
  );
}
