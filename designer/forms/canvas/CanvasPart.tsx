import { useDraggable, useDroppable } from '@dnd-kit/core';
import { useEffect, useRef } from 'react';
import { fieldEditors, type EditorType } from '../../../forms/fields/editors.ts';
import { Icon, type IconProps } from '../../../forms/kit/Icon.tsx';
import { t } from '../../../forms/text/designer.ts';
import { typeLabel } from '../../words.ts';
import { useBuilder } from '../builder-context.ts';
import { hiddenTypeOf } from '../form-js/kept.ts';
import { isHolder, keyOf, type Part, type Place } from '../model/draft.ts';
import { nameOf, typeNameOf } from '../model/find.ts';
import { badgesOf } from './badges.ts';
import { slotId } from './dragging.ts';
import { FieldLook } from './FieldLook.tsx';
import { partButtonId } from './part-button-id.ts';
import { PartTools } from './PartTools.tsx';

interface Props {
  readonly part: Part;
  readonly place: Place;
  /** How many parts the holder has. */
  readonly count: number;
  readonly carried: string | undefined;
}

const iconOf = (part: Part): IconProps['name'] => {
  const name = typeNameOf(part);
  return Object.hasOwn(fieldEditors, name) ? fieldEditors[name as EditorType].icon : 'it-code-circle';
};

/** One part of the form: a bar with its name and tools, and what it looks like; a holder with the parts inside it. */
function CanvasPart({ part, place, count, carried }: Props) {
  const { bench } = useBuilder();
  const isSelected = bench.selected === part.id;
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  const kind = part.type === 'group' && place.parent === undefined ? 'page' : isHolder(part) ? 'holder' : 'field';
  const look = ['fb-part', `fb-${kind}`, isSelected ? 'is-selected' : '', carried === part.id ? 'is-carried' : ''];
  return (
    <div ref={row} className={look.join(' ')}>
      <PartBar part={part} place={place} count={count} isPage={kind === 'page'} />
      {isHolder(part) ? (
        <>
          {(part.components ?? []).length === 0 && (
            <p className="fb-empty">
              {t(kind === 'page' ? 'designer.builder.canvas.emptyPage' : 'designer.builder.canvas.emptyHolder')}
            </p>
          )}
          <PartList parts={part.components ?? []} holder={part.id} carried={carried} />
        </>
      ) : (
        <Shown part={part} />
      )}
    </div>
  );
}

function Shown({ part }: { readonly part: Part }) {
  const kept = hiddenTypeOf(part);
  if (kept === undefined) return <FieldLook part={part} />;
  return <p className="fb-quiet fb-kept">{t('designer.builder.canvas.kept', { type: kept })}</p>;
}

function PartBar({ part, place, count, isPage }: Omit<Props, 'carried'> & { readonly isPage: boolean }) {
  const { bench } = useBuilder();
  const isSelected = bench.selected === part.id;
  const name = nameOf(part);
  const { setNodeRef, setActivatorNodeRef, listeners, attributes } = useDraggable({
    id: `part ${part.id}`,
    data: { type: 'part', id: part.id, name },
    attributes: { roleDescription: '' },
  });
  const key = keyOf(part);
  return (
    <div ref={setNodeRef} className="fb-part-bar">
      <button
        ref={setActivatorNodeRef}
        type="button"
        className="fb-handle"
        aria-label={t('designer.builder.canvas.drag', { name })}
        aria-describedby={attributes['aria-describedby']}
        {...listeners}
      >
        <span className="fb-grip" />
      </button>
      <button
        type="button"
        id={partButtonId(part.id)}
        className="fb-part-name"
        aria-pressed={isSelected}
        onClick={() => bench.select(part.id)}
      >
        <Icon name={iconOf(part)} size="sm" />
        <span className="fb-part-label">{name}</span>
      </button>
      {isSelected && <PartTools part={part} place={place} count={count} />}
      <span className="fb-about">
        <span>{isPage ? t('designer.builder.canvas.pageType') : typeLabel(typeNameOf(part))}</span>
        {key !== undefined && <code>{key}</code>}
        {badgesOf(part).map((badge) => (
          <span key={badge} className="fb-badge">
            {t(`designer.builder.canvas.${badge}`)}
          </span>
        ))}
      </span>
    </div>
  );
}

/** Settings of the parts inside a holder. */
interface PartListProps {
  readonly parts: readonly Part[];
  /** The id of the holder; undefined for the form itself. */
  readonly holder: string | undefined;
  /** The part that is being dragged. */
  readonly carried: string | undefined;
}

/** The parts inside a holder, with a gap before and after each where something can be dropped. */
export function PartList({ parts, holder, carried }: PartListProps) {
  return (
    <div className="fb-parts">
      {parts.length > 0 && (
        <ul>
          {parts.map((part, index) => (
            <li key={part.id}>
              <Slot parent={holder} index={index} />
              <CanvasPart part={part} place={{ parent: holder, index }} count={parts.length} carried={carried} />
            </li>
          ))}
        </ul>
      )}
      <Slot parent={holder} index={parts.length} />
    </div>
  );
}

function Slot(place: Place) {
  const { setNodeRef, isOver } = useDroppable({ id: slotId(place) });
  return <div ref={setNodeRef} className={`fb-slot${isOver ? ' is-over' : ''}`} />;
}
