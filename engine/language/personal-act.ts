import { partyRoles } from '../core/dossier.ts';
import { extension } from './extension.ts';
import { choice, feel, named, text } from './kinds.ts';
import { onCaughtMessage } from './places.ts';

/**
 * `<iter:personalAct>` on a message catch event: a person may send the message from their own area while it is awaited.
 */
export const personalAct = extension({
  name: 'personalAct',
  on: onCaughtMessage,
  attributes: {
    by: choice(partyRoles),
    label: text(),
    form: named('form').optional(),
    description: text().optional(),
    when: feel().optional(),
  },
});
