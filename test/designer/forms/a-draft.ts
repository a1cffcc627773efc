import { openDraft } from '../../../designer/forms/model/open.ts';
import type { Draft } from '../../../designer/forms/model/draft.ts';
import { apply, type Change } from '../../../designer/forms/model/change.ts';
import { placedPart, partsOf } from '../../../designer/forms/model/tree.ts';
import { keyOf } from '../../../designer/forms/model/draft.ts';

/** Opens a JSON that is known to be a form. */
export function aDraft(json: unknown): Draft {
  const opened = openDraft(json);
  if ('fault' in opened) throw new Error(`No form: ${opened.fault.code} at ${opened.fault.at}`);
  return opened.draft;
}

/**
 * A form of two pages: a name and a choice on which an e-mail depends; people in a repeating group, and their number.
 */
export const aSmallDraft = (): Draft =>
  aDraft({
    type: 'default',
    id: 'prova',
    schemaVersion: 16,
    exporter: { name: 'Camunda Modeler', version: '5.40.0' },
    components: [
      {
        type: 'group',
        id: 'chi',
        label: 'Chi sei',
        layout: { row: 'Row_1', columns: null },
        components: [
          { type: 'textfield', key: 'nome', label: 'Nome', validate: { required: true }, someday: { kept: [1] } },
          { type: 'radio', key: 'canale', label: 'Come ti rispondiamo?', values: [{ value: 'email', label: 'Email' }] },
          {
            type: 'textfield',
            key: 'email',
            label: 'Indirizzo',
            properties: { type: 'email' },
            conditional: { hide: '= not(canale = "email")' },
          },
          { type: 'text', text: 'Ciao {{ nome }}, risponderemo a {{email}}.' },
        ],
      },
      {
        type: 'group',
        id: 'altri',
        label: 'Altre persone',
        components: [
          {
            type: 'dynamiclist',
            path: 'persone',
            label: 'Persone',
            components: [
              { type: 'textfield', key: 'nome', label: 'Nome della persona' },
              { type: 'textfield', key: 'eta', label: 'Età', conditional: { hide: '= nome = null or canale = null' } },
            ],
          },
          {
            type: 'number',
            key: 'minori',
            label: 'Minori',
            properties: { computed: '= count(persone[eta = "minore"]) + count(for p in persone return p.eta)' },
          },
        ],
      },
    ],
  });

/** The draft after changes that have to be possible. */
export function changed(draft: Draft, ...changes: readonly Change[]): Draft {
  return changes.reduce((current, change) => {
    const outcome = apply(current, change);
    if (outcome.draft === undefined) throw new Error(`${change.type} is refused: ${outcome.refusal}`);
    return outcome.draft;
  }, draft);
}

/** The keys of all parts in the order of reading, with the id of the holder each stands in. */
export const keysWithHolder = (draft: Draft): readonly string[] =>
  partsOf(draft).flatMap((part) => {
    const key = keyOf(part);
    const holder = placedPart(draft, part.id)?.around.at(-1)?.id ?? '';
    return key === undefined ? [] : [`${holder}/${key}`];
  });
