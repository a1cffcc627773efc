import type { EditorVariable } from '@bpmn-io/feel-editor';
import { builder } from '../../../forms/text/it/builder.ts';
import { t } from '../../../forms/text/designer.ts';
import { keyOf, type Draft, type Part } from '../model/draft.ts';
import { nameOf } from '../model/find.ts';
import { placedParts, scopeOf, type Placed } from '../model/tree.ts';
import type { Uses } from '../use-uses.ts';

/** The answers of a scope, the fields of repeating groups inside them. */
function answersIn(draft: Draft, scope: Part | undefined): readonly EditorVariable[] {
  return placedParts(draft)
    .filter(({ around }) => scopeOf(around)?.id === scope?.id)
    .flatMap(({ part }): readonly EditorVariable[] => {
      const name = keyOf(part);
      if (name === undefined) return [];
      const entries = part.type === 'dynamiclist' ? { entries: answersIn(draft, part) } : {};
      return [{ name, detail: nameOf(part), info: t('designer.builder.feel.field'), ...entries }];
    });
}

/** The names that an expression of a part may use, the nearest first: its item's, the form's, the procedure's. */
export function variablesFor(draft: Draft, placed: Placed, uses: Uses): readonly EditorVariable[] {
  const scope = scopeOf(placed.around);
  const near = scope === undefined ? [] : answersIn(draft, scope);
  const own = answersIn(draft, undefined);
  const taken = new Set([...near, ...own].map(({ name }) => name));
  const others = [...uses.names].filter((name) => !taken.has(name));
  return [
    ...near,
    ...own.filter(({ name }) => !near.some((each) => each.name === name)),
    ...others.map((name) => ({ name, info: t('designer.builder.feel.answer') })),
    {
      name: 'parameters',
      info: t('designer.builder.feel.parameter'),
      entries: uses.parameters.map((name) => ({ name, info: t('designer.builder.feel.parameter') })),
    },
    { name: 'today', info: t('designer.builder.feel.today') },
  ];
}

/** The functions that are offered, in words; FEEL has more, and all can be written. */
export const builtins: readonly EditorVariable[] = Object.entries(builder.feel.functions).map(([name, info]) => ({
  name,
  info,
  type: 'function',
  params: [],
}));
