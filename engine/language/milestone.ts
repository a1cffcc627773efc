import { milestones } from '../core/status.ts';
import { textOf } from '../rules/moddle.ts';
import { oneOf, required } from './checks.ts';
import type { Extension } from './extension.ts';

/** `<iter:milestone>` on any element: what the citizen sees of the dossier from here on. */
export const milestone: Extension = {
  type: 'iter:Milestone',
  attributes: ['code', 'label'],
  read: ([found]) => {
    const [code, label] = [textOf(found, 'code'), textOf(found, 'label')];
    return code === undefined ? {} : { milestone: { code, ...(label !== undefined && { label }) } };
  },
  check: (found, bearer) => [
    ...required(found, ['code'], bearer),
    ...oneOf(found, 'code', { values: milestones.map(({ code }) => code), bearer, rule: 'milestone.unknown' }),
  ],
};
