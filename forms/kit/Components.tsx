import { memo } from 'react';
import { Notice } from '../fields/text/Field.tsx';
import { Group } from '../fields/group/Field.tsx';
import { RepeatingGroup } from '../fields/dynamiclist/Field.tsx';
import { isGroup, isList, isText, joinPath } from '../schema/components.ts';
import type { Component, ListComponent, TextComponent } from '../schema/document.ts';
import { interpolate } from '../schema/feel.ts';
import { itemsOf } from '../schema/json.ts';
import { inputId } from './field-props.ts';
import { FieldView } from './FieldView.tsx';
import { answersAt, useAnswerNow, useFormPart } from './form-view.ts';
import { OfficeRemark } from './OfficeRemark.tsx';
import { markWritten } from './written.ts';

interface ListViewProps {
  readonly component: ListComponent;
  /** The path of the item of the repeating group around it, or ''. */
  readonly place: string;
  readonly isPage: boolean;
}

function ListView({ component, place, isPage }: ListViewProps) {
  const path = joinPath(place, component.path);
  const { value, error, readOnly, setValue } = useFormPart((view) => ({
    value: answersAt(view.values, place)[component.path],
    error: view.errors[path],
    readOnly: view.readOnly,
    setValue: view.setValue,
  }));
  const answerNow = useAnswerNow(path);
  return (
    <RepeatingGroup
      component={component}
      id={inputId(path)}
      items={itemsOf(value)}
      error={error}
      readOnly={readOnly}
      isPage={isPage}
      onChange={(by) => setValue(path, [...by(itemsOf(answerNow()))])}
      renderItem={(index, only) => (
        <Placed components={only ? [only] : component.components} place={`${path}[${index}]`} />
      )}
    />
  );
}

function TextView({ component }: { readonly component: TextComponent }) {
  const { text } = useFormPart(({ variables }) => ({ text: interpolate(component.text, variables, markWritten) }));
  return <Notice text={text} tone={component.properties?.['tone']} />;
}

interface ComponentViewProps {
  readonly component: Component;
  readonly place: string;
  /** The component that makes the page. */
  readonly page: Component | undefined;
}

function ComponentView({ component, place, page }: ComponentViewProps) {
  if (isText(component)) return <TextView component={component} />;
  if (isGroup(component)) {
    return (
      <Group component={component}>
        <Placed components={component.components} place={place} />
      </Group>
    );
  }
  const field = isList(component) ? (
    <ListView component={component} place={place} isPage={component === page} />
  ) : (
    <FieldView component={component} place={place} />
  );
  return component.remark === undefined ? field : <OfficeRemark remark={component.remark}>{field}</OfficeRemark>;
}

interface PlacedProps {
  readonly components: readonly Component[];
  readonly place: string;
  readonly page?: Component | undefined;
}

function Placed({ components, place, page }: PlacedProps) {
  const { shown } = useFormPart(({ settled }) => ({
    shown: components.map((component) => (settled.isHidden(component, place) ? '0' : '1')).join(''),
  }));
  return components.map((component, index) =>
    shown[index] === '0' ? null : (
      <ComponentView key={component.id ?? index} component={component} place={place} page={page} />
    ),
  );
}

/** Settings of the components of a page. */
export interface ComponentsProps {
  readonly components: readonly Component[];
  /** The component that makes the page: a repeating group does not say its title again. */
  readonly page?: Component | undefined;
}

/** The visible ones of the components of a page, in their order. */
export const Components = memo(function Components({ components, page }: ComponentsProps) {
  return <Placed components={components} place="" page={page} />;
});
