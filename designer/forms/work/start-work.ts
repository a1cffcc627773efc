import type { ProcedureSources } from '../../../forms/contract/procedures.ts';
import { t } from '../../../forms/text/designer.ts';
import { formatSize } from '../../../forms/text/format.ts';
import { importFormJs } from '../form-js.ts';
import { keyOf, type Draft } from '../model/draft.ts';
import { emptyDraft } from '../model/open.ts';
import { partsOf } from '../model/tree.ts';
import { words } from '../../words.ts';
import { boundFault, formBounds } from './file-bounds.ts';
import type { Work } from './keeping.ts';

/** A new work, or the sentence that says why there is none. */
export type Started = { readonly work: Work } | { readonly refusal: string };

const begun = (draft: Draft, more: Partial<Work> = {}): Work => ({
  workId: crypto.randomUUID(),
  draft,
  changedAt: new Date().toISOString(),
  startedAt: new Date().toISOString(),
  notices: [],
  ...more,
});

/** A work on an empty form. */
export const startEmpty = (): Work =>
  begun(emptyDraft('nuovo-modulo', t('designer.builder.canvas.page', { number: 1 })));

/** Why a text is no JSON, with the place as far as the browser tells it. */
function jsonFault(text: string, file: string, message: string): string {
  if (text.trim() === '') return t('designer.builder.faults.empty', { file });
  if (/^\s*</.test(text)) return t('designer.builder.faults.xml', { file });
  const position = /position (\d+)/.exec(message)?.[1];
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  if (line !== undefined && column !== undefined) return t('designer.builder.faults.json', { file, line, column });
  if (position === undefined) return t('designer.builder.faults.noJson', { file });
  const before = text.slice(0, Number(position)).split('\n');
  const last = before.at(-1)?.length ?? 0;
  return t('designer.builder.faults.json', { file, line: before.length, column: last + 1 });
}

/** A work on the form in a file that somebody chose; a file beyond the bounds is not read. */
export async function startFromFile(file: Pick<File, 'name' | 'size' | 'text'>): Promise<Started> {
  const { name, size } = file;
  if (size <= formBounds.bytes) return startFromText(await file.text(), name);
  const params = { file: name, size: formatSize(size), most: formatSize(formBounds.bytes) };
  return { refusal: t('designer.builder.faults.too-large', params) };
}

/** A work on the form in a text, of ours or of Camunda's editor. */
export function startFromText(text: string, file: string): Started {
  let json: unknown;
  // Editors of Windows begin a text with a mark of its encoding.
  const written = text.replace(/^\ufeff/, '');
  try {
    json = JSON.parse(written);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { refusal: jsonFault(written, file, error.message) };
  }
  const beyond = boundFault(json);
  if (beyond !== undefined) return { refusal: words(`builder.faults.${beyond}`, { file, most: formBounds.parts }) };
  const imported = importFormJs(json, file.replace(/\.\w+$/, ''));
  if ('fault' in imported) {
    const { code, at } = imported.fault;
    return { refusal: words(`builder.faults.${code}`, { file, at }) };
  }
  return { work: begun(imported.draft, { notices: imported.notices }) };
}

/** The forms of a procedure by file. */
export const formFiles = ({ files }: ProcedureSources): readonly string[] =>
  Object.keys(files).filter((file) => file.startsWith('forms/'));

/** A work on a form of a published procedure. */
export function startFromProcedure(sources: ProcedureSources, file: string): Started {
  const started = startFromText(sources.files[file] ?? '', file.replace('forms/', ''));
  if ('refusal' in started) return started;
  const { draft } = started.work;
  const { procedureId, title, version } = sources;
  const keys = partsOf(draft).flatMap((part) => keyOf(part) ?? []);
  return { work: { ...started.work, origin: { procedureId, title, version, formId: draft.id, keys } } };
}
