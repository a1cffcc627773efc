import { Readable } from 'node:stream';
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import { Refused, type Bounds } from './bounds.ts';
import { piecesOf, type Source } from './source.ts';

/** What a ZIP archive says of itself, without being unpacked. */
export interface Archive {
  readonly names: readonly string[];
  readonly isEncrypted: boolean;
  /** The members that tell the kind of a document, as far as they are there. */
  readonly telling: ReadonlyMap<string, string>;
}

const tellingNames: readonly string[] = ['mimetype', '[Content_Types].xml'];

/** The members that tell a kind are short. */
const LONGEST_TELLING = 256 * 1024;

class SourceReader extends RandomAccessReader {
  constructor(private readonly source: Source) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const { source } = this;
    const part: Source = { size: end - start, read: (position, length) => source.read(start + position, length) };
    return Readable.from(piecesOf(part), { objectMode: false });
  }
}

/**
 * Reads the directory of an archive.
 * @throws Refused `upload.unsafe-archive` when it is broken, has too many members or says that it unpacks to too much
 */
export const readArchive = (source: Source, bounds: Bounds): Promise<Archive> =>
  opened(source, async (zip) => {
    const entries = await entriesOf(zip, source, bounds);
    const telling = new Map<string, string>();
    for (const entry of entries.filter(({ fileName }) => tellingNames.includes(fileName))) {
      if (entry.uncompressedSize > LONGEST_TELLING || entry.isEncrypted()) continue;
      const parts: Buffer[] = [];
      for await (const part of await zip.openReadStreamPromise(entry)) parts.push(Buffer.from(part));
      telling.set(entry.fileName, Buffer.concat(parts).toString('utf8'));
    }
    const names = entries.map(({ fileName }) => fileName);
    return { names, telling, isEncrypted: entries.some((entry) => entry.isEncrypted()) };
  });

/**
 * Unpacks every member and throws the bytes away: no member may hold more than the directory says.
 * @throws Refused `upload.unsafe-archive`
 */
export const unpackOnce = (source: Source, bounds: Bounds): Promise<void> =>
  opened(source, async (zip) => {
    for (const entry of await entriesOf(zip, source, bounds)) {
      if (!entry.canDecodeFileData()) continue;
      for await (const _part of await zip.openReadStreamPromise(entry));
    }
  });

async function opened<Result>(source: Source, work: (zip: ZipFile) => Promise<Result>): Promise<Result> {
  try {
    const zip = await fromRandomAccessReaderPromise(new SourceReader(source), source.size, { autoClose: false });
    try {
      return await work(zip);
    } finally {
      zip.close();
    }
  } catch (error) {
    // The library has no closed list of errors; what it cannot read is not let in.
    throw error instanceof Refused ? error : new Refused('upload.unsafe-archive', { cause: error });
  }
}

async function entriesOf(zip: ZipFile, source: Source, bounds: Bounds): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    found.push(entry);
    unpacked += entry.uncompressedSize;
    if (found.length > bounds.members || unpacked > mostUnpacked(source, bounds)) {
      throw new Refused('upload.unsafe-archive');
    }
  }
  return found;
}

const mostUnpacked = ({ size }: Source, { unpackedBytes, unpackedTimes, freelyUnpackedBytes }: Bounds): number =>
  Math.min(unpackedBytes, Math.max(freelyUnpackedBytes, size * unpackedTimes));
