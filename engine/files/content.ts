import type { FileKind } from '../../forms/schema/file-kinds.ts';
import { readArchive, unpackOnce } from './archive.ts';
import { Refused, type Bounds } from './bounds.ts';
import { hasReadableSize } from './image.ts';
import { isClosedJson } from './nesting.ts';
import { isWholePdf } from './pdf-shape.ts';
import { piecesOf, type Source } from './source.ts';
import { readXml } from './xml.ts';

type Reading = (source: Source, bounds: Bounds) => Promise<boolean>;

const readings: Readonly<Record<string, Reading>> = {
  pdf: isWholePdf,
  jpg: hasReadableSize,
  png: hasReadableSize,
  tiff: hasReadableSize,
  webp: hasReadableSize,
  geojson: (source, bounds) => isClosedJson(piecesOf(source), bounds),
};

/**
 * Reads the content of a file as far as can be done without a program for its kind.
 * @returns whether it is whole as far as can be seen; one that is not may be accepted, with a warning
 * @throws Refused when it goes beyond the bounds or nobody could open it
 */
export async function isWhole(source: Source, kind: FileKind, bounds: Bounds): Promise<boolean> {
  if (kind.mark.by === 'xml') return (await readXml(piecesOf(source), bounds)).isWellFormed;
  if (kind.mark.by === 'archive') return isOpenArchive(source, bounds);
  return readings[kind.id]?.(source, bounds) ?? true;
}

async function isOpenArchive(source: Source, bounds: Bounds): Promise<boolean> {
  if ((await readArchive(source, bounds)).isEncrypted) throw new Refused('upload.encrypted');
  await unpackOnce(source, bounds);
  return true;
}
