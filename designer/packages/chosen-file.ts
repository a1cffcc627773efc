import { formatSize } from '../../forms/text/format.ts';
import { t } from '../../forms/text/designer.ts';

/** The most bytes of one file of a package; see `engine/publish/package-files.ts`. */
export const MOST_BYTES = 512 * 1024;

/** Why a file from the computer is not sent; undefined when it can be. */
export function fileFault(file: File | undefined, most = MOST_BYTES): string | undefined {
  if (file === undefined) return t('designer.packages.begin.fileWrong');
  if (file.size <= most) return undefined;
  return t('designer.packages.begin.fileLarge', { size: formatSize(file.size), most: formatSize(most) });
}

/** The text of a file; editors of Windows begin one with a mark of its encoding. */
export const readText = async (file: Blob): Promise<string> => (await file.text()).replace(/^\ufeff/, '');

/** The bytes of a file as base64. */
export async function readBase64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
