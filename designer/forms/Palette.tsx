import { useDraggable } from '@dnd-kit/core';
import { useId, useState } from 'react';
import { fieldEditors, type EditorType } from '../../forms/fields/editors.ts';
import type { PaletteGroup } from '../../forms/fields/editor-types.ts';
import { Icon } from '../../forms/kit/Icon.tsx';
import { t } from '../../forms/text/designer.ts';
import { typeLabel } from '../words.ts';
import { useBuilder } from './builder-context.ts';
import { isHolder, type Draft, type Place } from './model/draft.ts';
import { newPart } from './model/new-part.ts';
import { placedPart, placeOf } from './model/tree.ts';

const groups: readonly PaletteGroup[] = [
  'text',
  'choice',
  'number',
  'date',
  'person',
  'company',
  'place',
  'document',
  'structure',
];

const types = Object.keys(fieldEditors) as readonly EditorType[];

/**
 * Where a pressed type goes: into the selected holder, else after what is selected, else at the end of the last page.
 */
export function placeAfter(draft: Draft, selected: string | undefined): Place {
  const placed = selected === undefined ? undefined : placedPart(draft, selected);
  if (placed !== undefined && isHolder(placed.part)) {
    return { parent: placed.part.id, index: placed.part.components?.length ?? 0 };
  }
  if (placed !== undefined) {
    const { parent, index } = placeOf(placed);
    return { parent, index: index + 1 };
  }
  const page = draft.components.findLast(isHolder);
  if (page === undefined) return { index: draft.components.length };
  return { parent: page.id, index: page.components?.length ?? 0 };
}

/** What can be put into a form, group by group: pressed it is added, dragged it goes where it is dropped. */
export function Palette() {
  const { bench } = useBuilder();
  const { draft, selected, change } = bench;
  const [filter, setFilter] = useState('');
  const id = useId();
  const wanted = filter.trim().toLowerCase();
  const shown = types.filter((type) => typeLabel(type).toLowerCase().includes(wanted));
  const add = (type: EditorType): void => {
    const place = placeAfter(draft, selected);
    change({ type: 'add', part: newPart(draft, { type, label: typeLabel(type), place }), place });
  };
  const addPage = (): void => {
    const index = draft.components.length;
    const label = t('designer.builder.canvas.page', { number: index + 1 });
    change({ type: 'add', part: newPart(draft, { type: 'group', label, place: { index } }), place: { index } });
  };
  return (
    <section className="fb-palette" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="fb-title">
        {t('designer.builder.palette.title')}
      </h2>
      <button type="button" className="fb-type fb-type-page" onClick={addPage}>
        <Icon name="it-plus-circle" size="sm" />
        {t('designer.builder.palette.page')}
      </button>
      <label htmlFor={id} className="visually-hidden">
        {t('designer.builder.palette.filter')}
      </label>
      <input
        id={id}
        type="search"
        className="fb-filter"
        placeholder={t('designer.builder.palette.filter')}
        value={filter}
        onChange={({ target }) => setFilter(target.value)}
      />
      {shown.length === 0 && <p className="fb-quiet">{t('designer.builder.palette.none')}</p>}
      {groups.map((group) => {
        const own = shown.filter((type) => fieldEditors[type].group === group);
        return own.length === 0 ? null : (
          <div key={group} className="fb-palette-group">
            <h3>{t(`designer.builder.palette.groups.${group}`)}</h3>
            <ul>
              {own.map((type) => (
                <li key={type}>
                  <TypeButton type={type} onAdd={() => add(type)} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      <p className="fb-quiet">{t('designer.builder.palette.hint')}</p>
    </section>
  );
}

function TypeButton({ type, onAdd }: { readonly type: EditorType; readonly onAdd: () => void }) {
  const name = typeLabel(type);
  const { setNodeRef, listeners } = useDraggable({ id: `new ${type}`, data: { type: 'new', kind: type, name } });
  // By keyboard a type is pressed, not carried: only the pointer's listeners are taken.
  const { onMouseDown, onTouchStart } = listeners ?? {};
  return (
    <button
      ref={setNodeRef}
      type="button"
      className="fb-type"
      onClick={onAdd}
      onMouseDown={(event) => void onMouseDown?.(event)}
      onTouchStart={(event) => void onTouchStart?.(event)}
    >
      <Icon name={fieldEditors[type].icon} size="sm" />
      {name}
    </button>
  );
}
