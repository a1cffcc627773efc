import { extension } from './extension.ts';
import { milestoneCode, text } from './kinds.ts';
import { onProcessOrWait } from './places.ts';

/**
 * `<iter:milestone>` on what a dossier can stand at: what the citizen sees while it stands there, or at anything inside
 * that names none itself (`core/step/milestone.ts`).
 */
export const milestone = extension({
  name: 'milestone',
  on: onProcessOrWait,
  attributes: {
    code: milestoneCode(),
    label: text().optional(),
  },
});
