import { milestones } from '../core/status.ts';
import { extension } from './extension.ts';
import { choice, text } from './kinds.ts';
import { onProcessOrWait } from './places.ts';

const named = milestones.filter(({ code }) => code !== 'ricevuta' && code !== 'conclusa');
const codes = named.map(({ code, label }) => ({ value: code, label }));

/**
 * `<iter:milestone>` on what a dossier can stand at: what the citizen sees while it stands there, or at anything inside
 * that names none itself (`core/step/milestone.ts`).
 */
export const milestone = extension({
  name: 'milestone',
  label: 'Tappa',
  hint: 'Che cosa vede della pratica, finché è qui, chi l’ha presentata.',
  on: onProcessOrWait,
  attributes: {
    code: choice({ label: 'Tappa' }, codes),
    label: text({ label: 'Detta con altre parole' }).optional(),
  },
});
