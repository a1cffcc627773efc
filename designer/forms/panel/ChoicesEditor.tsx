import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { useState } from 'react';
import { Button } from '../../../forms/kit/Button.tsx';
import { Icon } from '../../../forms/kit/Icon.tsx';
import { t } from '../../../forms/text/designer.ts';
import { useBuilder } from '../builder-context.ts';
import { FeelField } from '../feel/FeelField.tsx';
import { choicesOf, valueFrom, type ChoiceRow } from '../model/choices.ts';
import { textAt, type Part } from '../model/draft.ts';
import { ChoiceDetails } from './ChoiceDetails.tsx';
import { PasteChoices } from './PasteChoices.tsx';
import { useVariables } from './use-variables.ts';

type Source = 'own' | 'expression' | 'elsewhere';

const sources: readonly Source[] = ['own', 'expression', 'elsewhere'];

const sourceOf = (part: Part): Source =>
  textAt(part, 'valuesExpression') !== undefined
    ? 'expression'
    : textAt(part, 'properties.choicesFrom') !== undefined
      ? 'elsewhere'
      : 'own';

/** Where the choices come from, and the choices themselves. */
export function ChoicesEditor({ part }: { readonly part: Part }) {
  const { bench } = useBuilder();
  const [source, setSource] = useState<Source>(() => sourceOf(part));
  const variables = useVariables(part.id);
  const set = (at: string, value: string | undefined): void => bench.change({ type: 'set', id: part.id, at, value });
  const choose = (next: Source): void => {
    setSource(next);
    if (next !== 'expression') set('valuesExpression', undefined);
    if (next !== 'elsewhere') set('properties.choicesFrom', undefined);
  };
  return (
    <>
      <label className="fb-line">
        {t('designer.builder.choices.source')}
        <select
          value={source}
          onChange={({ target }) => choose(sources.find((each) => each === target.value) ?? 'own')}
        >
          {sources.map((each) => (
            <option key={each} value={each}>
              {t(`designer.builder.choices.${each}`)}
            </option>
          ))}
        </select>
      </label>
      {source === 'own' && <OwnChoices part={part} />}
      {source === 'expression' && (
        <FeelField
          label={t('designer.builder.choices.expression')}
          value={textAt(part, 'valuesExpression') ?? ''}
          variables={variables}
          onChange={(value) => set('valuesExpression', value)}
        />
      )}
      {source === 'elsewhere' && (
        <label className="fb-line">
          {t('designer.builder.choices.elsewhere')}
          <input
            value={textAt(part, 'properties.choicesFrom') ?? ''}
            onChange={({ target }) => set('properties.choicesFrom', target.value === '' ? undefined : target.value)}
          />
          <span className="fb-quiet">{t('designer.builder.choices.elsewhereHint')}</span>
        </label>
      )}
    </>
  );
}

const moved = <Row,>(rows: readonly Row[], from: number, to: number): readonly Row[] => {
  const row = rows[from];
  return row === undefined || to < 0 || to >= rows.length ? rows : rows.toSpliced(from, 1).toSpliced(to, 0, row);
};

const useSortSensors = () =>
  useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 200, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );

function OwnChoices({ part }: { readonly part: Part }) {
  const { bench } = useBuilder();
  const rows = choicesOf(part);
  const sensors = useSortSensors();
  const put = (next: readonly ChoiceRow[]): void =>
    bench.change({ type: 'set', id: part.id, at: 'values', value: [...next] });
  const ids = rows.map((_row, index) => String(index));
  const said = (id: string | number, over: string | number | undefined): string =>
    t('designer.builder.choices.moved', {
      label: rows[Number(id)]?.label ?? '',
      place: Number(over ?? id) + 1,
      total: rows.length,
    });
  const taken = new Set(rows.map(({ value }) => value));
  const label = t('designer.builder.choices.label', { number: rows.length + 1 });
  return (
    <>
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        accessibility={{
          announcements: {
            onDragStart: ({ active }) => said(active.id, undefined),
            onDragOver: ({ active, over }) => said(active.id, over?.id),
            onDragEnd: ({ active, over }) => said(active.id, over?.id),
            onDragCancel: ({ active }) => said(active.id, undefined),
          },
          screenReaderInstructions: { draggable: t('designer.builder.drag.instructions') },
        }}
        onDragEnd={({ active, over }) => over !== null && put(moved(rows, Number(active.id), Number(over.id)))}
      >
        <SortableContext items={ids} strategy={verticalListSortingStrategy}>
          <ol className="fb-choices">
            {rows.map((row, index) => (
              <ChoiceLine
                key={index}
                {...{ part, row, index, count: rows.length }}
                onChange={(next) => put(rows.with(index, next))}
                onMove={(to) => put(moved(rows, index, to))}
                onRemove={() => put(rows.toSpliced(index, 1))}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      <Button
        color="primary"
        outline
        size="xs"
        onClick={() => put([...rows, { value: valueFrom(label, taken), label }])}
      >
        {t('designer.builder.choices.add')}
      </Button>
      <PasteChoices rows={rows} onPut={put} />
    </>
  );
}

interface LineProps {
  readonly part: Part;
  readonly row: ChoiceRow;
  readonly index: number;
  readonly count: number;
  readonly onChange: (row: ChoiceRow) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

function ChoiceLine({ part, row, index, count, onChange, onMove, onRemove }: LineProps) {
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition } = useSortable({
    id: String(index),
  });
  const { label } = row;
  const number = index + 1;
  return (
    <li ref={setNodeRef} style={{ transform: CSS.Translate.toString(transform), transition }}>
      <div className="fb-choice-row">
        <button
          ref={setActivatorNodeRef}
          type="button"
          className="fb-handle"
          aria-label={t('designer.builder.choices.drag', { label })}
          aria-describedby={attributes['aria-describedby']}
          {...listeners}
        >
          <Icon name="it-drag" size="xs" />
        </button>
        <input
          aria-label={t('designer.builder.choices.label', { number })}
          value={label}
          onChange={({ target }) => onChange({ ...row, label: target.value })}
        />
        <RowTool
          icon="it-arrow-up"
          label={t('designer.builder.choices.up', { label })}
          isOff={index === 0}
          onClick={() => onMove(index - 1)}
        />
        <RowTool
          icon="it-arrow-down"
          label={t('designer.builder.choices.down', { label })}
          isOff={number === count}
          onClick={() => onMove(number)}
        />
        <RowTool icon="it-delete" label={t('designer.builder.choices.remove', { label })} onClick={onRemove} />
      </div>
      <ChoiceDetails {...{ part, row, number, onChange }} />
    </li>
  );
}

interface RowToolProps {
  readonly icon: 'it-arrow-up' | 'it-arrow-down' | 'it-delete';
  readonly label: string;
  readonly isOff?: boolean;
  readonly onClick: () => void;
}

const RowTool = ({ icon, label, isOff = false, onClick }: RowToolProps) => (
  <button
    type="button"
    className="fb-tool"
    aria-label={label}
    title={label}
    aria-disabled={isOff || undefined}
    onClick={isOff ? undefined : onClick}
  >
    <Icon name={icon} size="xs" />
  </button>
);
