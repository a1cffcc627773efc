import L from 'leaflet';
import { municipalityAt, outlines, type Place, type Point } from '../../territory/territory.ts';
import { t } from '../../text/text.ts';
import type { Coordinates } from './geometry.ts';

/** What is on the map, and what may be done with it. */
export interface Placing {
  /** Longitude and latitude of each vertex; undefined while they are not written. */
  readonly vertices: readonly (readonly [number | undefined, number | undefined])[];
  readonly isArea: boolean;
  readonly readOnly: boolean;
  /** The most vertices. */
  readonly most: number;
  readonly onPlace: (vertices: readonly Coordinates[]) => void;
}

/** A map on the page, with what belongs to the place on a layer of its own. */
export interface DrawnMap {
  readonly map: L.Map;
  readonly place: L.LayerGroup;
  readonly pins: L.Marker[];
}

/** From this zoom on the names of municipalities fit. */
const NAMES_FROM = 10;

/** How far an arrow key moves a pin, in pixels of the screen; with Shift ten times as far. */
const STEP = 5;

const round = (value: number): number => Math.round(value * 1e6) / 1e6;

/** A frame of the territory as Leaflet has it: latitude first. */
export const bounds = ([[west, south], [east, north]]: readonly [Point, Point]): L.LatLngBoundsLiteral => [
  [south, west],
  [north, east],
];

/** Draws the municipalities and listens for clicks. Styles are set through the DOM: our pages forbid inline ones. */
export function bareMap(box: HTMLElement, placing: () => Placing): DrawnMap {
  const map = L.map(box, { attributionControl: false, zoomControl: false, minZoom: 7, maxZoom: 17, zoomSnap: 0.5 });
  L.control.zoom({ zoomInTitle: t('fields.map.zoomIn'), zoomOutTitle: t('fields.map.zoomOut') }).addTo(map);
  L.control.attribution({ prefix: false }).addAttribution(t('fields.map.source')).addTo(map);
  L.geoJSON(outlines, { interactive: false, style: { className: 'iter-map-area' } }).addTo(map);
  const names = L.layerGroup().addTo(map);
  map.on('zoomend moveend', () => writeNames(map, names));
  // Leaflet 1.9.4 ends a change of size by a timer that outlives the map.
  map.on('unload', () => map.off('zoomend moveend'));
  map.on('click', ({ latlng }) => add(placing(), [round(latlng.lng), round(latlng.lat)]));
  const container = map.getContainer();
  container.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.target !== container) return;
    event.preventDefault();
    const { lng, lat } = map.getCenter();
    add(placing(), [round(lng), round(lat)]);
  });
  return { map, place: L.layerGroup().addTo(map), pins: [] };
}

function add({ vertices, isArea, readOnly, most, onPlace }: Placing, vertex: Coordinates): void {
  if (readOnly) return;
  if (!isArea) return onPlace([vertex]);
  const written = vertices.map(asCoordinates);
  const gap = vertices.findIndex(([x, y]) => x === undefined || y === undefined);
  if (gap >= 0) onPlace(written.map((other, index) => (index === gap ? vertex : other)));
  else if (vertices.length < most) onPlace([...written, vertex]);
}

const asCoordinates = ([x, y]: Placing['vertices'][number]): Coordinates => [x ?? '', y ?? ''];

/** The names of the municipalities in sight, where there is room for them. */
function writeNames(map: L.Map, names: L.LayerGroup): void {
  names.clearLayers();
  if (map.getZoom() < NAMES_FROM) return;
  const view = map.getBounds();
  for (const outline of outlines.features) {
    const center = L.geoJSON(outline).getBounds().getCenter();
    if (!view.contains(center)) continue;
    const icon = L.divIcon({ className: 'iter-map-name', html: nameElement(outline.properties), iconSize: [0, 0] });
    L.marker(center, { icon, interactive: false, keyboard: false }).addTo(names);
  }
}

function nameElement({ name }: Place): HTMLElement {
  const element = document.createElement('span');
  element.textContent = name;
  return element;
}

/** Draws the point or the area anew; a pin that is there is moved, so that it keeps the focus. */
export function drawPlace(drawn: DrawnMap, placing: () => Placing): void {
  const { vertices, isArea, readOnly } = placing();
  const { place, pins } = drawn;
  place.clearLayers();
  const known = vertices.map(([x, y]) => (x === undefined || y === undefined ? undefined : L.latLng(y, x)));
  const ring = known.filter((vertex) => vertex !== undefined);
  if (isArea && ring.length > 1) L.polygon(ring, { interactive: false, className: 'iter-map-place' }).addTo(place);
  for (const pin of pins.splice(known.length)) pin.remove();
  known.forEach((vertex, index) => {
    const old = pins[index];
    const pin = old ?? aPin(drawn, index, placing);
    pins[index] = pin;
    if (vertex === undefined) return void pin.remove();
    pin.setLatLng(vertex);
    if (!drawn.map.hasLayer(pin)) pin.addTo(drawn.map);
    if (readOnly) pin.dragging?.disable();
    else pin.dragging?.enable();
    name(pin, { index, isArea, vertex });
  });
}

interface Named {
  readonly index: number;
  readonly isArea: boolean;
  readonly vertex: L.LatLng;
}

/** A screen reader says which pin it is and where it stands. */
function name(pin: L.Marker, { index, isArea, vertex }: Named): void {
  const found = municipalityAt([vertex.lng, vertex.lat]);
  const where = found === undefined ? t('fields.map.outside') : `${found.name} (${found.province})`;
  const label = isArea ? t('fields.map.vertexPin', { number: index + 1, where }) : t('fields.map.pin', { where });
  pin.getElement()?.setAttribute('aria-label', label);
}

function aPin(drawn: DrawnMap, index: number, placing: () => Placing): L.Marker {
  const icon = L.divIcon({ className: 'iter-map-pin', html: '', iconSize: [28, 28] });
  const pin = L.marker([0, 0], { icon, draggable: true, autoPanOnFocus: false });
  const moveTo = ({ lng, lat }: L.LatLng): void => {
    const { vertices, readOnly, onPlace } = placing();
    const next: Coordinates = [round(lng), round(lat)];
    if (!readOnly) onPlace(vertices.map((vertex, place) => (place === index ? next : asCoordinates(vertex))));
  };
  pin.on('dragend', () => moveTo(pin.getLatLng()));
  pin.on('add', () => {
    pin.getElement()?.addEventListener('keydown', (event) => {
      const moved = movedBy(event);
      if (moved !== undefined) {
        event.preventDefault();
        event.stopPropagation();
        const from = drawn.map.latLngToContainerPoint(pin.getLatLng());
        moveTo(drawn.map.containerPointToLatLng(from.add(moved)));
      }
      if (event.key === 'Delete') remove(placing(), index);
    });
  });
  return pin;
}

function movedBy({ key, shiftKey }: KeyboardEvent): L.PointTuple | undefined {
  const step = shiftKey ? STEP * 10 : STEP;
  if (key === 'ArrowUp') return [0, -step];
  if (key === 'ArrowDown') return [0, step];
  if (key === 'ArrowLeft') return [-step, 0];
  return key === 'ArrowRight' ? [step, 0] : undefined;
}

function remove({ vertices, readOnly, onPlace }: Placing, index: number): void {
  if (!readOnly) onPlace(vertices.filter((_vertex, place) => place !== index).map(asCoordinates));
}
