import { useId, useState } from 'react';
import { Button } from '../../../forms/kit/Button.tsx';
import { t } from '../../../forms/text/designer.ts';
import { useBuilder } from '../builder-context.ts';
import { isPossible } from '../model/change.ts';
import { insideOf, isHolder, type Place } from '../model/draft.ts';
import { nameOf } from '../model/find.ts';
import { partOf, partsOf, type Placed } from '../model/tree.ts';

const TOP = '';

/** Moves a part to the end of another page or group, without dragging (WCAG 2.2, 2.5.7). */
export function MoveTo({ placed }: { readonly placed: Placed }) {
  const { bench } = useBuilder();
  const { draft, change } = bench;
  const partId = placed.part.id;
  const here = placed.around.at(-1)?.id ?? TOP;
  const [target, setTarget] = useState(here);
  const id = useId();
  const endOf = (holder: string): Place => {
    const part = partOf(draft, holder);
    return part === undefined ? { index: draft.components.length } : { parent: holder, index: insideOf(part).length };
  };
  const holders = partsOf(draft)
    .filter((part) => isHolder(part) && isPossible(draft, { type: 'move', id: partId, place: endOf(part.id) }))
    .map((part) => ({ id: part.id, name: nameOf(part) }));
  return (
    <div className="iter-field">
      <label htmlFor={id}>{t('designer.builder.panel.moveTo')}</label>
      <div className="fb-key-row">
        <select id={id} className="form-select" value={target} onChange={(event) => setTarget(event.target.value)}>
          <option value={TOP}>{t('designer.builder.panel.topLevel')}</option>
          {holders.map(({ id: holderId, name }) => (
            <option key={holderId} value={holderId}>
              {name}
            </option>
          ))}
        </select>
        <Button
          color="primary"
          outline
          size="sm"
          disabled={target === here}
          onClick={() => change({ type: 'move', id: partId, place: endOf(target) })}
        >
          {t('designer.builder.panel.moveHere')}
        </Button>
      </div>
    </div>
  );
}
