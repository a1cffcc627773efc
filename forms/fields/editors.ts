import { addressEditor } from './address/editor.ts';
import { amountEditor } from './amount/editor.ts';
import { atecoEditor } from './ateco/editor.ts';
import { bodyEditor } from './body/editor.ts';
import { cadastralParcelEditor } from './cadastral-parcel/editor.ts';
import { certifiedMailEditor } from './certified-mail/editor.ts';
import { checkboxEditor } from './checkbox/editor.ts';
import { checklistEditor } from './checklist/editor.ts';
import { cigEditor } from './cig/editor.ts';
import { companyEditor } from './company/editor.ts';
import { cupEditor } from './cup/editor.ts';
import { datetimeEditor } from './datetime/editor.ts';
import { declarationsEditor } from './declarations/editor.ts';
import { dynamiclistEditor } from './dynamiclist/editor.ts';
import type { FieldEditor } from './editor-types.ts';
import { emailEditor } from './email/editor.ts';
import { expressionEditor } from './expression/editor.ts';
import { filepickerEditor } from './filepicker/editor.ts';
import { fiscalCodeEditor } from './fiscal-code/editor.ts';
import { groupEditor } from './group/editor.ts';
import { ibanEditor } from './iban/editor.ts';
import { mapEditor } from './map/editor.ts';
import { municipalityEditor } from './municipality/editor.ts';
import { numberEditor } from './number/editor.ts';
import { personEditor } from './person/editor.ts';
import { periodEditor } from './period/editor.ts';
import { radioEditor } from './radio/editor.ts';
import { selectEditor } from './select/editor.ts';
import { signatureEditor } from './signature/editor.ts';
import { telephoneEditor } from './telephone/editor.ts';
import { textEditor } from './text/editor.ts';
import { textareaEditor } from './textarea/editor.ts';
import { textfieldEditor } from './textfield/editor.ts';
import type { FieldType } from './types.ts';
import { urlEditor } from './url/editor.ts';
import { vatNumberEditor } from './vat-number/editor.ts';

/** The names of all types that an analyst can put into a form: those that hold an answer and those that hold fields. */
export type EditorType = FieldType | 'group' | 'dynamiclist' | 'text';

/**
 * What the form builder knows of every type. A setting below `properties.` is stored as a string, as form-js has it;
 * a type whose `fresh` component has `values` is asked for its choices as well.
 */
export const fieldEditors: Readonly<Record<EditorType, FieldEditor>> = {
  textfield: textfieldEditor,
  textarea: textareaEditor,
  number: numberEditor,
  radio: radioEditor,
  select: selectEditor,
  checklist: checklistEditor,
  checkbox: checkboxEditor,
  datetime: datetimeEditor,
  filepicker: filepickerEditor,
  email: emailEditor,
  telephone: telephoneEditor,
  'fiscal-code': fiscalCodeEditor,
  body: bodyEditor,
  url: urlEditor,
  amount: amountEditor,
  iban: ibanEditor,
  'certified-mail': certifiedMailEditor,
  'vat-number': vatNumberEditor,
  company: companyEditor,
  person: personEditor,
  address: addressEditor,
  cup: cupEditor,
  cig: cigEditor,
  ateco: atecoEditor,
  municipality: municipalityEditor,
  'cadastral-parcel': cadastralParcelEditor,
  map: mapEditor,
  period: periodEditor,
  signature: signatureEditor,
  declarations: declarationsEditor,
  expression: expressionEditor,
  group: groupEditor,
  dynamiclist: dynamiclistEditor,
  text: textEditor,
};
