import type { FieldEditor } from '../editor-types.ts';
import { count, explained, line, oneOf } from '../settings.ts';

/** How an analyst sets a place on the map. */
export const mapEditor: FieldEditor = {
  group: 'place',
  icon: 'it-map-marker-circle',
  fresh: { type: 'textfield', properties: { type: 'map', shape: 'point' } },
  settings: [
    oneOf('properties.shape', 'shape', { point: 'point', area: 'area' }),
    explained(line('properties.within', 'within')),
    count('properties.maxVertices', 'maxVertices'),
  ],
};
