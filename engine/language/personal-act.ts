import { extension } from './extension.ts';
import { choice, feel, named, partyChoices, text } from './kinds.ts';
import { onCaughtMessage } from './places.ts';

/**
 * `<iter:personalAct>` on a message catch event: a person may send the message from their own area while it is awaited.
 */
export const personalAct = extension({
  name: 'personalAct',
  label: 'Atto di una persona',
  hint: 'Che cosa una persona può fare dalla propria area mentre la pratica aspetta qui.',
  on: onCaughtMessage,
  attributes: {
    by: choice({ label: 'Chi' }, partyChoices),
    label: text({ label: 'Che cosa dice il pulsante' }),
    form: named('form', { label: 'Modulo', hint: 'Senza, basta una conferma.' }).optional(),
    description: text({ label: 'Spiegazione' }).optional(),
    when: feel({ label: 'Solo se', hint: 'Una condizione; senza, vale sempre.' }).optional(),
  },
});
