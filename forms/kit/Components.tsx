import { Notice } from '../fields/text/Field.tsx';
import { Group } from '../fields/group/Field.tsx';
import { RepeatingGroup } from '../fields/dynamiclist/Field.tsx';
import { isGroup, isList, isText, joinPath } from '../schema/components.ts';
import type { Component, ListComponent } from '../schema/document.ts';
import { interpolate } from '../schema/feel.ts';
import { itemsOf } from '../schema/json.ts';
import { inputId } from './field-props.ts';
import { FieldView, type Place } from './FieldView.tsx';
import { useFormView } from './form-view.ts';

interface ListViewProps {
  readonly component: ListComponent;
  readonly place: Place;
  readonly isPage: boolean;
}

function ListView({ component, place, isPage }: ListViewProps) {
  const view = useFormView();
  const path = joinPath(place.path, component.path);
  const items = itemsOf(place.values[component.path]);
  const settled = itemsOf(place.settled[component.path]);
  return (
    <RepeatingGroup
      component={component}
      id={inputId(path)}
      items={items}
      error={view.errors[path]}
      readOnly={view.readOnly}
      isPage={isPage}
      onChange={(next) => view.setValue(path, [...next])}
      renderItem={(index, only) => (
        <Placed
          components={only ? [only] : component.components}
          place={{ path: `${path}[${index}]`, values: items[index] ?? {}, settled: settled[index] ?? {} }}
        />
      )}
    />
  );
}

interface ComponentViewProps {
  readonly component: Component;
  readonly place: Place;
  /** The component that makes the page. */
  readonly page: Component | undefined;
}

function ComponentView({ component, place, page }: ComponentViewProps) {
  const view = useFormView();
  if (isText(component)) {
    return <Notice text={interpolate(component.text, view.variables)} tone={component.properties?.['tone']} />;
  }
  if (isGroup(component)) {
    return (
      <Group component={component}>
        <Placed components={component.components} place={place} />
      </Group>
    );
  }
  return isList(component) ? (
    <ListView component={component} place={place} isPage={component === page} />
  ) : (
    <FieldView component={component} place={place} />
  );
}

interface PlacedProps {
  readonly components: readonly Component[];
  readonly place: Place;
  readonly page?: Component | undefined;
}

function Placed({ components, place, page }: PlacedProps) {
  const { settled } = useFormView();
  return components.map((component, index) =>
    settled.isHidden(component, place.path) ? null : (
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
export function Components({ components, page }: ComponentsProps) {
  const { values, settled } = useFormView();
  return <Placed components={components} place={{ path: '', values, settled: settled.answers }} page={page} />;
}
