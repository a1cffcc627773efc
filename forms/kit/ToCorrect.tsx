import { t } from '../text/text.ts';
import type { Asked } from './asked.ts';
import { inputId } from './field-props.ts';
import { goTo } from './go-to.ts';
import { Icon } from './Icon.tsx';

/** Settings of the list of what has to be corrected. */
export interface ToCorrectProps {
  readonly asked: readonly Asked[];
}

/** What the office asks to correct, on top of a form, with a way to each field and how many are done. */
export function ToCorrect({ asked }: ToCorrectProps) {
  if (asked.length === 0) return null;
  const done = asked.filter(({ isDone }) => isDone).length;
  return (
    <section className="iter-to-correct" aria-labelledby="to-correct-title">
      <h2 id="to-correct-title" className="h5">
        {t('kit.remark.title')}
      </h2>
      <p role="status">{t('kit.remark.done', { done, count: asked.length })}</p>
      <ul>
        {asked.map((each) => (
          <AskedItem key={each.path} {...each} />
        ))}
      </ul>
    </section>
  );
}

function AskedItem({ path, label, remark, isDone }: Asked) {
  return (
    <li className={isDone ? 'is-done' : undefined}>
      <Icon name={isDone ? 'it-check-circle' : 'it-pencil'} className={isDone ? 'icon-success' : 'icon-warning'} />
      <div>
        <a
          href={`#${inputId(path)}`}
          onClick={(event) => {
            event.preventDefault();
            goTo(inputId(path));
          }}
        >
          {label}
        </a>
        <span className="iter-to-correct-state">{t(isDone ? 'kit.remark.isDone' : 'kit.remark.isOpen')}</span>
        <p className="iter-answer-lines" lang="it">
          {remark}
        </p>
      </div>
    </li>
  );
}
