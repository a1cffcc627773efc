import { bodyTextNames, type BodyTextName } from '../../forms/contract/body-layer.ts';
import type { Known } from '../store/organisation/known.ts';
import { bodyValues } from './body-values.ts';
import { oneOf, paragraphs, wordIn } from './columns.ts';
import { cellOf, type Misfit, type Row } from './register.ts';

const words = {
  contatti: 'contacts',
  orari: 'hours',
  costi: 'costs',
  note: 'notes',
} as const satisfies Readonly<Record<string, BodyTextName>>;

/** What a body says of its own on the card of a procedure, where the procedure leaves it to the bodies. */
export const texts = bodyValues({
  name: 'texts',
  what: 'testi di enti',
  named: ['voce', oneOf(words)],
  valued: ['testo', paragraphs],
  misfits: unfitText,
  valueOf: (row) => cellOf(row, 'testo'),
});

function unfitText(row: Row, { procedures }: Known): readonly Misfit[] {
  const left = procedures.get(cellOf(row, 'procedimento'))?.ofBodies.texts ?? {};
  const name = bodyTextNames.find((one) => one === cellOf(row, 'voce'));
  if (name !== undefined && name in left) return [];
  const names = Object.keys(left).map((one) => wordIn(words, one));
  const list = names.length === 0 ? 'questo non ne lascia' : names.join(', ');
  return [{ column: 'voce', expected: `una voce della scheda che il procedimento lascia agli enti: ${list}` }];
}
