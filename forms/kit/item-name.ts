import { isList } from '../schema/components.ts';
import type { FormDocument } from '../schema/document.ts';
import { fieldsOf } from '../schema/pages.ts';
import { t } from '../text/text.ts';

/** The item of a repeating group in which the answer at a path stands, such as `Socio 2`; undefined outside of them. */
function itemName(form: FormDocument, path: string): string | undefined {
  const [, before, index] = /^(.*)\[(\d+)\]/.exec(path) ?? [];
  const listPath = before?.replace(/\[\d+\]/g, '');
  const list = fieldsOf(form).find((field) => field.path === listPath)?.component;
  if (!list || !isList(list)) return undefined;
  const label = list.properties?.['itemLabel'] ?? list.label ?? list.path;
  return t('kit.list.item', { label, number: Number(index) + 1 });
}

/** The sentence of an error with the item it is about: in a list the same field is wrong more than once. */
export function withItemName(form: FormDocument, path: string, text: string): string {
  const name = itemName(form, path);
  return name === undefined ? text : `${name}: ${text}`;
}
