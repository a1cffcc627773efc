import { outcomes } from '../core/status.ts';
import { textOf } from '../rules/moddle.ts';
import { feel, oneOf, required } from './checks.ts';
import type { Extension } from './extension.ts';

/** `<iter:outcome>` on any element: how the dossier is decided when the element is entered; a code, or FEEL giving one. */
export const outcome: Extension = {
  type: 'iter:Outcome',
  attributes: ['code'],
  read: ([found]) => {
    const code = textOf(found, 'code');
    return code === undefined ? {} : { outcome: { code } };
  },
  check: (found, bearer) => {
    const isExpression = textOf(found, 'code')?.startsWith('=') === true;
    const values = outcomes.map(({ code }) => code);
    const known = isExpression ? [] : oneOf(found, 'code', { values, bearer, rule: 'outcome.unknown' });
    return [...required(found, ['code'], bearer), ...feel(found, 'code', bearer), ...known];
  },
};
