import { useEffect, useState } from 'react';
import { loadTerritory, territoryAtHand, type Territory } from '../../territory/load.ts';
import { t } from '../../text/text.ts';
import { degrees, type Coordinates } from './geometry.ts';

/** Where the place lies, as a sentence; for everybody, and above all for those who do not see the map. */
export function usePlaceFound(vertices: readonly Coordinates[], isArea: boolean): string {
  const [territory, setTerritory] = useState<Territory | undefined>(territoryAtHand);
  useEffect(() => {
    if (territory !== undefined) return undefined;
    let isCurrent = true;
    // Without the borders nothing is said; the coordinates can still be written and the server judges them.
    void loadTerritory().then(
      (loaded) => isCurrent && setTerritory(() => loaded),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [territory]);
  if (territory === undefined) return '';
  const points = vertices.flatMap(([x, y]): readonly (readonly [number, number])[] => {
    const [longitude, latitude] = [degrees(x), degrees(y)];
    return longitude === undefined || latitude === undefined ? [] : [[longitude, latitude]];
  });
  if (points.length === 0) return t(isArea ? 'fields.map.noArea' : 'fields.map.noPoint');
  const names = [...new Set(points.map((point) => nameAt(point, territory)))].join(', ');
  return isArea
    ? t('fields.map.areaFound', { count: points.length, names })
    : t('fields.map.pointFound', { name: names });
}

function nameAt(point: readonly [number, number], { municipalityAt }: Territory): string {
  const place = municipalityAt(point);
  return place === undefined ? t('fields.map.outside') : `${place.name} (${place.province})`;
}
