import { useRef, useState, type ReactNode } from 'react';
import { Button } from '../../kit/Button.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { itemLimits } from '../../schema/components.ts';
import type { Answers, ListComponent } from '../../schema/document.ts';
import { t } from '../../text/text.ts';

/** Settings of a repeating group. */
export interface RepeatingGroupProps {
  readonly component: ListComponent;
  readonly id: string;
  readonly items: readonly Answers[];
  readonly error?: string;
  readonly readOnly: boolean;
  readonly onChange: (items: readonly Answers[]) => void;
  readonly renderItem: (index: number) => ReactNode;
}

interface ItemProps {
  readonly id: string;
  readonly name: string;
  readonly number: number;
  readonly onRemove: (() => void) | undefined;
  readonly children: ReactNode;
}

const Item = ({ id, name, number, onRemove, children }: ItemProps) => (
  <fieldset id={id} className="iter-item" tabIndex={-1}>
    <legend>{t('kit.list.item', { label: name, number })}</legend>
    {children}
    {onRemove && (
      <Button
        color="danger"
        outline
        size="sm"
        label={t('kit.list.removeNamed', { label: name, number })}
        onClick={onRemove}
      >
        <Icon name="it-delete" className="icon-danger me-1" />
        {t('kit.list.remove')}
      </Button>
    )}
  </fieldset>
);

/** Fields that repeat, item by item; adding and removing are said aloud and move the focus to where work goes on. */
export function RepeatingGroup({ component, id, items, error, readOnly, onChange, renderItem }: RepeatingGroupProps) {
  const box = useRef<HTMLElement>(null);
  const [news, setNews] = useState('');
  const { min, max } = itemLimits(component);
  const name = component.properties?.['itemLabel'] ?? component.label ?? component.path;

  const focusItem = (index: number): void => {
    // The item is in the page only after the next rendering.
    setTimeout(() => (document.getElementById(`${id}-item-${index}`) ?? box.current)?.focus(), 0);
  };
  const add = (): void => {
    onChange([...items, {}]);
    setNews(t('kit.list.added', { label: name, number: items.length + 1 }));
    focusItem(items.length);
  };
  const remove = (index: number): void => {
    onChange(items.filter((_item, other) => other !== index));
    setNews(t('kit.list.removed', { label: name, number: index + 1 }));
    focusItem(Math.max(index - 1, 0));
  };

  return (
    <section ref={box} id={id} className={`iter-list${error ? ' is-wrong' : ''}`} tabIndex={-1}>
      {component.label && <h3 className="h5">{component.label}</h3>}
      {component.description && <p className="iter-field-hint">{component.description}</p>}
      {error && (
        <p id={`${id}-error`} className="iter-field-error">
          <Icon name="it-error" className="icon-danger" />
          <span>{error}</span>
        </p>
      )}
      {items.length === 0 && <p className="iter-list-empty">{t('kit.list.empty')}</p>}
      {items.map((_item, index) => (
        <Item
          key={index}
          id={`${id}-item-${index}`}
          name={name}
          number={index + 1}
          onRemove={readOnly || items.length <= min ? undefined : () => remove(index)}
        >
          {renderItem(index)}
        </Item>
      ))}
      {!readOnly && items.length < max && (
        <Button color="primary" outline onClick={add}>
          <Icon name="it-plus" className="icon-primary me-1" />
          {t('kit.list.add', { label: name })}
        </Button>
      )}
      <p className="visually-hidden" role="status">
        {news}
      </p>
    </section>
  );
}
