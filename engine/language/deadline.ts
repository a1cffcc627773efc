import { extension } from './extension.ts';
import { days, feel, named } from './kinds.ts';
import { onTimer } from './places.ts';

/**
 * `<iter:deadline>` on a timer event: the timer fires when the legal term has passed, wherever suspensions move it. The
 * time drawn in the diagram is the nominal one, by which an engine without the dialect goes.
 */
export const deadline = extension({
  name: 'deadline',
  label: 'Scadenza di un termine',
  hint: 'L’evento scatta quando il termine è passato, anche se delle sospensioni lo hanno spostato.',
  on: onTimer,
  attributes: {
    term: named('term', { label: 'Termine' }),
    before: days({
      label: 'Giorni prima',
      hint: 'Per un promemoria: scatta tanti giorni prima della fine, e si sposta con il termine.',
    }).optional(),
    when: feel({ label: 'Solo se', hint: 'Una condizione; senza, vale sempre.' }).optional(),
  },
});
