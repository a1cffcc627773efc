import { usualBounds, Refused, type Bounds, type RefusalCode } from './bounds.ts';
import { isWhole } from './content.ts';
import { kindOf, safeName } from './kind.ts';
import { signatureIn, type SignatureReport } from './signature/report.ts';
import { withFile, type Source } from './source.ts';

/** A file that was found acceptable. */
export interface JudgedFile {
  /** The name, made harmless, with an ending that tells the kind. */
  readonly name: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  /** True when it seems cut off or broken; whoever puts it up is warned. */
  readonly damaged: boolean;
  /** What was found of signatures in it; absent when there is none. */
  readonly signature?: SignatureReport;
}

/** What was found: the file, or the code of the problem with it. */
export type Verdict = { readonly accepted: JudgedFile } | { readonly refused: RefusalCode };

/** A file on the disk, under the name that it came with. */
export interface FileToJudge {
  readonly path: string;
  readonly name: string;
  readonly bounds?: Bounds;
}

/**
 * Judges a file by its content: its kind, whether it can be opened, who signed it. This is the only place where files
 * from outside are read; it runs in a thread of its own, see {@link createJudge}.
 */
export async function judgeFile({ path, name, bounds = usualBounds }: FileToJudge): Promise<Verdict> {
  try {
    return { accepted: await withFile(path, (source) => judged(source, name, bounds)) };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.code };
    throw error;
  }
}

async function judged(source: Source, name: string, bounds: Bounds): Promise<JudgedFile> {
  if (source.size === 0) throw new Refused('upload.empty');
  const kind = await kindOf(source, name, bounds);
  if (kind === undefined) throw new Refused('upload.kind-not-accepted');
  const safe = safeName(name, kind);
  const damaged = !(await isWhole(source, kind, bounds));
  const signature = await signatureIn(source, { kind, name: safe, bounds });
  // A signature around it makes no document of a program.
  if (signature?.fault === 'content') throw new Refused('upload.kind-not-accepted');
  return { name: safe, mediaType: kind.mediaType, size: source.size, damaged, ...(signature && { signature }) };
}
