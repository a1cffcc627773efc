import { Notice } from '../fields/text/Field.tsx';
import { Group } from '../fields/group/Field.tsx';
import { RepeatingGroup } from '../fields/dynamiclist/Field.tsx';
import { fieldComponents } from '../fields/registry.tsx';
import { schemaOf } from '../fields/schemas.ts';
import { isGroup, isList, isText, joinPath } from '../schema/components.ts';
import type { Answers, Component, FieldComponent, ListComponent } from '../schema/document.ts';
import { interpolate, isTrue } from '../schema/feel.ts';
import { computedOf, itemsOf } from '../schema/settle.ts';
import { t } from '../text/text.ts';
import { inputId } from './field-props.ts';
import { useFormView, type FormView } from './form-view.ts';

/** Where components stand. */
interface Place {
  /** The path of the item of a repeating group, or ''. */
  readonly path: string;
  /** The answers of that place, as they are being written and as they settled. */
  readonly values: Answers;
  readonly settled: Answers;
}

function lockNote(field: FieldComponent, place: Place, view: FormView): string | undefined {
  if (place.path === '' && view.lockedKeys.has(field.key)) return t('kit.form.locked');
  return computedOf(field) ? t('kit.form.computed') : undefined;
}

function isReadOnly(field: FieldComponent, view: FormView): boolean {
  const { readonly: flag, disabled } = field;
  return (
    view.readOnly || disabled === true || flag === true || (typeof flag === 'string' && isTrue(flag, view.variables))
  );
}

function FieldView({ component, place }: { readonly component: FieldComponent; readonly place: Place }) {
  const view = useFormView();
  const schema = schemaOf(component);
  const Field = fieldComponents[schema.type];
  const path = joinPath(place.path, component.key);
  const note = lockNote(component, place, view);
  const written = note ? place.settled[component.key] : place.values[component.key];
  return (
    <Field
      component={component}
      id={inputId(path)}
      value={written ?? schema.emptyValue}
      error={view.errors[path]}
      readOnly={note !== undefined || isReadOnly(component, view)}
      lockNote={note}
      onChange={(value) => view.setValue(path, value)}
      onBlur={() => view.blur(path)}
      host={view.host}
      today={view.today}
    />
  );
}

function ListView({ component, place }: { readonly component: ListComponent; readonly place: Place }) {
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
      onChange={(next) => view.setValue(path, [...next])}
      renderItem={(index) => (
        <Placed
          components={component.components}
          place={{ path: `${path}[${index}]`, values: items[index] ?? {}, settled: settled[index] ?? {} }}
        />
      )}
    />
  );
}

function ComponentView({ component, place }: { readonly component: Component; readonly place: Place }) {
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
    <ListView component={component} place={place} />
  ) : (
    <FieldView component={component} place={place} />
  );
}

function Placed({ components, place }: { readonly components: readonly Component[]; readonly place: Place }) {
  const { settled } = useFormView();
  return components.map((component, index) =>
    settled.isHidden(component, place.path) ? null : (
      <ComponentView key={component.id ?? index} component={component} place={place} />
    ),
  );
}

/** The visible ones of the components of a page, in their order. */
export function Components({ components }: { readonly components: readonly Component[] }) {
  const view = useFormView();
  return <Placed components={components} place={{ path: '', values: view.values, settled: view.settled.answers }} />;
}
