import { Button } from '../../../forms/kit/Button.tsx';
import { t } from '../../../forms/text/designer.ts';
import { valueless, type Condition, type Question, type Test } from '../model/condition.ts';
import { firstTest, testOf, type ConditionField } from './condition-fields.ts';

interface Props {
  readonly condition: Condition;
  readonly fields: readonly ConditionField[];
  readonly onChange: (condition: Condition) => void;
}

/** The tests of a condition, each a line of three choices, and how they are joined. */
export function ConditionTests({ condition, fields, onChange }: Props) {
  const { joined, tests } = condition;
  const put = (index: number, test: Test): void => onChange({ joined, tests: tests.with(index, test) });
  const added = firstTest(fields);
  return (
    <>
      {tests.length > 1 && (
        <label className="fb-joined">
          {t('designer.builder.condition.joined')}
          <select
            value={joined}
            onChange={({ target }) => onChange({ tests, joined: target.value === 'or' ? 'or' : 'and' })}
          >
            <option value="and">{t('designer.builder.condition.all')}</option>
            <option value="or">{t('designer.builder.condition.any')}</option>
          </select>
        </label>
      )}
      {tests.map((test, index) => (
        <fieldset key={index} className="fb-test">
          <legend className="visually-hidden">{t('designer.builder.condition.test', { number: index + 1 })}</legend>
          <TestLine test={test} fields={fields} onChange={(next) => put(index, next)} />
          {tests.length > 1 && (
            <Button
              color="danger"
              outline
              size="xs"
              onClick={() => onChange({ joined, tests: tests.toSpliced(index, 1) })}
            >
              {t('designer.builder.condition.remove', { number: index + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      {added !== undefined && (
        <Button color="primary" outline size="xs" onClick={() => onChange({ joined, tests: [...tests, added] })}>
          {t('designer.builder.condition.add')}
        </Button>
      )}
    </>
  );
}

interface LineProps {
  readonly test: Test;
  readonly fields: readonly ConditionField[];
  readonly onChange: (test: Test) => void;
}

function TestLine({ test, fields, onChange }: LineProps) {
  const field = fields.find(({ name }) => name === test.name);
  const asks =
    field === undefined || !field.asks.includes(test.asks) ? [test.asks, ...(field?.asks ?? [])] : field.asks;
  const ask = (question: Question): void => {
    const value = test.value ?? field?.values[0]?.value ?? (field?.isNumber ? 0 : '');
    onChange(
      valueless.includes(question) ? { name: test.name, asks: question } : { name: test.name, asks: question, value },
    );
  };
  return (
    <>
      <label>
        {t('designer.builder.condition.field')}
        <select
          value={test.name}
          onChange={({ target }) => {
            const next = fields.find(({ name }) => name === target.value);
            if (next !== undefined) onChange(testOf(next));
          }}
        >
          {field === undefined && <option value={test.name}>{test.name}</option>}
          {fields.map(({ name, label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('designer.builder.condition.asks')}
        <select
          value={test.asks}
          onChange={({ target }) => ask(asks.find((each) => each === target.value) ?? test.asks)}
        >
          {asks.map((each) => (
            <option key={each} value={each}>
              {t(`designer.builder.condition.questions.${each}`)}
            </option>
          ))}
        </select>
      </label>
      {!valueless.includes(test.asks) && <ValueInput test={test} field={field} onChange={onChange} />}
    </>
  );
}

interface ValueProps {
  readonly test: Test;
  readonly field: ConditionField | undefined;
  readonly onChange: (test: Test) => void;
}

function ValueInput({ test, field, onChange }: ValueProps) {
  const shown = String(test.value ?? '');
  const put = (text: string): void => {
    const isNumber = field?.isNumber === true && text.trim() !== '' && Number.isFinite(Number(text));
    onChange({ ...test, value: isNumber ? Number(text) : text });
  };
  const values = field?.values ?? [];
  return (
    <label>
      {t('designer.builder.condition.value')}
      {values.length > 0 ? (
        <select value={shown} onChange={({ target }) => put(target.value)}>
          {!values.some(({ value }) => value === shown) && <option value={shown}>{shown}</option>}
          {values.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <input
          value={shown}
          inputMode={field?.isNumber ? 'decimal' : 'text'}
          onChange={({ target }) => put(target.value)}
        />
      )}
    </label>
  );
}
