import { strToU8, zipSync } from 'fflate';
import { fromBufferPromise, type Entry } from 'yauzl';
import { Problem } from '../core/problem.ts';
import { isPackagePath, packageBounds } from './package-files.ts';

/** How a link is told among the attributes that a Unix program writes (the highest 16 bits, `S_IFLNK`). */
const LINK = 0o120000;
const KIND_BITS = 0o170000;

/** Members that an archive may have: the files of a package, folders, and what lies beside them and is not read. */
const MOST_MEMBERS = 1000;

/**
 * Reads the files of a package from a ZIP archive, whether they lie in it or in the one folder that it holds; whatever
 * else is there is not read. No member is unpacked beyond the bounds of a package.
 *
 * @throws Problem `package.unsafe-archive`, `package.path-not-accepted` for a name that leads out of the archive,
 * `package.too-large`
 */
export async function readZip(bytes: Buffer): Promise<Readonly<Record<string, string>>> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true, decodeStrings: true });
    const texts: Record<string, string> = {};
    let members = 0;
    let left: number = packageBounds.allBytes;
    for await (const entry of zip.eachEntry()) {
      if ((members += 1) > MOST_MEMBERS) throw new Problem('package.too-large', { most: MOST_MEMBERS });
      if (isLink(entry)) throw new Problem('package.path-not-accepted', { path: entry.fileName });
      const path = withoutFolder(entry.fileName);
      if (path === undefined) continue;
      if (entry.isEncrypted()) throw new Problem('package.unsafe-archive', { path });
      if (path in texts) throw new Problem('package.unsafe-archive', { path });
      const most = Math.min(packageBounds.fileBytes, left);
      const content = await unpacked(await zip.openReadStreamPromise(entry), most);
      left -= content.length;
      texts[path] = new TextDecoder('utf-8', { fatal: true }).decode(content);
    }
    return texts;
  } catch (error) {
    // The library has no closed list of errors: what it cannot read, or refuses by its name, is not let in.
    throw error instanceof Problem ? error : new Problem('package.unsafe-archive', {}, { cause: error });
  }
}

const isLink = ({ externalFileAttributes }: Entry): boolean => ((externalFileAttributes >>> 16) & KIND_BITS) === LINK;

/** The path inside the package; undefined for what is not read. */
function withoutFolder(name: string): string | undefined {
  if (isPackagePath(name)) return name;
  const inside = name.replace(/^[^/]+\//, '');
  return isPackagePath(inside) ? inside : undefined;
}

async function unpacked(stream: AsyncIterable<unknown>, most: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    if (!Buffer.isBuffer(part)) continue;
    size += part.length;
    if (size > most) throw new Problem('package.too-large', { mostBytes: most });
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** When nothing has a time of its own: the same files give the same bytes. The format knows nothing earlier. */
const NO_TIME = new Date(1980, 0, 1);

/** The files of a package as a ZIP archive, in a folder with its name. */
export function writeZip(procedureId: string, texts: Readonly<Record<string, string>>): Buffer {
  const members = Object.entries(texts).map(([path, text]) => [`${procedureId}/${path}`, strToU8(text)] as const);
  return Buffer.from(zipSync(Object.fromEntries(members), { mtime: NO_TIME }));
}
