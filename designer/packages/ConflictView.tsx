import { Button } from '../../forms/kit/Button.tsx';
import { Callout } from '../../forms/kit/Callout.tsx';
import { formatDateTime } from '../../forms/text/format.ts';
import { t } from '../../forms/text/designer.ts';
import { nameOf, saveAs } from './file-kinds.ts';
import type { Conflict } from './use-saving.ts';

interface Props {
  readonly path: string;
  readonly mine: string;
  readonly conflict: Conflict;
  readonly onOverwrite: () => void;
  readonly onTake: () => void;
}

/**
 * Two analysts have changed one file: who the other is, what differs, and the ways on, which all keep both versions.
 */
export function ConflictView({ path, mine, conflict, onOverwrite, onTake }: Props) {
  const download = (): void => saveAs(nameOf(path), mine);
  const isDeleted = 'deleted' in conflict;
  return (
    <Callout tone="warning" role="alert">
      <h2 className="h5">{t('designer.packages.conflict.title')}</h2>
      <p>
        {isDeleted
          ? t('designer.packages.conflict.deleted')
          : t('designer.packages.conflict.changed', {
              name: conflict.author,
              at: formatDateTime(conflict.changedAt),
            })}
      </p>
      {!isDeleted && <Differences mine={mine} theirs={conflict.text} />}
      <div className="fb-acts">
        <Button color="primary" size="sm" onClick={onOverwrite}>
          {t('designer.packages.conflict.overwrite')}
        </Button>
        {!isDeleted && (
          <Button
            color="primary"
            outline
            size="sm"
            onClick={() => {
              download();
              onTake();
            }}
          >
            {t('designer.packages.conflict.take')}
          </Button>
        )}
        <Button color="primary" outline size="sm" onClick={download}>
          {t('designer.packages.conflict.download')}
        </Button>
      </div>
      <ul className="fb-hints">
        <li>
          {t('designer.packages.conflict.overwrite')}: {t('designer.packages.conflict.overwriteHint')}
        </li>
        {!isDeleted && (
          <li>
            {t('designer.packages.conflict.take')}: {t('designer.packages.conflict.takeHint')}
          </li>
        )}
      </ul>
    </Callout>
  );
}

function Differences({ mine, theirs }: { readonly mine: string; readonly theirs: string }) {
  const [own, other] = [mine.split('\n'), theirs.split('\n')];
  return (
    <details className="fb-differences">
      <summary>{t('designer.packages.conflict.compare')}</summary>
      <Lines title={t('designer.packages.conflict.mine')} lines={without(own, other)} />
      <Lines title={t('designer.packages.conflict.theirs')} lines={without(other, own)} />
    </details>
  );
}

/** The lines of one text that another has not. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others.map((line) => line.trim()));
  return lines.filter((line) => line.trim() !== '' && !known.has(line.trim()));
}

/** How many lines that differ are shown. */
const SHOWN = 12;

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  const more = lines.length - SHOWN;
  return (
    <>
      <h3 className="h6">{title}</h3>
      <ul className="fb-lines">
        {lines.slice(0, SHOWN).map((line, index) => (
          <li key={index}>
            <code>{line.trim()}</code>
          </li>
        ))}
        {more > 0 && <li>{t('designer.packages.conflict.more', { count: more })}</li>}
      </ul>
    </>
  );
}
