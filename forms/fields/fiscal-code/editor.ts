import type { FieldEditor, Setting } from '../editor-types.ts';
import { line, oneOf } from '../settings.ts';

/** The field that holds a fact about the person, by its key. */
const beside = (fact: string): Setting => {
  const { at, field } = line(`properties.${fact}`, `${fact}Key`);
  return { at, field: { ...field, description: 'settings.besideHint' } };
};

/** How an analyst sets a fiscal code. */
export const fiscalCodeEditor: FieldEditor = {
  group: 'person',
  icon: 'it-user',
  fresh: { type: 'textfield', properties: { type: 'fiscal-code' } },
  settings: [
    oneOf('properties.kind', 'kind', { any: 'any', person: 'person', body: 'body' }),
    ...['familyName', 'givenName', 'bornOn', 'bornIn', 'sex'].map(beside),
  ],
};
