import { milestoneLabel, milestones } from '../core/status.ts';
import { extension } from './extension.ts';
import { choice, text } from './kinds.ts';
import { onAnyElement } from './places.ts';

const codes = milestones.map(({ code, label }) => ({ value: code, label }));

/** `<iter:milestone>` on any element: what the citizen sees of the dossier from here on. */
export const milestone = extension(
  {
    name: 'milestone',
    label: 'Tappa',
    hint: 'Che cosa vede della pratica, da qui in poi, chi l’ha presentata.',
    on: onAnyElement,
    attributes: {
      code: choice({ label: 'Tappa' }, codes),
      label: text({ label: 'Detta con altre parole' }).optional(),
    },
  },
  {
    entered: ({ code, label = milestoneLabel(code) }, hand) => {
      if (code === hand.dossier.milestone) return hand;
      const data = { code, label, elementId: hand.elementId };
      return hand.change({ milestone: code }).record({ type: 'milestone.reached', data });
    },
  },
);
