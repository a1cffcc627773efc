import {
  closestCenter,
  KeyboardCode,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
  type CollisionDetection,
  type KeyboardCoordinateGetter,
} from '@dnd-kit/core';
import { fieldEditors, type EditorType } from '../../../forms/fields/editors.ts';
import { isObject, type Place } from '../model/draft.ts';

/** What is being dragged: a part of the form, or a new one from the palette. */
export type Cargo =
  | { readonly type: 'part'; readonly id: string; readonly name: string }
  | { readonly type: 'new'; readonly kind: EditorType; readonly name: string };

const isEditorType = (name: unknown): name is EditorType =>
  typeof name === 'string' && Object.hasOwn(fieldEditors, name);

/** The cargo in the data of a drag; undefined when it is none of ours. */
export function cargoOf(data: unknown): Cargo | undefined {
  if (!isObject(data) || typeof data['name'] !== 'string') return undefined;
  const { type, id, kind, name } = data;
  if (type === 'part' && typeof id === 'string') return { type, id, name };
  return type === 'new' && isEditorType(kind) ? { type, kind, name } : undefined;
}

const SLOT = 'slot';

/** The id of the gap between two parts where something can be dropped. */
export const slotId = ({ parent, index }: Place): string => [SLOT, index, parent ?? ''].join(' ');

/** The place that a gap stands for; undefined for an id that is no gap's. */
export function slotOf(id: string): Place | undefined {
  const [start, index, ...parent] = id.split(' ');
  if (start !== SLOT || index === undefined || !/^\d+$/.test(index)) return undefined;
  const holder = parent.join(' ');
  return { index: Number(index), parent: holder === '' ? undefined : holder };
}

/** The gap nearest to the pointer, by height among those that the pointer is beside; by centre for the keyboard. */
export const nearestSlot: CollisionDetection = (args) => {
  const { pointerCoordinates: pointer, droppableRects, droppableContainers } = args;
  if (pointer === null) return closestCenter(args);
  const near = droppableContainers.flatMap((container) => {
    const rect = droppableRects.get(container.id);
    const isBeside = rect !== undefined && pointer.x >= rect.left && pointer.x <= rect.right;
    return isBeside ? [{ id: container.id, distance: Math.abs(pointer.y - (rect.top + rect.height / 2)) }] : [];
  });
  return near.toSorted((one, other) => one.distance - other.distance).slice(0, 1);
};

/** From gap to gap with the arrows, in the order in which they stand on the page. */
const betweenSlots: KeyboardCoordinateGetter = (event, { context, currentCoordinates }) => {
  const steps: Readonly<Record<string, number>> = { [KeyboardCode.Down]: 1, [KeyboardCode.Up]: -1 };
  const step = steps[event.code];
  const { droppableRects, droppableContainers, over, collisionRect } = context;
  if (step === undefined || collisionRect === null) return undefined;
  event.preventDefault();
  const slots = droppableContainers
    .getEnabled()
    .flatMap(({ id }) => {
      const rect = droppableRects.get(id);
      return rect === undefined ? [] : [{ id, rect }];
    })
    .sort((one, other) => one.rect.top - other.rect.top);
  const at = slots.findIndex(({ id }) => id === over?.id);
  const next = slots[Math.min(Math.max(at + step, 0), slots.length - 1)];
  if (next === undefined) return currentCoordinates;
  // The middle of what is carried goes to the middle of the gap.
  return {
    x: next.rect.left + next.rect.width / 2 - collisionRect.width / 2,
    y: next.rect.top + next.rect.height / 2 - collisionRect.height / 2,
  };
};

/** How far the mouse, and how long the finger, before a press is a drag. */
const MOUSE = { activationConstraint: { distance: 6 } };
const TOUCH = { activationConstraint: { delay: 220, tolerance: 8 } };

/** The ways to drag: mouse, finger, keyboard. */
export const useDragSensors = () =>
  useSensors(
    useSensor(MouseSensor, MOUSE),
    useSensor(TouchSensor, TOUCH),
    useSensor(KeyboardSensor, { coordinateGetter: betweenSlots }),
  );
