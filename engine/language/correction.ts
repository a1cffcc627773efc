import { extension } from './extension.ts';
import { feel, variable } from './kinds.ts';
import { onUserTask } from './places.ts';

/**
 * `<iter:correction>` on a user task that is opened once for each form to correct: a form that a party has sent opens
 * again, for who sent it, with only some fields open. What is sent is a submission on the original form; the variables
 * of the process that asked the form get it, whichever process has this task. The expressions see the item.
 */
export const correction = extension({
  name: 'correction',
  label: 'Correzione di ciò che è stato presentato',
  hint: 'Il modulo è quello già presentato, e torna a chi lo ha presentato: si riapre solo ciò che va corretto.',
  on: onUserTask,
  attributes: {
    of: feel({
      label: 'Che cosa si corregge',
      hint: 'Un’espressione che dà il numero di ciò che è stato presentato.',
    }),
    fields: feel({
      label: 'Campi da correggere',
      hint: 'Un’espressione che dà un elenco di { field, remark }: il nome del campo e che cosa non va.',
    }),
    into: variable({
      label: 'Elenco dei campi cambiati',
      hint: 'Il nome della variabile in cui vanno i nomi dei campi che hanno cambiato risposta.',
    }).optional(),
  },
});
