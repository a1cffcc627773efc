import { wholeNumber } from '../../schema/components.ts';
import type { FieldComponent, Json } from '../../schema/document.ts';
import type { JsonSchema } from '../../schema/json-schema.ts';
import { valueWords } from '../../text/values.ts';
import { isRecord } from '../../schema/json.ts';
import { isBlank, refuse, wrongType } from '../rules.ts';
import type { Complaint, FieldSchema, ReadContext, Reading } from '../types.ts';
import {
  againstTheClock,
  areaAnswer,
  crossesItself,
  degrees,
  isFlat,
  pointAnswer,
  verticesOf,
  type Coordinates,
} from './geometry.ts';

const SHAPES: readonly string[] = ['point', 'area'];
const USUAL_VERTICES = 100;
const FEWEST_VERTICES = 3;

/** True when a field asks for an area; a point unless `properties.shape` says so. */
export const isArea = ({ properties = {} }: FieldComponent): boolean => properties['shape'] === 'area';

/** The most vertices of an area: `properties.maxVertices`, else 100. */
export const mostVertices = ({ properties = {} }: FieldComponent): number =>
  wholeNumber(properties['maxVertices'], USUAL_VERTICES);

/** The ISTAT code of the municipality in which the place has to lie, from the field that `properties.within` names. */
export function municipalityWithin(component: FieldComponent, beside: ReadContext['beside'] = {}): string | undefined {
  const named = beside[component.properties?.['within'] ?? ''];
  const code = isRecord(named) ? named['istatCode'] : undefined;
  return typeof code === 'string' && /^\d{6}$/.test(code) ? code : undefined;
}

type Vertex = readonly [number, number];

/** The part of a coordinate in paths and ids: `longitude`, or `longitude3` for the third vertex of an area. */
export const coordinatePart = (axis: 'longitude' | 'latitude', index: number | undefined): string =>
  index === undefined ? axis : `${axis}${index + 1}`;

function unreadable(vertices: readonly Coordinates[], component: FieldComponent): readonly Complaint[] {
  return vertices.flatMap((vertex, index) => {
    const place = isArea(component) ? index : undefined;
    return (['longitude', 'latitude'] as const).flatMap((axis, side) =>
      degrees(vertex[side]) === undefined
        ? [
            {
              code: `map.bad-${axis}`,
              params: { given: String(vertex[side] ?? '').slice(0, 30) },
              part: coordinatePart(axis, place),
            },
          ]
        : [],
    );
  });
}

function areaComplaint(ring: readonly Vertex[], component: FieldComponent): Complaint | undefined {
  const max = mostVertices(component);
  const distinct = new Set(ring.map(String)).size;
  if (distinct < FEWEST_VERTICES) return { code: 'map.too-few', params: { min: FEWEST_VERTICES, given: distinct } };
  if (ring.length > max) return { code: 'map.too-many', params: { max, given: ring.length } };
  return distinct < ring.length || isFlat(ring) || crossesItself(ring) ? { code: 'map.crossing' } : undefined;
}

function placeComplaint(
  vertices: readonly Vertex[],
  component: FieldComponent,
  context: ReadContext,
): Complaint | undefined {
  const { liesIn, beside } = context;
  if (!liesIn) return { code: 'map.unverified' };
  const within = municipalityWithin(component, beside);
  const outside = vertices.find((vertex) => !liesIn(vertex, within));
  if (outside === undefined) return undefined;
  const given = `${outside[1]}, ${outside[0]}`;
  return { code: within === undefined ? 'map.outside-region' : 'map.outside-municipality', params: { given } };
}

const TYPES = { point: 'Point', area: 'Polygon' } as const;

function readPlace(value: Json, component: FieldComponent, context: ReadContext): Reading {
  const shape = isArea(component) ? 'area' : 'point';
  if (!isRecord(value) || value['type'] !== TYPES[shape]) return wrongType(shape);
  const written = verticesOf(value);
  const [complaint, ...more] = unreadable(written, component);
  if (complaint) return { complaint, more };
  const vertices = written.map(([x, y]): Vertex => [degrees(x) ?? 0, degrees(y) ?? 0]);
  const [first] = vertices;
  if (!first) return refuse('map.unreadable');
  const wrong =
    (shape === 'area' ? areaComplaint(vertices, component) : undefined) ?? placeComplaint(vertices, component, context);
  if (wrong) return { complaint: wrong };
  return { value: shape === 'point' ? pointAnswer(first) : areaAnswer(againstTheClock(vertices)) };
}

function printPlace(value: Json): string {
  const vertices = verticesOf(value).map(([x, y]) => `${String(y)}, ${String(x)}`);
  const isPoint = isRecord(value) && value['type'] === 'Point';
  return vertices.length === 0
    ? ''
    : [isPoint ? valueWords().map.point : valueWords().map.area, ...vertices].join(isPoint ? ' ' : '\n');
}

const position: JsonSchema = { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 };

const geometrySchema = (component: FieldComponent): JsonSchema => ({
  type: 'object',
  properties: {
    type: { const: isArea(component) ? TYPES.area : TYPES.point },
    coordinates: isArea(component)
      ? {
          type: 'array',
          minItems: 1,
          maxItems: 1,
          items: {
            type: 'array',
            minItems: FEWEST_VERTICES + 1,
            maxItems: mostVertices(component) + 1,
            items: position,
          },
        }
      : position,
  },
  required: ['type', 'coordinates'],
  additionalProperties: false,
});

function checkShape({ properties = {} }: FieldComponent): Complaint | undefined {
  const { shape = 'point', within } = properties;
  if (!SHAPES.includes(shape))
    return { code: 'form.bad-property', params: { value: shape, expected: SHAPES.join(', ') } };
  if (within === undefined || /^[A-Za-z][A-Za-z0-9_]*$/.test(within)) return undefined;
  return { code: 'form.bad-property', params: { value: within, expected: 'chiave di un campo comune' } };
}

const isUnwritten = ([x, y]: Coordinates): boolean => isBlank(x) && isBlank(y);

/**
 * A point or an area on the map; the answer is a GeoJSON `Point` or `Polygon` in EPSG:4326 (longitude, latitude, six
 * decimals), the ring closed and against the clock. It has to lie in Emilia-Romagna, or in the municipality answered in
 * the field that `properties.within` names. `properties.shape` is `point` (the default) or `area`,
 * `properties.maxVertices` limits the vertices of an area.
 */
export const map: FieldSchema = {
  type: 'map',
  carriers: ['textfield'],
  emptyValue: '',
  seconds: 60,
  isEmpty: (value) => isBlank(value) || (isRecord(value) && verticesOf(value).every(isUnwritten)),
  read: readPlace,
  print: printPlace,
  jsonSchema: geometrySchema,
  check: checkShape,
};
