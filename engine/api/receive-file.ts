import { mkdtemp, rm, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import { writeAway } from '../connect/write-away.ts';
import { Problem } from '../core/problem.ts';
import { faultOf } from '../store/faults.ts';
import { acceptedKinds, kindOf, safeName } from './file-kind.ts';
import { signatureIn, type SignatureReport } from './signature/report.ts';

/** The largest file that can be put up: 20 MiB, the limit that the attachment field of a form has when it states none. */
export const largestFile = 20 * 1024 * 1024;

/** A file that came in and was found acceptable; it lies in `path` until the receiver returns. */
export interface ReceivedFile {
  readonly path: string;
  readonly name: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  /** What was found of signatures in it; absent when there is none. */
  readonly signature?: SignatureReport;
}

/**
 * Takes the one part `file` of a multipart request, judges it, and hands it over; whatever happens, nothing of it stays
 * outside of where `keep` put it.
 * @throws Problem `request.media-type`, `request.invalid`, `upload.empty`, `upload.too-large`, `upload.kind-not-accepted`
 */
export async function receiveFile<Kept>(
  request: IncomingMessage,
  keep: (file: ReceivedFile) => Promise<Kept>,
): Promise<Kept> {
  const folder = await mkdtemp(join(tmpdir(), 'iter-upload-'));
  try {
    const path = join(folder, 'file');
    const { name, truncated } = await write(request, path);
    return await keep(await judged({ path, name, truncated }));
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
    throw new Problem('request.invalid', { expected: 'multipart/form-data ben formato' }, { cause: error });
  }
  if (part === undefined) throw new Problem('request.invalid', { expected: 'una parte "file" con un file' });
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
    throw new Problem('request.invalid', { expected: 'multipart/form-data con il suo boundary' }, { cause: error });
  }
}

async function judged(file: {
  readonly path: string;
  readonly name: string;
  readonly truncated: boolean;
}): Promise<ReceivedFile> {
  const { path, name, truncated } = file;
  if (truncated) throw new Problem('upload.too-large', { name, largestBytes: largestFile });
  const { size } = await stat(path);
  if (size === 0) throw new Problem('upload.empty', { name });
  const kind = await kindOf(path, name);
  const refusal = { name, expected: acceptedKinds.flatMap(({ endings }) => endings) };
  if (kind === undefined) throw new Problem('upload.kind-not-accepted', refusal);
  const safe = safeName(name, kind);
  const signature = await signatureIn(path, kind, safe);
  // A signature around it makes no document of a program.
  if (signature?.fault === 'content') throw new Problem('upload.kind-not-accepted', refusal);
  return { path, name: safe, mediaType: kind.mediaType, size, ...(signature && { signature }) };
}
