import type { ProcedureFiles, Unread } from '../core/procedure.ts';
import { Refused, usualBounds } from '../files/bounds.ts';
import { isClosedJson } from '../files/nesting.ts';
import { readXml } from '../files/xml.ts';
import { errorIn } from '../findings/finding.ts';
import type { Finding } from '../findings/finding.ts';

/**
 * What in the files of a procedure is beyond the bounds: not read at all, nested deeper than any reader should go, or
 * XML with a type declaration, where entities are defined. With such a finding nothing else of them is looked at.
 */
export async function boundFindings({ files, unread = [] }: ProcedureFiles): Promise<readonly Finding[]> {
  const texts = await Promise.all(Object.entries(files).map(([path, text]) => textFindings(path, text)));
  return [...unread.map(unreadFinding), ...texts.flat()];
}

const unreadFinding = ({ path, reason }: Unread): Finding => errorIn(path, `file.${reason}`);

async function textFindings(path: string, text: string): Promise<readonly Finding[]> {
  const pieces = [new TextEncoder().encode(text)];
  try {
    if (path.endsWith('.json')) await isClosedJson(pieces, usualBounds);
    if (/\.(bpmn|dmn)$/.test(path)) await readXml(pieces, usualBounds);
    return [];
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause;
    return [errorIn(path, cause.code === 'upload.unsafe-xml' ? 'file.doctype' : 'file.too-deep')];
  }
}
