import { feature } from 'topojson-client';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import boundaries from './boundaries.json' with { type: 'json' };

/** What is known of a municipality on the map. */
export interface Place {
  /** Six digits. */
  readonly istatCode: string;
  readonly name: string;
  /** Two letters. */
  readonly province: string;
}

/** Longitude and latitude in degrees, EPSG:4326. */
export type Point = readonly [number, number];

type Outline = Feature<Polygon | MultiPolygon, Place>;

/** How far outside a simplified border a point may lie, in metres. */
const TOLERANCE = 300;

/** Length of a degree of latitude in metres; the error of a flat map this small is below the tolerance. */
const METRES_PER_DEGREE = 111_195;

interface Area {
  readonly place: Place;
  readonly rings: readonly (readonly Position[])[];
  readonly box: { readonly west: number; readonly south: number; readonly east: number; readonly north: number };
}

// The file is our own and its shape is known; the type of an imported JSON is wider.
const topology = boundaries as unknown as Topology<{ comuni: GeometryCollection<Place> }>;

/** The borders of all municipalities of Emilia-Romagna, as GeoJSON. */
export const outlines: FeatureCollection<Polygon | MultiPolygon, Place> = {
  type: 'FeatureCollection',
  features: feature(topology, topology.objects.comuni).features as Outline[],
};

const ringsOf = ({ geometry }: Outline): readonly (readonly Position[])[] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();

const areas: readonly Area[] = outlines.features.map((outline) => {
  const rings = ringsOf(outline);
  const [xs, ys] = [0, 1].map((axis) => rings.flat().map((position) => position[axis] ?? 0));
  const box = (values: readonly number[] = []): readonly [number, number] => [Math.min(...values), Math.max(...values)];
  const [[west, east], [south, north]] = [box(xs), box(ys)];
  return { place: outline.properties, rings, box: { west, east, south, north } };
});

const byCode: ReadonlyMap<string, Area> = new Map(areas.map((area) => [area.place.istatCode, area]));

const sides = (ring: readonly Position[]): readonly (readonly [Position, Position])[] =>
  ring.slice(1).map((end, index) => [ring[index] ?? end, end]);

/** Even number of crossings to the east: outside. Holes are rings of their own and turn it round. */
function isInside({ rings, box }: Area, [x, y]: Point): boolean {
  if (x < box.west || x > box.east || y < box.south || y > box.north) return false;
  const crossings = rings.flatMap(sides).filter(([[ax = 0, ay = 0], [bx = 0, by = 0]]) => {
    const isBetween = ay > y !== by > y;
    return isBetween && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;
  });
  return crossings.length % 2 === 1;
}

/** The distance of a point from a side, in metres, on a flat map around the point. */
function distance([x, y]: Point, [[ax = 0, ay = 0], [bx = 0, by = 0]]: readonly [Position, Position]): number {
  const east = METRES_PER_DEGREE * Math.cos((y * Math.PI) / 180);
  const [px, py] = [(ax - x) * east, (ay - y) * METRES_PER_DEGREE];
  const [dx, dy] = [(bx - ax) * east, (by - ay) * METRES_PER_DEGREE];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(Math.max(-(px * dx + py * dy) / length, 0), 1);
  return Math.hypot(px + along * dx, py + along * dy);
}

function isNear({ rings, box }: Area, point: Point): boolean {
  const [x, y] = point;
  const margin = (2 * TOLERANCE) / METRES_PER_DEGREE;
  if (x < box.west - margin || x > box.east + margin || y < box.south - margin || y > box.north + margin) return false;
  return rings.some((ring) => sides(ring).some((side) => distance(point, side) <= TOLERANCE));
}

const holds = (area: Area, point: Point): boolean => isInside(area, point) || isNear(area, point);

/** The municipality in whose borders a point lies; undefined outside of Emilia-Romagna. */
export const municipalityAt = (point: Point): Place | undefined => areas.find((area) => isInside(area, point))?.place;

/**
 * True when a point lies in a municipality, or at most 300 metres outside its simplified border. Without a
 * municipality, and for one that the map does not have (suppressed, born later, elsewhere), the whole Region counts.
 */
export function liesIn(point: Point, istatCode?: string): boolean {
  const area = istatCode === undefined ? undefined : byCode.get(istatCode);
  return area === undefined ? areas.some((each) => holds(each, point)) : holds(area, point);
}

/** The corners of the map: of a municipality, or of the whole Region. As `[south-west, north-east]`. */
export function frameOf(istatCode?: string): readonly [Point, Point] {
  const one = istatCode === undefined ? undefined : byCode.get(istatCode);
  const boxes = (one === undefined ? areas : [one]).map(({ box }) => box);
  return [
    [Math.min(...boxes.map(({ west }) => west)), Math.min(...boxes.map(({ south }) => south))],
    [Math.max(...boxes.map(({ east }) => east)), Math.max(...boxes.map(({ north }) => north))],
  ];
}
