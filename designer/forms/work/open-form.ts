import { t } from '../../../forms/text/designer.ts';
import { words } from '../../words.ts';
import { importFormJs } from '../form-js.ts';
import type { Notice } from '../form-js/notices.ts';
import type { Draft } from '../model/draft.ts';
import { emptyDraft } from '../model/open.ts';
import { boundFault, formBounds } from './file-bounds.ts';

/** A form that can be built, or the sentence that says why a text is none. */
export type Opening = { readonly draft: Draft; readonly notices: readonly Notice[] } | { readonly refusal: string };

/** A form as the text of its file. */
export const formText = (form: unknown): string => `${JSON.stringify(form, null, 2)}\n`;

/** A new form with one empty page. */
export const emptyForm = (id: string): Draft => emptyDraft(id, t('designer.builder.canvas.page', { number: 1 }));

/** The form in a text, of ours or of Camunda's editor; `file` is the name that people know it by. */
export function openForm(text: string, file: string): Opening {
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
  if (!('fault' in imported)) return imported;
  const { code, at } = imported.fault;
  return { refusal: words(`builder.faults.${code}`, { file, at }) };
}

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
