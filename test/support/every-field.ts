import { fieldSchemas } from '../../forms/fields/schemas.ts';
import type { FieldType } from '../../forms/fields/types.ts';
import type { Answers, FieldComponent, FormDocument, Json } from '../../forms/schema/document.ts';
import { aField, aForm, aList, aPage, choices } from '../forms/schema/a-form.ts';
import { keyOf } from '../forms/schema/one-of-each.ts';

/** A field of one type, how it is answered, what is kept of the answer, and something that it is printed with. */
interface Case {
  readonly type: FieldType;
  readonly given: Json;
  readonly kept: Json;
  readonly printed: string;
  readonly component?: Partial<FieldComponent>;
}

/** The same with the key of its field. */
export interface EveryField extends Case {
  readonly key: string;
}

const place = { istatCode: '037006', name: 'Bologna', province: 'BO' };
const home = {
  ...{ street: 'Via Zamboni', number: '33', postalCode: '40126' },
  ...{ municipality: 'Bologna', province: 'BO', country: 'Italia' },
};
const ada = {
  ...{ familyName: 'Prova', givenName: 'Ada', fiscalCode: 'PRVDAA85D43A944G' },
  ...{ bornOn: '1985-04-03', bornIn: 'Bologna' },
};
const bakery = { name: 'Forno', vatNumber: '12345678903', seat: home, rea: 'BO-123456' };
const point = { type: 'Point', coordinates: [11.342617, 44.494887] };
const at = '2020-01-02T10:00:00Z';
const three = { values: choices('a', 'b', 'c') };

const cases: readonly Case[] = [
  { type: 'textfield', given: ' due  parole ', kept: 'due parole', printed: 'due parole' },
  { type: 'textarea', given: 'Prima\r\nseconda', kept: 'Prima\nseconda', printed: 'seconda' },
  { type: 'number', given: '1.234,5', kept: 1234.5, printed: '1.234,5' },
  { type: 'radio', given: 'b', kept: 'b', printed: 'B', component: three },
  {
    ...{ type: 'select', given: '08', kept: '08', printed: 'Emilia-Romagna' },
    component: { properties: { choicesFrom: 'vocabulary:regions' } },
  },
  { type: 'checklist', given: ['c', 'a', 'c'], kept: ['a', 'c'], printed: 'C', component: three },
  { type: 'checkbox', given: true, kept: true, printed: 'Sì' },
  { type: 'datetime', given: '4/10/2026', kept: '2026-10-04', printed: '04/10/2026' },
  {
    ...{ type: 'filepicker', given: [], kept: [], printed: 'planimetria.pdf' },
    component: { properties: { signature: 'pdf' } },
  },
  { type: 'email', given: 'Ada@ESEMPIO.it', kept: 'Ada@esempio.it', printed: 'Ada@esempio.it' },
  { type: 'telephone', given: '051 12345', kept: '05112345', printed: '05112345' },
  { type: 'fiscal-code', given: 'prvdaa85d43a944g', kept: 'PRVDAA85D43A944G', printed: 'PRVDAA85D43A944G' },
  { type: 'body', given: '', kept: '', printed: 'Regione Emilia-Romagna', component: { key: 'ente' } },
  { type: 'url', given: 'esempio.it/a', kept: 'https://esempio.it/a', printed: 'https://esempio.it/a' },
  { type: 'amount', given: '12,50', kept: 1250, printed: '12,50' },
  {
    type: 'iban',
    given: 'IT60 X054 2811 1010 0000 0123 456',
    kept: 'IT60X0542811101000000123456',
    printed: 'IT60 X054',
  },
  { type: 'certified-mail', given: 'Forno@pec.ESEMPIO.it', kept: 'Forno@pec.esempio.it', printed: 'pec.esempio.it' },
  { type: 'vat-number', given: 'IT 12345678903', kept: '12345678903', printed: '12345678903' },
  { type: 'cup', given: 'g39g19000560002', kept: 'G39G19000560002', printed: 'G39G19000560002' },
  { type: 'cig', given: '81970714fa', kept: '81970714FA', printed: '81970714FA' },
  { type: 'ateco', given: '561011', kept: '56.10.11', printed: '56.10.11' },
  {
    ...{ type: 'period', given: { from: '4/10/2026', to: '2026-10-05' } },
    ...{ kept: { from: '2026-10-04', to: '2026-10-05' }, printed: '04/10/2026 – 05/10/2026' },
  },
  { type: 'municipality', given: { istatCode: '037006' }, kept: place, printed: 'Bologna (BO)' },
  { type: 'address', given: { ...home, postalCode: ' 40126' }, kept: home, printed: 'Via Zamboni' },
  { type: 'person', given: { ...ada, bornOn: '3/4/1985' }, kept: ada, printed: 'Ada Prova' },
  {
    ...{ type: 'company', given: { ...bakery, rea: 'bo 123456' }, kept: bakery, printed: 'Forno' },
    component: { properties: { parts: 'name, vatNumber, seat, rea' } },
  },
  {
    ...{ type: 'cadastral-parcel', given: { municipality: place, kind: 'land', sheet: '0012', parcel: '345/2' } },
    kept: { municipality: place, kind: 'land', sheet: '12', parcel: '345/2', cadastralCode: 'A944' },
    printed: '345/2',
  },
  { type: 'map', given: point, kept: point, printed: '44.494887' },
  {
    ...{ type: 'signature', given: { text: 'Confermo', at }, kept: { text: 'Confermo', at }, printed: 'Confermo' },
    component: { properties: { text: 'Confermo' }, translations: { en: { text: 'I confirm' } } },
  },
  {
    ...{ type: 'declarations', given: ['c', 'b', 'a'], printed: 'B' },
    kept: ['a', 'b', 'c'].map((value) => ({ value, text: value.toUpperCase() })),
    component: { ...three, translations: { en: { values: { a: 'I declare A' } } } },
  },
  { type: 'expression', given: null, kept: 1235.5, printed: '1235,5', component: { expression: '=number + 1' } },
];

/** A field of every type with a right answer. */
export const everyField: readonly EveryField[] = cases.map((one) => ({
  ...one,
  key: one.component?.key ?? keyOf(one.type),
}));

/** The answers as a person writes them. */
export const everyAnswer: Answers = Object.fromEntries(everyField.map(({ key, given }) => [key, given]));

function componentOf({ type, key, component = {} }: EveryField): FieldComponent {
  const [carrier = type] = fieldSchemas[type].carriers;
  const isCarried = fieldSchemas[type].carriers.includes(type);
  return aField({
    ...{ key, label: key, type: isCarried ? type : carrier },
    ...component,
    properties: { ...component.properties, ...(isCarried ? {} : { type }) },
  });
}

/** A form with every type on a page, a repeating group and a read-only field on another. */
export const formOfEveryField: FormDocument = {
  ...aForm(
    aPage('campi', everyField.map(componentOf)),
    aPage('altro', [
      aList('voci', [aField({ key: 'voce' })]),
      aField({ key: 'fisso', readonly: '=textfield != null', defaultValue: 'nove' }),
      aField({ key: 'oggetto' }),
      aField({ key: 'chiave' }),
    ]),
  ),
  id: 'domanda',
};
