import { useId, useState } from 'react';
import { t } from '../../../forms/text/designer.ts';
import { useBuilder } from '../builder-context.ts';
import { FeelField } from '../feel/FeelField.tsx';
import { hideUnless, printCondition, readCondition, shownWhen, type Condition } from '../model/condition.ts';
import { memberAt, type Part } from '../model/draft.ts';
import type { Placed } from '../model/tree.ts';
import { ConditionTests } from './ConditionTests.tsx';
import { conditionFields, firstTest } from './condition-fields.ts';
import { useVariables } from './use-variables.ts';

/** What a condition decides. */
type Which = 'show' | 'require' | 'readonly';

const members: Readonly<Record<Which, string>> = {
  show: 'conditional.hide',
  require: 'properties.requiredWhen',
  readonly: 'readonly',
};

/** The condition as it is thought of (shown when), not as the document has it (hidden when). */
function thought(part: Part, which: Which): string {
  const value = memberAt(part, members[which]);
  const text = value === true ? '= true' : typeof value === 'string' ? value : '';
  if (text.trim() === '') return '';
  return which === 'show' ? `= ${shownWhen(text)}` : text;
}

type Mode = 'none' | 'when' | 'formula';

const modeOf = (expression: string): Mode =>
  expression === '' ? 'none' : readCondition(expression) === undefined ? 'formula' : 'when';

/** A condition chosen from lists, or written as a formula where lists do not reach. */
export function ConditionEditor({ placed, which }: { readonly placed: Placed; readonly which: Which }) {
  const { bench } = useBuilder();
  const { part } = placed;
  const expression = thought(part, which);
  const [mode, setMode] = useState<Mode>(() => modeOf(expression));
  const [formulas, setFormulas] = useState(0);
  const id = useId();
  const variables = useVariables(part.id);
  const fields = conditionFields(bench.draft, placed);
  const subject = t(`designer.builder.condition.${which}`);
  const write = (written: string | undefined): void => {
    const value =
      written === undefined ? undefined : which === 'show' ? hideUnless(written.replace(/^=\s*/, '')) : written;
    bench.change({ type: 'set', id: part.id, at: members[which], value });
  };
  const choose = (next: Mode): void => {
    setMode(next);
    setFormulas(formulas + 1);
    const first = firstTest(fields);
    if (next === 'none') write(undefined);
    if (next === 'when' && readCondition(expression) === undefined && first !== undefined) {
      write(`= ${printCondition({ joined: 'and', tests: [first] })}`);
    }
  };
  const condition: Condition | undefined = mode === 'when' ? readCondition(expression) : undefined;
  return (
    <div className="fb-condition" role="group" aria-labelledby={id}>
      <label id={id} htmlFor={`${id}-mode`}>
        {subject}
      </label>
      <select
        id={`${id}-mode`}
        value={mode}
        onChange={({ target }) => choose(modes.find((each) => each === target.value) ?? 'none')}
      >
        <option value="none">
          {t(which === 'show' ? 'designer.builder.condition.always' : 'designer.builder.condition.never')}
        </option>
        <option value="when" disabled={fields.length === 0}>
          {t('designer.builder.condition.when')}
        </option>
        <option value="formula">{t('designer.builder.condition.formula')}</option>
      </select>
      {mode === 'none' && fields.length === 0 && <p className="fb-quiet">{t('designer.builder.condition.noFields')}</p>}
      {condition !== undefined && (
        <ConditionTests condition={condition} fields={fields} onChange={(next) => write(`= ${printCondition(next)}`)} />
      )}
      {mode === 'formula' && (
        <FeelField key={formulas} label={subject} value={expression} variables={variables} onChange={write} />
      )}
    </div>
  );
}

const modes: readonly Mode[] = ['none', 'when', 'formula'];
