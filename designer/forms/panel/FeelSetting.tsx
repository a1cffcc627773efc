import type { Setting } from '../../../forms/fields/editor-types.ts';
import { words } from '../../words.ts';
import { useBuilder } from '../builder-context.ts';
import { FeelField } from '../feel/FeelField.tsx';
import { textAt, type Part } from '../model/draft.ts';
import { useVariables } from './use-variables.ts';

/** A member of a part that is an expression. */
export function FeelSetting({ part, setting }: { readonly part: Part; readonly setting: Setting }) {
  const { bench } = useBuilder();
  const { at, field } = setting;
  return (
    <FeelField
      label={words(field.label ?? at)}
      {...(field.description !== undefined && { hint: words(field.description) })}
      value={textAt(part, at) ?? ''}
      variables={useVariables(part.id)}
      onChange={(value) => bench.change({ type: 'set', id: part.id, at, value })}
    />
  );
}
