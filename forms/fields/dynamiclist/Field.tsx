import { useRef, useState } from 'react';
import { ErrorLine } from '../../kit/ErrorLine.tsx';
import { Button } from '../../kit/Button.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { afterUploads } from '../../kit/uploads-in-hand.ts';
import { itemLimits } from '../../schema/components.ts';
import type { Answers, ListComponent } from '../../schema/document.ts';
import { t } from '../../text/text.ts';
import { Cards } from './Cards.tsx';
import type { ItemsProps } from './items-props.ts';
import { Table } from './Table.tsx';

/** Settings of a repeating group. */
export interface RepeatingGroupProps {
  readonly component: ListComponent;
  readonly id: string;
  readonly items: readonly Answers[];
  readonly error?: string;
  readonly readOnly: boolean;
  /** The group is a page of its own, whose heading names it already. */
  readonly isPage?: boolean;
  /** Told how the items change: those there are by then may be others than those drawn. */
  readonly onChange: (by: (items: readonly Answers[]) => readonly Answers[]) => void;
  readonly renderItem: ItemsProps['renderItem'];
}

/** Shown as a table: each field is a column, each item a row. */
const isTable = ({ properties = {} }: ListComponent): boolean => properties['presentation'] === 'table';

interface Work {
  readonly box: React.RefObject<HTMLElement>;
  /** What has just happened, for screen readers. */
  readonly news: string;
  readonly add: () => void;
  readonly remove: (index: number) => void;
}

/** Adding and removing; both are said aloud and move the focus to where work goes on. */
function useWork({ id, items, onChange }: RepeatingGroupProps, name: string): Work {
  const box = useRef<HTMLElement>(null);
  const [news, setNews] = useState('');
  const focusItem = (index: number): void => {
    // The item is in the page only after the next rendering.
    setTimeout(() => (document.getElementById(`${id}-item-${index}`) ?? box.current)?.focus(), 0);
  };
  const add = (): void => {
    onChange((all) => [...all, {}]);
    setNews(t('kit.list.added', { label: name, number: items.length + 1 }));
    focusItem(items.length);
  };
  // The items behind it move up: a file on its way would arrive in another one.
  const remove = (index: number): void =>
    afterUploads(() => {
      onChange((all) => all.filter((_item, other) => other !== index));
      setNews(t('kit.list.removed', { label: name, number: index + 1 }));
      focusItem(Math.max(index - 1, 0));
    });
  return { box, news, add, remove };
}

/** Fields that repeat, item by item: one below the other, or as the rows of a table. */
export function RepeatingGroup(props: RepeatingGroupProps) {
  const { component, id, items, error, readOnly, isPage = false, renderItem } = props;
  const { min, max } = itemLimits(component);
  const name = component.properties?.['itemLabel'] ?? component.label ?? component.path;
  const { box, news, add, remove } = useWork(props, name);
  const Items = isTable(component) ? Table : Cards;
  return (
    <section ref={box} id={id} className={`iter-list${error ? ' is-wrong' : ''}`} tabIndex={-1}>
      {component.label && !isPage && (
        <h3 id={`${id}-name`} className="h5">
          {component.label}
        </h3>
      )}
      {component.description && !isPage && <p className="iter-field-hint">{component.description}</p>}
      <ErrorLine id={id} error={error} />
      {items.length === 0 && <p className="iter-list-empty">{t('kit.list.empty')}</p>}
      {items.length > 0 && (
        <Items
          component={component}
          id={id}
          name={name}
          labelId={component.label && !isPage ? `${id}-name` : undefined}
          count={items.length}
          onRemove={readOnly || items.length <= min ? undefined : remove}
          renderItem={renderItem}
        />
      )}
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
