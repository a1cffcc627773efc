import { useState } from 'react';
import { Button } from '../../../forms/kit/Button.tsx';
import type { Json } from '../../../forms/schema/document.ts';
import { t } from '../../../forms/text/designer.ts';
import { useBuilder } from '../builder-context.ts';
import { FeelField } from '../feel/FeelField.tsx';
import { isObject, memberAt, type Part } from '../model/draft.ts';
import { useVariables } from './use-variables.ts';

/** A rule over several answers, with whatever else the file has in it. */
interface Rule {
  readonly expression: string;
  readonly message: string;
  readonly messages: { readonly [language: string]: string };
}

function rulesOf(part: Part): readonly Rule[] {
  const rules = memberAt(part, 'validate.rules');
  const list: readonly unknown[] = Array.isArray(rules) ? rules : [];
  return list.filter(isObject).map(({ expression, message, messages }) => ({
    expression: String(expression ?? ''),
    message: String(message ?? ''),
    messages: isObject(messages)
      ? Object.fromEntries(Object.entries(messages).map(([language, text]) => [language, String(text)]))
      : {},
  }));
}

const toJson = ({ expression, message, messages }: Rule): Json => ({
  expression,
  message,
  ...(Object.keys(messages).length > 0 && { messages }),
});

/** Rules that compare answers, each a formula and the sentence shown at the field when it is not true. */
export function RulesEditor({ part }: { readonly part: Part }) {
  const { bench } = useBuilder();
  const rules = rulesOf(part);
  const variables = useVariables(part.id);
  // Editors start afresh when a rule goes: theirs is the text that they were opened with.
  const [removals, setRemovals] = useState(0);
  const put = (next: readonly Rule[]): void => {
    const value = next.length === 0 ? undefined : next.map(toJson);
    bench.change({ type: 'set', id: part.id, at: 'validate.rules', value });
  };
  return (
    <>
      <p className="fb-quiet">{t('designer.builder.rules.lead')}</p>
      {rules.map((rule, index) => (
        <RuleFields
          key={`${removals} ${index}`}
          rule={rule}
          number={index + 1}
          variables={variables}
          onChange={(changed) => put(rules.with(index, changed))}
          onRemove={() => {
            setRemovals(removals + 1);
            put(rules.toSpliced(index, 1));
          }}
        />
      ))}
      <Button
        color="primary"
        outline
        size="xs"
        onClick={() => put([...rules, { expression: '= true', message: '', messages: {} }])}
      >
        {t('designer.builder.rules.add')}
      </Button>
    </>
  );
}

interface RuleFieldsProps {
  readonly rule: Rule;
  /** From one on. */
  readonly number: number;
  readonly variables: ReturnType<typeof useVariables>;
  readonly onChange: (rule: Rule) => void;
  readonly onRemove: () => void;
}

/** A rule without the sentence in English when it is emptied, with it otherwise. */
function withEnglish(rule: Rule, text: string): Rule {
  const { en: _before, ...others } = rule.messages;
  return { ...rule, messages: text === '' ? others : { ...others, en: text } };
}

function RuleFields({ rule, number, variables, onChange, onRemove }: RuleFieldsProps) {
  return (
    <fieldset className="fb-rule">
      <legend>{t('designer.builder.rules.rule', { number })}</legend>
      <FeelField
        label={t('designer.builder.rules.expression', { number })}
        value={rule.expression}
        variables={variables}
        onChange={(expression = '= true') => onChange({ ...rule, expression })}
      />
      <label className="fb-line">
        {t('designer.builder.rules.message')}
        <textarea
          rows={2}
          value={rule.message}
          onChange={({ target }) => onChange({ ...rule, message: target.value })}
        />
      </label>
      <label className="fb-line">
        {t('designer.builder.rules.english')}
        <textarea
          rows={2}
          lang="en"
          value={rule.messages['en'] ?? ''}
          onChange={({ target }) => onChange(withEnglish(rule, target.value))}
        />
      </label>
      <Button color="danger" outline size="xs" onClick={onRemove}>
        {t('designer.builder.rules.remove', { number })}
      </Button>
    </fieldset>
  );
}
