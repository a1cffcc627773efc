import 'leaflet/dist/leaflet.css';
import './map.css';
import { useEffect, useRef } from 'react';
import { frameOf } from '../../territory/territory.ts';
import { t } from '../../text/text.ts';
import { bareMap, bounds, drawPlace, type DrawnMap, type Placing } from './draw.ts';

/** Settings of the map. */
export interface MapViewProps extends Placing {
  /** What the map is for. */
  readonly label: string;
  /** The municipality shown, by its ISTAT code; the whole Region without one. */
  readonly within: string | undefined;
  /** Told when this browser cannot draw the map. */
  readonly onFailure: () => void;
}

/**
 * A map of the municipalities without tiles from anywhere. A click or Enter sets a point, pins are dragged or moved
 * with the arrow keys, Delete removes a vertex.
 */
export default function MapView(props: MapViewProps) {
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnMap>();
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    if (box.current === null) return undefined;
    try {
      drawn.current = bareMap(box.current, () => latest.current);
    } catch {
      // Coordinates can be written without the map.
      latest.current.onFailure();
      return undefined;
    }
    return () => {
      drawn.current?.map.remove();
      drawn.current = undefined;
    };
  }, []);

  useEffect(() => {
    drawn.current?.map.fitBounds(bounds(frameOf(props.within)), { animate: false });
  }, [props.within]);

  useEffect(() => {
    if (drawn.current) drawPlace(drawn.current, () => latest.current);
  });

  return (
    <div
      ref={box}
      className="iter-map"
      role="group"
      aria-label={t('fields.map.label', { label: props.label })}
      data-testid="map"
    />
  );
}
