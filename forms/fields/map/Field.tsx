import { lazy, Suspense, useState } from 'react';
import { ErrorLine } from '../../kit/ErrorLine.tsx';
import { Button } from '../../kit/Button.tsx';
import { inputId, type FieldProps } from '../../kit/field-props.ts';
import { FieldShell } from '../../kit/FieldShell.tsx';
import { Icon } from '../../kit/Icon.tsx';
import type { Json } from '../../schema/document.ts';
import { t } from '../../text/text.ts';
import { areaAnswer, degrees, pointAnswer, verticesOf, type Coordinates } from './geometry.ts';
import { coordinatePart, isArea, mostVertices, municipalityWithin } from './schema.ts';
import { usePlaceFound } from './use-place-found.ts';

// Leaflet and the borders weigh more than the whole portal: they are fetched when somebody meets a map.
const MapView = lazy(() => import('./MapView.tsx'));

interface VertexProps {
  readonly field: FieldProps;
  readonly vertex: Coordinates;
  /** Undefined for the one vertex of a point. */
  readonly index: number | undefined;
  readonly onChange: (vertex: Coordinates) => void;
}

const text = (value: Json): string => (value === null ? '' : String(value));

/** Both coordinates at once, as maps on the web give them: `44.4949, 11.3426`. */
const BOTH = /^\s*(-?\d{1,3}[.]\d+)\s*[,; ]\s*(-?\d{1,3}[.]\d+)\s*$/;

function pasted(written: string): Coordinates | undefined {
  const [, latitude, longitude] = BOTH.exec(written) ?? [];
  return latitude !== undefined && longitude !== undefined ? [longitude, latitude] : undefined;
}

function Coordinate({
  field,
  vertex,
  index,
  onChange,
  axis,
}: VertexProps & { readonly axis: 'latitude' | 'longitude' }) {
  const part = coordinatePart(axis, index);
  const id = inputId(`${field.path}.${part}`);
  const error = field.partError(part);
  const [longitude, latitude] = vertex;
  const write = (written: string): void =>
    onChange(pasted(written) ?? (axis === 'latitude' ? [longitude, written] : [written, latitude]));
  return (
    <div className="iter-coordinate">
      <label htmlFor={id}>{t(`fields.map.${axis}`)}</label>
      <input
        id={id}
        name={id}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        className="form-control"
        required={field.component.validate?.required === true}
        readOnly={field.readOnly}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        value={text(axis === 'latitude' ? latitude : longitude)}
        onChange={(event) => write(event.target.value)}
        onBlur={field.onBlur}
      />
      <ErrorLine id={id} error={error} />
    </div>
  );
}

const Vertex = (props: VertexProps) => (
  <>
    <Coordinate {...props} axis="latitude" />
    <Coordinate {...props} axis="longitude" />
  </>
);

interface PlaceProps {
  readonly field: FieldProps;
  readonly vertices: readonly Coordinates[];
  readonly onPlace: (vertices: readonly Coordinates[]) => void;
}

/** The vertices of an area as a list that can be written. */
function VertexList({ field, vertices, onPlace }: PlaceProps) {
  const isFull = vertices.length >= mostVertices(field.component);
  return (
    <>
      <ol className="iter-vertices">
        {vertices.map((vertex, index) => (
          <li key={index}>
            <fieldset className="iter-vertex">
              <legend className="visually-hidden">{t('fields.map.vertex', { number: index + 1 })}</legend>
              <Vertex
                field={field}
                vertex={vertex}
                index={index}
                onChange={(next) => onPlace(vertices.map((other, place) => (place === index ? next : other)))}
              />
              {!field.readOnly && (
                <Button
                  color="link"
                  size="sm"
                  label={t('fields.map.removeNamed', { number: index + 1 })}
                  onClick={() => onPlace(vertices.filter((_other, place) => place !== index))}
                >
                  <Icon name="it-delete" className="icon-danger me-1" />
                  {t('fields.map.remove')}
                </Button>
              )}
            </fieldset>
          </li>
        ))}
      </ol>
      {!field.readOnly && !isFull && (
        <Button color="primary" outline size="sm" onClick={() => onPlace([...vertices, ['', '']])}>
          <Icon name="it-plus" className="icon-primary me-1" />
          {t('fields.map.add')}
        </Button>
      )}
    </>
  );
}

/** A point or an area: on the map, or by its coordinates; both are the same answer. */
export function MapField(field: FieldProps) {
  const [hasMap, setMap] = useState(true);
  const vertices = verticesOf(field.value);
  const area = isArea(field.component);
  const found = usePlaceFound(vertices, area);
  const place = (next: readonly Coordinates[]): void => {
    const isEmpty = next.every(([x, y]) => text(x) === '' && text(y) === '');
    const [first = ['', '']] = next;
    field.onChange(isEmpty && (!area || next.length === 0) ? '' : area ? areaAnswer(next) : pointAnswer(first));
  };
  return (
    <FieldShell field={field} as="group" note={t(area ? 'fields.map.areaNote' : 'fields.map.pointNote')}>
      {() => (
        <>
          {hasMap && (
            <Suspense fallback={<p className="iter-map iter-map-waiting">{t('fields.map.loading')}</p>}>
              <MapView
                label={field.component.label ?? field.component.key}
                vertices={vertices.map(([x, y]) => [degrees(x), degrees(y)])}
                isArea={area}
                within={municipalityWithin(field.component, field.beside)}
                readOnly={field.readOnly}
                most={area ? mostVertices(field.component) : 1}
                onPlace={place}
                onFailure={() => setMap(false)}
              />
            </Suspense>
          )}
          <p className="iter-map-found" role="status">
            {found}
          </p>
          {area ? (
            <VertexList field={field} vertices={vertices} onPlace={place} />
          ) : (
            <div className="iter-vertex">
              <Vertex
                field={field}
                vertex={vertices[0] ?? ['', '']}
                index={undefined}
                onChange={(vertex) => place([vertex])}
              />
            </div>
          )}
        </>
      )}
    </FieldShell>
  );
}
