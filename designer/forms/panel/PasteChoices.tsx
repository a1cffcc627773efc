import { useId, useState } from 'react';
import { Button } from '../../../forms/kit/Button.tsx';
import { t } from '../../../forms/text/designer.ts';
import { pastedChoices, type ChoiceRow } from '../model/choices.ts';

interface Props {
  readonly rows: readonly ChoiceRow[];
  readonly onPut: (rows: readonly ChoiceRow[]) => void;
}

/** Many choices at once, one a line, added to those there are or put in their place. */
export function PasteChoices({ rows, onPut }: Props) {
  const [text, setText] = useState('');
  const id = useId();
  const put = (before: readonly ChoiceRow[]): void => {
    onPut([...before, ...pastedChoices(text, before)]);
    setText('');
  };
  return (
    <details className="fb-paste">
      <summary>{t('designer.builder.choices.paste')}</summary>
      <label htmlFor={id}>{t('designer.builder.choices.pasteLabel')}</label>
      <textarea
        id={id}
        rows={5}
        value={text}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => setText(target.value)}
      />
      <p id={`${id}-hint`} className="fb-quiet">
        {t('designer.builder.choices.pasteHint')}
      </p>
      <Button color="primary" outline size="xs" disabled={text.trim() === ''} onClick={() => put(rows)}>
        {t('designer.builder.choices.pasteAdd')}
      </Button>{' '}
      <Button color="primary" outline size="xs" disabled={text.trim() === ''} onClick={() => put([])}>
        {t('designer.builder.choices.pasteReplace')}
      </Button>
    </details>
  );
}
