import type { ProcedureSources } from '../../../forms/contract/procedures.ts';
import { t } from '../../../forms/text/designer.ts';
import { importFormJs } from '../form-js.ts';
import { keyOf, type Draft } from '../model/draft.ts';
import { emptyDraft } from '../model/open.ts';
import { partsOf } from '../model/tree.ts';
import { words } from '../../words.ts';
import type { Work } from './keeping.ts';

/** A new work, or the sentence that says why there is none. */
export type Started = { readonly work: Work } | { readonly refusal: string };

const begun = (draft: Draft, more: Partial<Work> = {}): Work => ({
  workId: crypto.randomUUID(),
  draft,
  changedAt: new Date().toISOString(),
  notices: [],
  ...more,
});

/** A work on an empty form. */
export const startEmpty = (): Work =>
  begun(emptyDraft('nuovo-modulo', t('designer.builder.canvas.page', { number: 1 })));

/** A work on the form in a file, of ours or of Camunda's editor. */
export function startFromText(text: string, file: string): Started {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { refusal: t('designer.builder.faults.json', { file, detail: error.message }) };
  }
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
