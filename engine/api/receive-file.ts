import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import { writeAway } from '../connect/write-away.ts';
import { Problem } from '../core/problem.ts';
import type { Judge } from '../files/judge.ts';
import type { JudgedFile } from '../files/judge-file.ts';
import { faultOf } from '../store/faults.ts';
import { fileKinds, largestFile } from '../../forms/schema/file-kinds.ts';

/** A file that came in and was found acceptable; it lies in `path` until the receiver returns. */
export interface ReceivedFile extends JudgedFile {
  readonly path: string;
}

/**
 * Takes the one part `file` of a multipart request, judges it, and hands it over; whatever happens, nothing of it stays
 * outside of where `keep` put it.
 * @throws Problem `request.media-type`, `request.invalid`, `upload.…`
 */
export async function receiveFile<Kept>(
  request: IncomingMessage,
  { judge, keep }: { readonly judge: Judge; readonly keep: (file: ReceivedFile) => Promise<Kept> },
): Promise<Kept> {
  const folder = await mkdtemp(join(tmpdir(), 'iter-upload-'));
  try {
    const path = join(folder, 'file');
    const { name, truncated } = await write(request, path);
    if (truncated) throw new Problem('upload.too-large', { name, largestBytes: largestFile });
    return await keep({ path, ...(await judged(judge, path, name)) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function write(request: IncomingMessage, path: string): Promise<{ name: string; truncated: boolean }> {
  const form = parser(request);
  let part:
    | { readonly name: string; readonly stream: Readable & { truncated?: boolean }; readonly written: Promise<void> }
    | undefined;
  form.on('file', (field, stream, { filename }) => {
    if (field !== 'file') return void stream.resume();
    part = { name: filename ?? '', stream, written: writeAway(stream, path) };
    // Awaited below; until then a failure must not count as unhandled.
    part.written.catch(() => undefined);
  });
  try {
    await pipeline(request, form);
    await part?.written;
  } catch (error) {
    if (faultOf(error) === 'full') throw error;
    throw new Problem('request.invalid', { expected: 'well-formed multipart/form-data' }, { cause: error });
  }
  if (part === undefined) throw new Problem('request.invalid', { expected: 'a part "file" with a file' });
  return { name: part.name, truncated: part.stream.truncated === true };
}

function parser(request: IncomingMessage): busboy.Busboy {
  const given = request.headers['content-type'] ?? '';
  if (!given.toLowerCase().startsWith('multipart/form-data')) {
    throw new Problem('request.media-type', { value: given, expected: 'multipart/form-data' });
  }
  try {
    const limits = { fileSize: largestFile, files: 1, fields: 10, fieldSize: 1024, parts: 12 };
    return busboy({ headers: request.headers, limits, defParamCharset: 'utf8' });
  } catch (error) {
    throw new Problem('request.invalid', { expected: 'multipart/form-data with its boundary' }, { cause: error });
  }
}

async function judged(judge: Judge, path: string, name: string): Promise<JudgedFile> {
  try {
    return await judge.judge({ path, name });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'upload.kind-not-accepted') throw error;
    const expected = fileKinds.flatMap(({ endings }) => endings);
    throw new Problem(error.code, { ...error.details, expected }, { cause: error });
  }
}
