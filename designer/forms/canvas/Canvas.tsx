import { useDroppable } from '@dnd-kit/core';
import { Fragment } from 'react';
import { t } from '../../../forms/text/text.ts';
import { useBuilder } from '../builder-context.ts';
import type { Part, Place } from '../model/draft.ts';
import { CanvasPart } from './CanvasPart.tsx';
import { slotId, type Cargo } from './dragging.ts';

/** The form being built: its pages one below the other, with the fields as they are. */
export function Canvas({ cargo }: { readonly cargo: Cargo | undefined }) {
  const { bench } = useBuilder();
  const { components } = bench.draft;
  return (
    <section className="fb-canvas" aria-labelledby="fb-canvas-title">
      <h2 id="fb-canvas-title" className="fb-title">
        {t('designer.builder.canvas.title')}
      </h2>
      {components.length === 0 && <p className="fb-empty">{t('designer.builder.canvas.emptyForm')}</p>}
      <PartList parts={components} holder={undefined} carried={cargo?.type === 'part' ? cargo.id : undefined} />
    </section>
  );
}

/** Settings of the parts inside a holder. */
export interface PartListProps {
  readonly parts: readonly Part[];
  /** The id of the holder; undefined for the form itself. */
  readonly holder: string | undefined;
  /** The part that is being dragged. */
  readonly carried: string | undefined;
}

/** The parts inside a holder, with a gap before and after each where something can be dropped. */
export function PartList({ parts, holder, carried }: PartListProps) {
  return (
    <ul className="fb-parts">
      <Slot parent={holder} index={0} />
      {parts.map((part, index) => (
        <Fragment key={part.id}>
          <CanvasPart part={part} place={{ parent: holder, index }} count={parts.length} carried={carried} />
          <Slot parent={holder} index={index + 1} />
        </Fragment>
      ))}
    </ul>
  );
}

function Slot(place: Place) {
  const { setNodeRef, isOver } = useDroppable({ id: slotId(place) });
  return <li ref={setNodeRef} role="presentation" className={`fb-slot${isOver ? ' is-over' : ''}`} />;
}
