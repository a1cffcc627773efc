import { DndContext, DragOverlay } from '@dnd-kit/core';
import { useState } from 'react';
import { t } from '../../forms/text/designer.ts';
import { useBuilder } from './builder-context.ts';
import { Canvas } from './canvas/Canvas.tsx';
import { announcementsFor } from './canvas/announcements.ts';
import { cargoOf, nearestSlot, slotOf, useDragSensors, type Cargo } from './canvas/dragging.ts';
import { Palette } from './Palette.tsx';
import { Panel } from './panel/Panel.tsx';
import { newPart } from './model/new-part.ts';
import { useBoxKeys } from './use-focus.ts';

/** Building: what can be added, the form, the settings of what is selected. */
export function BuildView() {
  const { bench } = useBuilder();
  const { draft, change, selected } = bench;
  useBoxKeys(selected);
  const [cargo, setCargo] = useState<Cargo>();
  const sensors = useDragSensors();
  const drop = (carried: Cargo | undefined, slotId: string | undefined): void => {
    setCargo(undefined);
    const place = slotId === undefined ? undefined : slotOf(slotId);
    if (carried === undefined || place === undefined) return;
    if (carried.type === 'part') return change({ type: 'move', id: carried.id, place });
    change({ type: 'add', part: newPart(draft, { type: carried.kind, label: carried.name, place }), place });
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={nearestSlot}
      accessibility={{
        announcements: announcementsFor(draft),
        screenReaderInstructions: { draggable: t('designer.builder.drag.instructions') },
      }}
      onDragStart={({ active }) => setCargo(cargoOf(active.data.current))}
      onDragCancel={() => setCargo(undefined)}
      onDragEnd={({ active, over }) => drop(cargoOf(active.data.current), over === null ? undefined : String(over.id))}
    >
      <div className={`fb-build${cargo === undefined ? '' : ' is-dragging'}`}>
        <Palette />
        <Canvas cargo={cargo} />
        <Panel />
      </div>
      <DragOverlay dropAnimation={null}>
        {cargo !== undefined && <div className="fb-cargo">{cargo.name}</div>}
      </DragOverlay>
    </DndContext>
  );
}
