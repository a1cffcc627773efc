import type { FormDocument } from '../../../forms/schema/document.ts';
import { readForm } from '../../../forms/schema/read.ts';
import { isObject } from '../model/draft.ts';

/**
 * The address of the page that shows a form as citizens see it; `engine/api/security-headers.ts` lets our pages frame
 * it.
 */
export const PREVIEW_PATH = '/progetta/anteprima';

/** What the builder tells the page in the frame. */
export interface Show {
  readonly type: 'iter.show';
  readonly form: FormDocument;
  readonly language: 'it' | 'en';
}

/** What the page in the frame tells the builder: it is there and waits for a form. */
export interface Ready {
  readonly type: 'iter.ready';
}

/** A message of the builder; undefined for anything else that comes through the window. */
export function readShow(data: unknown): Show | undefined {
  if (!isObject(data) || data['type'] !== 'iter.show') return undefined;
  const { form } = readForm(data['form']);
  return form && { type: 'iter.show', form, language: data['language'] === 'en' ? 'en' : 'it' };
}

/** True for the message by which the page in the frame asks for a form. */
export const isReady = (data: unknown): data is Ready => isObject(data) && data['type'] === 'iter.ready';
