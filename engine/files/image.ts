import { imageSize } from 'image-size';
import { Refused, type Bounds } from './bounds.ts';
import type { Source } from './source.ts';

/** How much of an image is read to find its width and height: what cameras put before them is shorter. */
const HEAD = 512 * 1024;

/**
 * Looks at width and height of an image, which is not unpacked.
 * @returns whether they can be read
 * @throws Refused `upload.too-many-pixels`
 */
export async function hasReadableSize(source: Source, { pixels }: Bounds): Promise<boolean> {
  const size = sizeIn(await source.read(0, Math.min(HEAD, source.size)));
  if (size !== undefined && size.width * size.height > pixels) throw new Refused('upload.too-many-pixels');
  return size !== undefined;
}

/** The library tells every fault by an error of its own; an image without a size may still be shown. */
function sizeIn(head: Buffer): { readonly width: number; readonly height: number } | undefined {
  try {
    return imageSize(head);
  } catch {
    return undefined;
  }
}
