import type { Announcements } from '@dnd-kit/core';
import { t } from '../../../forms/text/designer.ts';
import { insideOf, type Draft, type Place } from '../model/draft.ts';
import { nameOf } from '../model/find.ts';
import { partOf } from '../model/tree.ts';
import { cargoOf, slotOf } from './dragging.ts';

/** A place in words: «dopo Nome, in I tuoi dati». */
export function placeName(draft: Draft, { parent, index }: Place): string {
  const part = parent === undefined ? undefined : partOf(draft, parent);
  const holder = part === undefined ? t('designer.builder.drag.form') : nameOf(part);
  const before = (part === undefined ? draft.components : insideOf(part))[index - 1];
  return before === undefined
    ? t('designer.builder.drag.first', { holder })
    : t('designer.builder.drag.after', { holder, before: nameOf(before) });
}

/** What a screen reader hears while something is dragged. */
export function announcementsFor(draft: Draft): Announcements {
  const name = (data: unknown): string => cargoOf(data)?.name ?? '';
  const place = (id: string | number | undefined): string | undefined => {
    const slot = id === undefined ? undefined : slotOf(String(id));
    return slot === undefined ? undefined : placeName(draft, slot);
  };
  return {
    onDragStart: ({ active }) => t('designer.builder.drag.start', { name: name(active.data.current) }),
    onDragOver: ({ active, over }) => {
      const found = place(over?.id);
      return found === undefined
        ? t('designer.builder.drag.nowhere', { name: name(active.data.current) })
        : t('designer.builder.drag.over', { name: name(active.data.current), place: found });
    },
    onDragEnd: ({ active, over }) => {
      const found = place(over?.id);
      return found === undefined
        ? t('designer.builder.drag.cancel', { name: name(active.data.current) })
        : t('designer.builder.drag.end', { name: name(active.data.current), place: found });
    },
    onDragCancel: ({ active }) => t('designer.builder.drag.cancel', { name: name(active.data.current) }),
  };
}
