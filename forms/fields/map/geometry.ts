import type { Answers, Json } from '../../schema/document.ts';
import { isRecord } from '../../schema/json.ts';

/** Longitude and latitude as a person writes them or as numbers; texts while they are being written. */
export type Coordinates = readonly [Json, Json];

/** Decimals of a degree that an answer keeps: about ten centimetres, RFC 7946 section 11.2. */
const DECIMALS = 6;

/** A coordinate as a number of at most six decimals; `11,34` is understood. Undefined for what is none. */
export function degrees(value: Json | undefined): number | undefined {
  const text = typeof value === 'string' ? value.trim().replace(',', '.').replace('−', '-') : value;
  const number = typeof text === 'string' && /^-?\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : text;
  if (typeof number !== 'number' || !Number.isFinite(number)) return undefined;
  // Adding zero makes minus zero plain zero.
  return Math.round(number * 10 ** DECIMALS) / 10 ** DECIMALS + 0;
}

const pair = (value: Json | undefined): Coordinates =>
  Array.isArray(value) ? [value[0] ?? '', value[1] ?? ''] : ['', ''];

const isSame = (a: Coordinates, b: Coordinates | undefined): boolean =>
  b !== undefined && String(a[0]) === String(b[0]) && String(a[1]) === String(b[1]);

/** The vertices that an answer names, as they were written; a ring without its last, which repeats the first. */
export function verticesOf(value: Json): readonly Coordinates[] {
  if (!isRecord(value)) return [];
  const { type, coordinates } = value;
  if (type === 'Point') return coordinates === undefined ? [] : [pair(coordinates)];
  const ring = Array.isArray(coordinates) ? coordinates[0] : undefined;
  const items: readonly Json[] = Array.isArray(ring) ? ring : [];
  const vertices = items.map(pair);
  const [first, last] = [vertices[0], vertices.at(-1)];
  return first && last && vertices.length > 1 && isSame(first, last) ? vertices.slice(0, -1) : vertices;
}

/** A point as GeoJSON, RFC 7946. */
export const pointAnswer = (vertex: Coordinates): Answers => ({ type: 'Point', coordinates: [...vertex] });

/** An area as GeoJSON: one ring, closed. */
export function areaAnswer(vertices: readonly Coordinates[]): Answers {
  const [first] = vertices;
  const ring = first ? [...vertices, first] : [];
  return { type: 'Polygon', coordinates: [ring.map((vertex) => [...vertex])] };
}

type Vertex = readonly [number, number];

const turn = (a: Vertex, b: Vertex, c: Vertex): number =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));

const cross = ([a, b]: readonly [Vertex, Vertex], [c, d]: readonly [Vertex, Vertex]): boolean =>
  turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b);

/** Twice the area inside, positive when the ring runs against the clock. */
const signedArea = (ring: readonly Vertex[]): number =>
  ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);

/** True when two sides of a closed ring that do not follow each other meet. */
export function crossesItself(ring: readonly Vertex[]): boolean {
  const sides = ring.map((start, index) => [start, ring[(index + 1) % ring.length] ?? start] as const);
  return sides.some((side, index) =>
    sides.some((other, place) => {
      const apart = Math.abs(index - place);
      return apart > 1 && apart < sides.length - 1 && cross(side, other);
    }),
  );
}

/** True for a ring that encloses nothing. */
export const isFlat = (ring: readonly Vertex[]): boolean => Math.abs(signedArea(ring)) < 1e-12;

/** The ring against the clock, beginning with its first vertex (RFC 7946, 3.1.6). */
export function againstTheClock(ring: readonly Vertex[]): readonly Vertex[] {
  const [first, ...rest] = ring;
  return first === undefined || signedArea(ring) > 0 ? ring : [first, ...rest.reverse()];
}
