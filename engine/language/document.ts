import { idOf, textOf } from '../rules/moddle.ts';
import { jobTypeOf, oneOf, refuse, required } from './checks.ts';
import type { Extension } from './extension.ts';

/** The job type of a task that draws up a document. */
export const documentJob = 'create-document';

const kinds = ['final-act', 'letter'] as const;

/** `<iter:document>` on a task of type `create-document`: which text is drawn up, and as what it is registered. */
export const document: Extension = {
  type: 'iter:Document',
  attributes: ['template', 'kind', 'title'],
  read: ([found]) => {
    const [template, title] = [textOf(found, 'template'), textOf(found, 'title')];
    const kind = kinds.find((each) => each === textOf(found, 'kind'));
    if (template === undefined || title === undefined || kind === undefined) return {};
    return { document: { template, kind, title } };
  },
  check: (found, bearer) => {
    const idle = `iter:document sta su ${idOf(bearer.element)}, che non ha il tipo di lavoro ${documentJob}: non si redigerebbe nulla.`;
    return [
      ...required(found, ['template', 'kind', 'title'], bearer),
      ...oneOf(found, 'kind', { values: kinds, bearer, rule: 'document.kind' }),
      ...(jobTypeOf(bearer.element) === documentJob ? [] : [refuse(bearer, 'document.not-drawn-up', idle)]),
    ];
  },
};
