import { schemaOf, typeName } from '../fields/schemas.ts';
import type { PrintContext } from '../fields/types.ts';
import { isGroup, isList, isText, joinPath } from './components.ts';
import type { Answers, Choice, Component, FieldComponent, FormDocument, Json, ListComponent } from './document.ts';
import { visiblePagesOf } from './pages.ts';
import { isRecord, itemsOf } from './json.ts';
import { worded } from './worded.ts';
import { settle, type Settled } from './settle.ts';

/** One answer, ready to print. */
export interface SummaryRow {
  /** The path of the answer, as in issues. */
  readonly key: string;
  readonly label: string;
  /** The answer as a person reads it; lines are parted by `\n`. Empty when there is no answer. */
  readonly text: string;
  /** The type of the field. */
  readonly type: string;
  /** The answer itself, for those who show it in their own way. */
  readonly value: Json;
}

/** The answers of one page. */
export interface SummaryPage {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly SummaryRow[];
}

/** Where answers are printed: a form, or an item of a repeating group. */
interface Printing {
  readonly place: string;
  readonly answers: Answers;
  readonly settled: Settled;
  readonly print: PrintContext;
}

function fieldRow(document: FieldComponent, printing: Printing): SummaryRow {
  const field = printing.settled.fieldAt(document, printing.place);
  const schema = schemaOf(field);
  const key = joinPath(printing.place, field.key);
  const value = printing.answers[field.key] ?? null;
  const isUnreadable = printing.settled.complaints.has(key) && schema.type !== 'filepicker';
  const isSilent = schema.isEmpty(value) && schema.emptyValue !== false;
  const printed = isSilent ? '' : schema.print(value, field, printing.print);
  const text = isUnreadable && typeof value === 'string' ? value : printed;
  return { key, label: field.label ?? field.key, text, type: typeName(field), value };
}

function listRows(list: ListComponent, printing: Printing): readonly SummaryRow[] {
  const name = list.properties?.['itemLabel'] ?? list.label ?? list.path;
  const path = joinPath(printing.place, list.path);
  return itemsOf(printing.answers[list.path]).flatMap((item, index) =>
    rowsOf(list.components, { ...printing, place: `${path}[${index}]`, answers: item }).map((row) => ({
      ...row,
      label: `${name} ${index + 1}: ${row.label}`,
    })),
  );
}

function rowsOf(components: readonly Component[], printing: Printing): readonly SummaryRow[] {
  return components.flatMap((component): readonly SummaryRow[] => {
    if (isText(component) || printing.settled.isHidden(component, printing.place)) return [];
    if (isGroup(component)) return rowsOf(component.components, printing);
    return isList(component) ? listRows(component, printing) : [fieldRow(component, printing)];
  });
}

/** The member of an object that may be any JSON; undefined when there is none. */
const memberOf = (value: Json | undefined, name: string): Json | undefined =>
  isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;

/** The names of bodies and of choices from lists outside the form, as the context has them. */
function printContext({ bodyNames, choiceLabels }: Answers): Required<PrintContext> {
  return {
    bodyName: (bodyId) => {
      const name = memberOf(bodyNames, bodyId);
      return typeof name === 'string' ? name : undefined;
    },
    choices: (source) => {
      const labels = memberOf(choiceLabels, source);
      if (!isRecord(labels)) return undefined;
      return Object.entries(labels).map(([value, label]): Choice => ({ value, label: String(label) }));
    },
  };
}

/**
 * The visible fields with their printed answers, computed ones too, page by page; for the summary page, the PDF and the
 * desk. `context` is as for `visiblePages`. Two members of it serve the printing: `bodyNames`, an object from id to
 * name, and `choiceLabels`, an object from the name of a list (`choicesFrom`) to an object from value to label.
 */
export function summarise(document: FormDocument, answers: Answers, context: Answers = {}): readonly SummaryPage[] {
  const form = worded(document, context);
  const print = printContext(context);
  const today = typeof context['today'] === 'string' ? context['today'] : '';
  const settled = settle(form, answers, { variables: context, reading: { today, choices: print.choices } });
  const printing: Printing = { place: '', answers: settled.answers, settled, print };
  return visiblePagesOf(form, settled)
    .map(({ id, label, components }) => ({ id, title: label, rows: rowsOf(components, printing) }))
    .filter((page) => page.rows.length > 0);
}
